// happy-dom has no top layer; what lies over what is for real browsers to show.
HTMLElement.prototype.showPopover = () => {};

const { matches } = Element.prototype;

function matchesHere(this: HTMLDialogElement, selector: string): boolean {
  return selector === ':modal' ? this.open : matches.call(this, selector);
}

/** An open dialog is taken for a modal one. */
Object.defineProperty(HTMLDialogElement.prototype, 'matches', { value: matchesHere });

export {};
