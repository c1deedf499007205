import { type Day, type Reading, read, type UserFields, unread } from '../../record/index.ts';
import { dayBehind, isTwoWays, type Order, orderOnPage, readDay } from '../dates.ts';
import { allById, documentOf, isBlank, isDrawn, type Moment, type Shown, textOf } from '../elements.ts';
import { type CodedField, codeWords, headerNameId, type LabelledField, noPrimaryId } from '../markup/fields.ts';
import { plain, wordsWith } from '../markup/known.ts';
import type { Anchor, Identity } from '../screen.ts';
import { isTranslated, isTranslatedText } from '../translation.ts';
import { type Candidate, candidatesFor, isTaught, type PageFields, shownByParts } from './field-candidates.ts';
import type { ReadingOptions } from './options.ts';

/** A field as it was read, and what it was found by. */
export interface FieldReading<T> {
  readonly reading: Reading<T>;
  readonly anchor: Anchor;
  /** The text as Alma has drawn it, where somebody may have typed over it since. */
  readonly drawn?: string | undefined;
  /** All that the places of the field show as text. */
  readonly texts?: readonly string[];
}

type Parsed<T> = { readonly value: T; readonly code?: string } | undefined;

/** How a page writes numeric days: the policy's order, else what the page's own date inputs tell. They must not contradict each other. */
export const orderFor = (root: ParentNode, options: ReadingOptions): Order | 'contradictory' | undefined =>
  settledFor(root, options).order;

/** The same with the signs that tell it. */
function settledFor(root: ParentNode, { dateOrder }: ReadingOptions): ReturnType<typeof orderOnPage> {
  const { order, signs } = orderOnPage(root);
  if (dateOrder === 'auto') return { order, signs };
  const isSettled = order === undefined || order === dateOrder;
  return { order: isSettled ? dateOrder : 'contradictory', signs: [...signs, 'setting'] };
}

/** Reads a day in the page's order; where the orders contradict each other, only what can be read in one way. */
export function dayIn(text: string, order: Order | 'contradictory' | undefined): Day | undefined {
  return readDay(text, order === 'contradictory' ? undefined : order);
}

/** Reads the labelled fields of User Details; `order` is the page's order of numeric days. */
export function readFields(page: PageFields, options: ReadingOptions) {
  const { order, signs } = settledFor(page.root, options);
  const one = <F extends LabelledField, T>(field: F, parse: (shown: readonly Shown[]) => Parsed<T>): FieldReading<T> =>
    readField(field, page, options, parse);
  const day = (shown: readonly Shown[]): Parsed<Day | null> =>
    sameText(shown, (text) => blankOr(text, (filled) => dayIn(filled, order)));
  const dayField = (field: 'expiryDate' | 'purgeDate'): FieldReading<Day | null> => {
    const { anchor, ...rest } = one(field, day);
    const found = { ...rest, anchor: order && anchor.found ? { ...anchor, days: [order, ...signs] } : anchor };
    if (found.reading.state === 'read' && isRefused(field, page, options))
      return { ...found, reading: unread('unparseable') };
    if (found.reading.state === 'read' && !agreesWithNumbers(field, page, options, found.reading.value))
      return { ...found, reading: unread('contradictory') };
    const written = found.reading.state === 'unread' ? writtenTwoWays(found.texts, order) : undefined;
    return written === undefined ? found : { ...found, reading: unread('two-ways', written) };
  };
  return {
    primaryId: one('primaryId', primaryIdOf),
    recordType: one('recordType', (shown) => codeOf('recordType', shown)),
    accountType: one('accountType', (shown) => codeOf('accountType', shown)),
    status: one('status', (shown) => codeOf('status', shown)),
    userGroup: one('userGroup', userGroupOf),
    expiryDate: dayField('expiryDate'),
    purgeDate: dayField('purgeDate'),
    name: readName(page, options),
  };
}

/** Whether the page says beside a date's input that what stands in it is no date (2026 pages): what is meant, nobody knows. */
const isRefused = (field: 'expiryDate' | 'purgeDate', page: PageFields, { taughtLocators }: ReadingOptions): boolean =>
  candidatesFor(field, page, taughtLocators)
    .flatMap(({ parts }) => parts)
    .some(({ id }) => allById(page.root, `errorFor${id}`).some(isDrawn));

/** Whether the hidden numbers behind a date name another day. They follow what is typed when they please: only what was drawn is compared. */
function agreesWithNumbers(
  field: 'expiryDate' | 'purgeDate',
  page: PageFields,
  { taughtLocators }: ReadingOptions,
  day: Day | null,
): boolean {
  const inputs = candidatesFor(field, page, taughtLocators)
    .flatMap(({ parts }) => parts)
    .filter((part): part is HTMLInputElement => part instanceof HTMLInputElement && part.value === part.defaultValue);
  const behind = inputs.map(dayBehind).filter((one) => one !== undefined);
  return behind.every((one) => one === day);
}

