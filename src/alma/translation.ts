/**
 * What translators leave in a page, each as its own browser or maker writes it. Edge and its widget: attributes that begin `_mst` and
 * `_istranslated` (seen in saved pages; mdn/browser-compat-data#26188). Chrome and Google's widget: a class on `html`, and `font`
 * elements (react/react#11538); Traduzir and others write the same `font`. Yandex: an element of its own. Firefox (its own
 * translations-document.sys.mjs, version 153): `html[lang]` becomes the target language when it begins, and numbers stand on elements
 * while they are translated; nothing stays on the texts. Immersive Translate: marks on what it has walked through.
 */
const ofTexts = [
  ...['_msttexthash', '_msthash', '_mstmutation', '_istranslated', 'data-moz-translations-id'],
  ...['data-immersive-translate-walked', 'data-immersive_translate_walked', 'data-immersive-translate-effect'],
];
const marks = [
  'html.translated-ltr,html.translated-rtl,body.translated-ltr,body.translated-rtl',
  ...ofTexts.map((name) => `[${name}]`),
  'ya-tr-span,.immersive-translate-target-wrapper,font[style*="vertical-align"][style*="inherit"]',
  // In what names things; elsewhere somebody may have written it into a note.
  'label font,th font,#breadcrumbs font',
].join(',');

/** The attributes by which a watch hears that a translator has begun. */
export const translationAttributes: readonly string[] = ofTexts;

interface Known {
  /** `html[lang]` when one of Alma's pages was first recognised here: Alma itself changes it with a new document only. */
  readonly language: string;
  /** Firefox takes its marks away again, but its texts stay until the document is loaded anew. */
  readonly forGood: boolean;
}

const known = new WeakMap<Document, Known>();
/** What was found stands for the task at hand: all that is read in one look is read of one page. */
const found = new Map<Document, { readonly translated: boolean; readonly hasFonts: boolean }>();

/** Notes in which language one of Alma's pages is first recognised; a document that changes it afterwards is being translated. */
export function noteLanguage(document: Document): void {
  if (!known.has(document)) known.set(document, { language: document.documentElement.lang, forGood: false });
}

/** Forgets what was noted of a document that is watched no longer. */
export const forgetLanguage = (document: Document): boolean => known.delete(document);

/** Says whether a translator is at work in the document: then no text in it is Alma's. Values of controls and codes are. */
export const isTranslated = (document: Document): boolean => marksIn(document).translated;

function marksIn(document: Document) {
  const before = found.get(document);
  if (before) return before;
  const now = { translated: looksTranslated(document), hasFonts: document.getElementsByTagName('font').length > 0 };
  found.set(document, now);
  queueMicrotask(() => found.delete(document));
  return now;
}

function looksTranslated(document: Document): boolean {
  const before = known.get(document);
  const isNumbered = document.querySelector('[data-moz-translations-id]') !== null;
  if (before && isNumbered) known.set(document, { ...before, forGood: true });
  const isRelabelled = before !== undefined && before.language !== document.documentElement.lang;
  return isNumbered || isRelabelled || before?.forGood === true || document.querySelector(marks) !== null;
}

/** Says whether the element's text may be a translator's: the whole page is, or `font` stands in it or around it, which Alma never writes. */
export function isTranslatedText(element: Element): boolean {
  const { translated, hasFonts } = marksIn(element.ownerDocument);
  return translated || (hasFonts && (element.closest('font') !== null || element.querySelector('font') !== null));
}
