/** The translators whose doings are known, as far as they show in a page. */
export const translators = [
  'edge',
  'chrome',
  'firefox',
  'firefox-at-work',
  'yandex',
  'immersive',
  'read-frog',
  'one-font',
] as const;
export type Translator = (typeof translators)[number];

/**
 * Does to the page in view what a translator into German does, words and marks alike; `one-font`: to the page's content without a mark
 * on the page itself. Stands alone, so that a browser can run it in a page. The marks are those of pages that people saved (Edge, Chrome,
 * Immersive Translate), of bug reports (mdn/browser-compat-data#26188, react/react#11538), of Read Frog's public source and Firefox's own.
 */
export function translateAs(translator: Translator): void {
  const words: readonly (readonly [RegExp, string])[] = [
    [/guest/gi, 'Gast'],
    [/\bPatron\b/g, 'Schutzpatron'],
    [/Cataloger/g, 'Katalogisierer'],
    [/Active/g, 'Wirksam'],
    [/Primary identifier/g, 'Erste Kennzeichnung'],
    [/User Details/g, 'Einzelheiten zum Nutzer'],
    [/Staff/g, 'Stab'],
  ];
  const put = (node: Text, markTo: (text: string) => Node | undefined): void => {
    const text = words.reduce((all, [word, other]) => all.replace(word, other), node.data);
    const made = markTo(text);
    if (made) node.replaceWith(made);
    else node.data = text;
  };
  const wrapped = (tag: string, text: string, style = ''): Element => {
    const element = document.createElement(tag);
    if (style) element.setAttribute('style', style);
    element.textContent = text;
    return element;
  };
  const inFonts = (text: string): Element => {
    const outer = wrapped('font', '', 'vertical-align: inherit;');
    outer.append(wrapped('font', text, 'vertical-align: inherit;'));
    return outer;
  };
  const inWrapper = (text: string): Element => {
    const outer = wrapped('span', text);
    outer.className = 'notranslate read-frog-translated-content-wrapper';
    return outer;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const node of texts) {
    const holder = node.parentElement;
    if (!holder || !node.data.trim() || holder.closest('script,style,[translate="no"],.notranslate')) continue;
    const isOption = holder.localName === 'option';
    if (translator === 'edge') {
      holder.setAttribute('_msttexthash', '27820');
      holder.setAttribute('_msthash', '1');
    }
    if (translator === 'firefox-at-work') holder.setAttribute('data-moz-translations-id', '0');
    put(node, (text) => {
      if (isOption) return undefined;
      if (translator === 'chrome') return inFonts(text);
      if (translator === 'yandex') return wrapped('ya-tr-span', text);
      if (translator === 'read-frog') return inWrapper(text);
      if (translator === 'one-font') return wrapped('font', text);
      return undefined;
    });
    if (translator === 'immersive') holder.setAttribute('data-immersive-translate-walked', '7e0d');
  }
  if (translator === 'chrome') document.documentElement.classList.add('translated-ltr');
  if (translator.startsWith('firefox')) document.documentElement.lang = 'de';
}