/** The fields that say whose record it is, and what they show at a moment. */
export function readIdentity(page: PageFields, options: ReadingOptions, moment: Moment): Identity {
  const one = <T>(field: LabelledField, parse: (shown: readonly Shown[]) => Parsed<T>): Reading<T> =>
    readField(field, page, options, parse, moment).reading;
  const names = [one('firstName', wholeText), one('lastName', wholeText)];
  const parts = names.flatMap((reading) => (reading.state === 'read' && reading.value !== null ? [reading.value] : []));
  const [header] = headerNames(page);
  // Alma draws the header, nobody types into it.
  const isInHeader = header !== undefined && !isBlank(header) && (moment === 'drawn' || parts.length === 0);
  return {
    primaryId: one('primaryId', primaryIdOf),
    name: isInHeader ? read(header) : parts.length > 0 ? read(parts.join(' ')) : unread('not-on-this-page'),
    userGroup: one('userGroup', userGroupOf),
  };
}

/** The elements that a person or a script may change the identity in. */
export const identityParts = (page: PageFields, { taughtLocators }: ReadingOptions): readonly Element[] =>
  (['primaryId', 'firstName', 'lastName', 'userGroup'] as const).flatMap((field) =>
    candidatesFor(field, page, taughtLocators).flatMap(({ parts }) => parts),
  );

const primaryIdOf = (shown: readonly Shown[]): Parsed<string> =>
  sameText(shown, (text) => (isBlank(text) || noPrimaryId.test(text) ? undefined : { value: text }));

const wholeText = (shown: readonly Shown[]): Parsed<string | null> =>
  sameText(shown, (one) => blankOr(one, (filled) => filled));

function readField<T>(
  field: LabelledField | 'name',
  page: PageFields,
  options: ReadingOptions,
  parse: (shown: readonly Shown[]) => Parsed<T>,
  moment: Moment = 'now',
): FieldReading<T> {
  const candidates = candidatesFor(field, page, options.taughtLocators);
  const name = field === 'firstName' || field === 'lastName' ? 'name' : field;
  const first = candidates[0];
  if (!first) {
    const taught = isTaught(field, options.taughtLocators);
    return {
      reading: unread(isTranslated(page.root.ownerDocument) ? 'translated' : 'not-on-this-page'),
      anchor: {
        field: name,
        found: false,
        sure: taught ? 'high' : 'low',
        ...(taught ? { by: 'taught' as const } : {}),
      },
    };
  }
  return {
    reading: agreed(candidates, field === 'userGroup' ? whole : coded, parse, moment),
    anchor: { field: name, found: true, by: first.by, sure: first.sure },
    drawn: drawnIn(candidates),
    texts: candidates.flatMap(({ parts }) => (shownByParts(parts, moment) ?? []).map(({ text }) => text)),
  };
}

/** The one text of a day's field that can be read two ways; `undefined` where its places do not all show the same. */
function writtenTwoWays(texts: readonly string[] = [], order: Order | 'contradictory' | undefined): string | undefined {
  const [only, ...others] = new Set(texts);
  const isUnsettled = only !== undefined && isTwoWays(only, order === 'contradictory' ? undefined : order);
  return others.length === 0 && isUnsettled ? only : undefined;
}

/** The text of the field's one input as Alma has drawn it. */
function drawnIn(candidates: readonly Candidate[]): string | undefined {
  const inputs = candidates.flatMap(({ parts }) =>
    parts.flatMap((part) => (part instanceof HTMLInputElement || part instanceof HTMLTextAreaElement ? [part] : [])),
  );
  return inputs.length === 1 ? inputs[0]?.defaultValue.trim() : undefined;
}

/** What is Alma's own of what the parts of a field show, where a translator may have been at their texts. */
type Own = (shown: readonly Shown[]) => readonly Shown[];

/** Codes, and texts that nobody has touched. */
const coded: Own = (shown) =>
  shown.flatMap((one) => (one.translated ? (one.code ? [{ text: '', code: one.code }] : []) : [one]));

/** All or nothing: a policy may name a user group by its name, and then the code alone decides nothing. */
const whole: Own = (shown) => (shown.some(({ translated }) => translated) ? [] : shown);

/** The value on which all candidates agree. Two that differ are contradictory, also when one of them cannot be understood. */
function agreed<T>(
  all: readonly Candidate[],
  ownOf: Own,
  parse: (shown: readonly Shown[]) => Parsed<T>,
  moment: Moment,
): Reading<T> {
  const seen = all.map((candidate) => ({ candidate, shown: shownByParts(candidate.parts, moment) }));
  const told = seen.map(({ candidate, shown }) => ({ candidate, shown, own: shown && ownOf(shown) }));
  const own = told.filter((one) => one.own === undefined || one.own.length > 0 || one.shown?.length === 0);
  if (own.length === 0) return unread('translated');
  const candidates = own.map(({ candidate }) => candidate);
  const values = own.map(({ own: shown }) => (shown && shown.length > 0 ? parse(shown) : undefined));
  const first = values[0];
  const codes = new Set(values.flatMap((value) => value?.code ?? []));
  if (codes.size > 1 || values.some((value) => JSON.stringify(value?.value) !== JSON.stringify(first?.value)))
    return unread('contradictory');
  if (first) return read(first.value, [...codes][0]);
  return unread(candidates.some((candidate) => candidate.parts.length > 1) ? 'contradictory' : 'unparseable');
}

