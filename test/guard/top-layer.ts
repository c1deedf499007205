// happy-dom has no top layer; what lies over what is for real browsers to show.
HTMLElement.prototype.showPopover = () => {};

const { matches } = Element.prototype;

/** An open dialog is taken for a modal one. */
HTMLDialogElement.prototype.matches = function (this: HTMLDialogElement, selector: string) {
  return selector === ':modal' ? this.open : matches.call(this, selector);
};

export {};
