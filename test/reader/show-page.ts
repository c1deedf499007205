/** Shows a whole HTML document in the test's document, as if it had been loaded from that path; no script of the page runs, and no style is loaded. */
export function showPage(document: Document, markup: string, path = '/ng'): void {
  const parsed = new DOMParser().parseFromString(markup.replace(/<link\b[^>]*>/g, ''), 'text/html');
  for (const element of [document.documentElement, document.body]) {
    for (const { name } of [...element.attributes]) element.removeAttribute(name);
  }
  copyAttributes(parsed.documentElement, document.documentElement);
  copyAttributes(parsed.body, document.body);
  document.title = parsed.title;
  document.body.replaceChildren(...[...parsed.body.childNodes].map((node) => document.importNode(node, true)));
  chooseOptions(document);
  goTo(path);
}

/** Chooses the options that the markup chooses: happy-dom does not always do so by itself. */
export function chooseOptions(document: Document): void {
  for (const option of document.querySelectorAll<HTMLOptionElement>('option[selected]')) option.selected = true;
}

/** Puts the test's window at a path of an Alma host. */
export function goTo(path: string): void {
  (window as unknown as { happyDOM: { setURL: (url: string) => void } }).happyDOM.setURL(
    `https://demo.alma.exlibrisgroup.com${path}`,
  );
}

function copyAttributes(from: Element, to: Element): void {
  for (const { name, value } of from.attributes) to.setAttribute(name, value);
}