/** What the parts say in text, which must be the same in all. An option's text speaks for a code. */
function sameText<T>(shown: readonly Shown[], parse: (text: string) => Parsed<T>): Parsed<T> {
  const values = shown.map(({ text }) => parse(text));
  const first = values[0];
  return values.every((value) => JSON.stringify(value) === JSON.stringify(first)) ? first : undefined;
}

function blankOr<T>(text: string, parse: (text: string) => T | undefined): Parsed<T | null> {
  if (isBlank(text)) return { value: null };
  const value = parse(text);
  return value === undefined ? undefined : { value };
}

/** Turns code or translated text into the code; parts that name different codes name none. */
export function codeOf<F extends CodedField>(field: F, shown: readonly Shown[]): Parsed<UserFields[F]> {
  const named = shown.map((one) => codesNamed(field, one));
  const codes = new Set(named.flat());
  const [only] = codes;
  const allUnderstood = named.every((found, at) => found.length > 0 || (shown.length > 1 && isCompanion(shown, at)));
  return codes.size === 1 && only && allUnderstood ? { value: only as UserFields[F] } : undefined;
}

/** A combo's visible text need not be understood where it is that of the option chosen behind it, which has told its code. */
const isCompanion = (shown: readonly Shown[], at: number): boolean => {
  const { text = '', code } = shown[at] ?? {};
  const isOf = (other: Shown): boolean =>
    other.code !== undefined &&
    (isBlank(other.text) || [other.text, other.code].some((one) => plain(one) === plain(text)));
  return code === undefined && text !== '' && shown.some(isOf);
};

function codesNamed(field: CodedField, { text, code }: Shown): string[] {
  const codes = Object.entries(codeWords[field]);
  const byCode = codes.filter(([known]) => code !== undefined && known === code.toUpperCase());
  const byText = codes.filter(([known, entries]) => known === text.toUpperCase() || wordsWith(text, entries));
  return [...new Set([...byCode, ...byText].map(([known]) => known))];
}

/** The group's name, with its code where an option has one; a combo's text must be that of the option chosen behind it. */
function userGroupOf(shown: readonly Shown[]): Parsed<string | null> {
  const chosen = shown.filter((one) => one.code !== undefined);
  const [first] = chosen.length > 0 ? chosen : shown;
  if (!first) return undefined;
  const agrees = (one: Shown): boolean =>
    one.code === undefined && chosen.length > 0
      ? plain(one.text) === plain(first.text) || plain(one.text) === plain(first.code ?? '')
      : one.code === first.code && one.text === first.text;
  if (!shown.every(agrees)) return undefined;
  const { text, code } = first;
  if (code === undefined) return { value: isBlank(text) ? null : text };
  if (isBlank(code)) return { value: null };
  return isBlank(text) ? { value: code } : { value: text, code };
}

const headerNames = (page: PageFields): string[] =>
  allById(documentOf(page.root), headerNameId)
    .filter((element) => isDrawn(element) && !isTranslatedText(element))
    .map(textOf);

/** The display name in the header; else first and last name. A header that knows neither of them contradicts them. */
function readName(page: PageFields, options: ReadingOptions): FieldReading<string | null> {
  const headers = headerNames(page);
  if (isTaught('name', options.taughtLocators)) {
    const taught = readField('name', page, options, wholeText);
    const own = taught.reading.state === 'read' && taught.reading.value !== null ? [taught.reading.value] : [];
    const agrees = headers.every((header) => isNameOf(header, own));
    return agrees ? taught : { ...taught, reading: unread('contradictory') };
  }
  const first = readField('firstName', page, options, wholeText);
  const last = readField('lastName', page, options, wholeText);
  const parts = [first.reading, last.reading].flatMap((reading) =>
    reading.state === 'read' && reading.value !== null ? [reading.value] : [],
  );
  const [header] = headers;
  if (header === undefined) {
    if (first.reading.state !== 'read' || last.reading.state !== 'read')
      return last.reading.state === 'read' ? first : last;
    return { reading: read(parts.length > 0 ? parts.join(' ') : null), anchor: last.anchor };
  }
  const anchor: Anchor = { field: 'name', found: true, by: 'id', sure: 'medium' };
  if (headers.some((other) => other !== header)) return { reading: unread('contradictory'), anchor };
  if (isBlank(header) && parts.length === 0) return { reading: read(null), anchor };
  return { reading: isNameOf(header, parts) ? read(header) : unread('contradictory'), anchor };
}

function isNameOf(header: string, parts: readonly string[]): boolean {
  const known = new Set(tokens(header));
  return parts.every((part) => tokens(part).every((token) => known.has(token)));
}

const tokens = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '');
