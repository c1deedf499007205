/** Upper case first: a letter with several lower-case forms (ı, i) then has one. A dotted capital I leaves its dot behind. */
const withoutCase = (text: string): string =>
  text.toUpperCase().toLowerCase().replaceAll('i\u0307', 'i').replaceAll('ς', 'σ').replaceAll('ß', 'ss');

/** Plain letters, digits and signs with single spaces between: nothing in them has a second form. */
const plain = /^[!-~]+(?: [!-~]+)*$/;

/** What a screen does not draw: Unicode's default ignorables (zero-width, soft hyphen, direction marks, byte order mark), marks of annotations, and controls that are no space. */
const undrawn = /\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]|(?!\s)\p{Cc}/gu;

/**
 * Text as a person sees it, to be compared and never to be shown or written: without case, without what is not drawn, with
 * full-width and other compatibility forms as their plain ones, every run of spaces (no-break ones too) as one, none at the ends.
 * It is Unicode's caseless match of identifiers (toNFKC_Casefold, The Unicode Standard 3.13) with spaces drawn together.
 */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  const seen = text.replace(undrawn, '').normalize('NFKC').replace(undrawn, '');
  return withoutCase(seen).normalize('NFKC').replace(/\s+/g, ' ').trim();
}

/** The key of a person: the primary identifier as a person sees it. Pages, rules and files all look people up by it. */
export const personKey = fold;
