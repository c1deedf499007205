/**
 * What translators leave in a page, each as its own browser or maker writes it. Edge and its widget: attributes that begin `_mst` and
 * `_istranslated` (seen in saved pages; mdn/browser-compat-data#26188). Chrome and Google's widget: a class on `html`, and `font`
 * elements (react/react#11538); Traduzir and others write the same `font`. Yandex: an element of its own. Firefox (its own
 * translations-document.sys.mjs, version 153): `html[lang]` becomes the target language when it begins, and numbers stand on elements
 * while they are translated; nothing stays on the texts. Immersive Translate: marks on what it has walked through. Read Frog: what it puts in (its marks on what it has walked through
 * stay when it shows the original again, as its own guide for testers says).
 */
const ofTexts = [
  ...['_msttexthash', '_msthash', '_mstmutation', '_istranslated', 'data-moz-translations-id'],
  ...['data-immersive-translate-walked', 'data-immersive_translate_walked', 'data-immersive-translate-effect'],
  'data-read-frog-translation-only',
];
const onThePage = ['translated-ltr', 'translated-rtl'];
const marks = [
  ...ofTexts.map((name) => `[${name}]`),
  'ya-tr-span,.immersive-translate-target-wrapper,.read-frog-translated-content-wrapper,font[style*="vertical-align"][style*="inherit"]',
  // In what names things; elsewhere somebody may have written it into a note.
  'label font,th font,#breadcrumbs font',
].join(',');

/** The attributes by which a watch hears that a translator has begun. */
export const translationAttributes: readonly string[] = ofTexts;

/** What was found in all of a document. */
interface Found {
  readonly isMarked: boolean;
  /** Firefox's numbers stand in it. */
  readonly isNumbered: boolean;
  readonly hasFonts: boolean;
}

interface Known {
  /** `html[lang]` when one of Alma's pages was first recognised here: Alma itself changes it with a new document only. */
  readonly language: string;
  /** Firefox takes its marks away again, but its texts stay until the document is loaded anew. */
  forGood: boolean;
  /** What was found stands until elements of others than ours come or go, or one of the attributes changes: a long list takes long to search. */
  found: Found | undefined;
  /** There while one of Alma's pages is in view. */
  changes: MutationObserver | undefined;
}

const known = new WeakMap<Document, Known>();
/** In a document that is not watched, what was found stands for the task at hand. */
const foundNow = new Map<Document, Found>();

/** Notes in which language one of Alma's pages is first recognised; a document that changes it afterwards is being translated. */
export function noteLanguage(document: Document): void {
  const { documentElement } = document;
  const noted: Known = known.get(document) ?? {
    language: documentElement.lang,
    forGood: false,
    found: undefined,
    changes: undefined,
  };
  if (noted.changes) return;
  const changes = new MutationObserver((records) => forgetFound(document, records));
  changes.observe(documentElement, { subtree: true, childList: true, attributeFilter: [...ofTexts] });
  known.set(document, { ...noted, found: foundNow.get(document), changes });
}

/** Ends the watch for translators while no page that is read is in view; what was noted stays. */
export function restLanguage(document: Document): void {
  const noted = known.get(document);
  noted?.changes?.disconnect();
  if (noted) noted.changes = noted.found = undefined;
}

/** Forgets what was noted of a document that is watched no longer. */
export function forgetLanguage(document: Document): void {
  restLanguage(document);
  known.delete(document);
}

function forgetFound(document: Document, records: readonly MutationRecord[]): void {
  const noted = known.get(document);
  if (noted?.found && records.some(mayTellMore)) noted.found = undefined;
}

const mayTellMore = ({ type, addedNodes, removedNodes }: MutationRecord): boolean =>
  type === 'attributes' || [...addedNodes, ...removedNodes].some(isForeignElement);

const isForeignElement = (node: Node): boolean =>
  node.nodeType === 1 && !(node as Element).localName.startsWith('alma-user-guard');

/** Says whether a translator is at work in the document: then no text in it is Alma's. Values of controls and codes are. */
export function isTranslated(document: Document): boolean {
  const { isMarked } = foundIn(document);
  const noted = known.get(document);
  const isRelabelled = noted !== undefined && noted.language !== document.documentElement.lang;
  return isMarked || isRelabelled || noted?.forGood === true || isClassed(document);
}

/** Asked of the two elements themselves: browsers search a whole document for `html.translated-ltr`. */
const isClassed = ({ documentElement, body }: Document): boolean =>
  [documentElement, body].some((element) => onThePage.some((name) => element?.classList.contains(name)));

function foundIn(document: Document): Found {
  const noted = known.get(document);
  const found = noted?.changes ? foundSince(document, noted, noted.changes) : foundInTask(document);
  if (noted) noted.forGood ||= found.isNumbered;
  return found;
}

function foundSince(document: Document, noted: Known, changes: MutationObserver): Found {
  forgetFound(document, changes.takeRecords());
  noted.found ??= search(document);
  return noted.found;
}

function foundInTask(document: Document): Found {
  const before = foundNow.get(document);
  if (before) return before;
  const found = search(document);
  foundNow.set(document, found);
  queueMicrotask(() => foundNow.delete(document));
  return found;
}

function search(document: Document): Found {
  const isMarked = document.querySelector(marks) !== null;
  const isNumbered = isMarked && document.querySelector('[data-moz-translations-id]') !== null;
  return { isMarked, isNumbered, hasFonts: document.getElementsByTagName('font').length > 0 };
}

/** Says whether the element's text may be a translator's: the whole page is, or `font` stands in it or around it, which Alma never writes. */
export function isTranslatedText(element: Element): boolean {
  const { ownerDocument } = element;
  const { hasFonts } = foundIn(ownerDocument);
  return (
    isTranslated(ownerDocument) ||
    (hasFonts && (element.closest('font') !== null || element.querySelector('font') !== null))
  );
}
