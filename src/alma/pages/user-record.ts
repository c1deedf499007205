import { type FieldName, type Reading, read, recordOf, type UserRecord, unread } from '../../record/index.ts';
import { allById, contains, documentOf, firstDrawn, isBlank, isDrawn, parentOf, shownBy, textOf } from '../elements.ts';
import { headerNameId, noPrimaryId } from '../markup/fields.ts';
import { wordsWith } from '../markup/known.ts';
import { identifiersTableId, otherTabs, tabKeyPattern, tabKeys, tabSelector, tabTexts } from '../markup/user-page.ts';
import { placeIn } from '../place.ts';
import type { Anchor, Identity, Place, RoleRow } from '../screen.ts';
import { isTranslatedText } from '../translation.ts';
import { type LinkedUser, readingAs, usersOf } from './entities.ts';
import { type PageFields, pageFields } from './field-candidates.ts';
import { type FieldReading, identityParts, orderFor, readFields, readIdentity } from './fields.ts';
import type { ReadingOptions } from './options.ts';
import { pageNameOf } from './page-name.ts';
import { type Evidence, evidenceOf } from './recognise.ts';
import { type RoleListReading, readRoleList } from './role-list.ts';

export type Tab = 'general' | 'identifiers' | 'other';

/** User Details as it stands on screen, without what other tabs showed before. */
export interface UserPage {
  readonly evidence: Evidence;
  /** The part of the document that holds the record. */
  readonly root: Element;
  readonly tab: Tab;
  /** The tab's own id or text, to tell one of the other tabs from another. */
  readonly tabKey: string;
  readonly record: UserRecord;
  /** What was read wherever it was looked for, also before the tab could be told; by field. */
  readonly looked: Readonly<Record<string, Reading<unknown>>>;
  readonly roleRows: readonly RoleRow[];
  readonly anchors: readonly Anchor[];
  /** What says whose record it is: as Alma has drawn it, not as somebody types it. */
  readonly identity: {
    readonly primaryId: string | undefined;
    /** The identifier is what the page says it is about, and no field of this tab bears it out. */
    readonly isToldAlone: boolean;
    /** All that the page's word for the one user may stand for. */
    readonly readings: readonly string[];
    readonly name: string | undefined;
    /** The element of the name above the tabs: drawn again with the page. */
    readonly header: Element | undefined;
    /** The control that the primary identifier stands in. */
    readonly field: Element | undefined;
    /** As Alma has drawn it, and as the form stands when asked; what this tab does not show is unread. */
    readonly loaded: Identity;
    readonly typed: () => Identity;
    /** The values of the fields that can be typed into, as a text to compare. */
    readonly print: () => string;
    /** The name is a translator's: two people may have the same. */
    readonly translated: boolean;
  };
  readonly isWithoutId: boolean;
  readonly place: () => Place | undefined;
}

/**
 * Reads User Details; `undefined` on every page that is not User Details with certainty. While Alma's spinner shows (`isBusy`)
 * a list of roles may be half drawn, and is not whole.
 */
export function readUserPage(document: Document, options: ReadingOptions, isBusy = false): UserPage | undefined {
  const evidence = evidenceOf(document);
  if (!evidence) return undefined;
  const root = rootOf(document);
  const selected = selectedTab(document);
  const page = pageFields(root);
  const fields = readFields(page, options);
  const list = readRoleList(root, options.taughtLocators, orderFor(root, options));
  const roles = isBusy ? whileDrawn(list) : list;
  const tab = selected.tab ?? tabByContent(document, fields, roles.anchors);
  const users = usersOf(document);
  const told = idTold(fields.primaryId, users);
  const primaryId = agreedId(fields.primaryId, users, tab);
  const readings =
    tab === 'general'
      ? { ...fields, primaryId, roles }
      : tab === 'identifiers'
        ? { primaryId, name: fields.name }
        : { ...(users.length === 1 && { primaryId }), name: headerOnly(fields.name) };
  const shown = tab === 'general' ? roles : { rows: [], anchors: [] };
  // Where nothing names the tab, what was looked for in vain says what is to be taught before the tab can be told.
  const looked = selected.tab === undefined && tab === 'other' ? { ...fields, roles } : { ...readings, roles: shown };
  return {
    evidence,
    root,
    tab,
    tabKey: selected.key,
    record: { ...recordOf({}, 'not-on-this-page'), ...readingsOf(readings), ...seenOn(tab, roles) },
    looked: Object.fromEntries(Object.entries({ ...fields, roles }).map(([field, { reading }]) => [field, reading])),
    roleRows: shown.rows,
    anchors: Object.values(looked).flatMap((one) => ('anchor' in one ? [one.anchor] : one.anchors)),
    identity: {
      primaryId: primaryId.reading === disagreed ? undefined : (told ?? drawnPrimaryId(fields.primaryId, tab)),
      isToldAlone: primaryId.anchor.by === 'entity',
      readings: users.length === 1 ? (users[0]?.readings ?? []) : [],
      ...drawnName(document),
      ...identityOn(page, tab, options, told),
    },
    isWithoutId: tab === 'general' && users.length === 0 && isBlankId(fields.primaryId),
    place: () => placeIn(document),
  };
}

/** While Alma draws, a list may be half there, or still that of somebody else. */
function whileDrawn({ seen: _, ...list }: RoleListReading): RoleListReading {
  return list.reading.state === 'read' ? { ...list, reading: unread('partial') } : list;
}

const seenOn = (tab: Tab, { seen }: RoleListReading): Pick<UserRecord, 'rolesSeen'> =>
  tab === 'general' && seen ? { rolesSeen: seen } : {};

function readingsOf(
  readings: { readonly [F in FieldName]?: { readonly reading: Reading<unknown> } },
): Partial<UserRecord> {
  return Object.fromEntries(
    Object.entries(readings).map(([field, { reading }]) => [field, reading]),
  ) as Partial<UserRecord>;
}

/** On other tabs a first or last name may be somebody else's: only the header's name counts there. */
function headerOnly(name: FieldReading<string | null>): FieldReading<string | null> {
  return name.anchor.by === 'id' ? name : { ...name, reading: unread('not-on-this-page') };
}

const disagreed = unread('entity-disagrees');

/** What Alma has drawn in the field of the identifier. */
const shownId = ({ drawn, reading }: FieldReading<string>): string =>
  drawn ?? (reading.state === 'read' ? reading.value : '');

/** The one user whom the page names: by what its word may stand for, that which the field shows. */
const idTold = (field: FieldReading<string>, users: readonly LinkedUser[]): string | undefined =>
  users.length === 1 ? (readingAs(shownId(field), users) ?? users[0]?.id) : undefined;

/**
 * The identifier that the field and the page's entities agree on, or that one of them tells alone. What Alma has drawn is compared, not what
 * somebody types; of a blank field and a named user nobody knows which is right. On other tabs a field of that name may be somebody else's:
 * it never tells the identifier, and where it shows another one the page's word is not believed either.
 */
function agreedId(field: FieldReading<string>, users: readonly LinkedUser[], tab: Tab): FieldReading<string> {
  const told = idTold(field, users);
  const { anchor, reading } = field;
  const shown = shownId(field);
  const agrees = readingAs(shown, users) !== undefined;
  const isElsewhere = tab === 'other';
  const isSilent =
    !anchor.found ||
    (reading.state === 'unread' && reading.why === 'translated') ||
    (isElsewhere && (agrees || isBlank(shown)));
  if (isSilent && told !== undefined)
    return { reading: read(told), anchor: { field: 'primaryId', found: true, by: 'entity', sure: 'medium' } };
  if (isElsewhere && told === undefined)
    return { reading: unread('not-on-this-page'), anchor: { field: 'primaryId', found: false, sure: 'low' } };
  if (isSilent || agrees || users.length === 0 || (reading.state === 'unread' && reading.why === 'contradictory'))
    return field;
  return { ...field, reading: disagreed };
}

function drawnPrimaryId({ drawn, reading }: FieldReading<string>, tab: Tab): string | undefined {
  if (tab === 'other') return undefined;
  return drawn ?? (reading.state === 'read' ? reading.value : undefined);
}

/** A field that Alma has drawn blank, or with its words for no identifier, and that stands so. */
const isBlankId = ({ drawn, reading }: FieldReading<string>): boolean =>
  drawn !== undefined && (isBlank(drawn) || noPrimaryId.test(drawn)) && reading.state === 'unread';

/** On other tabs than General Information the fields of such names may be somebody else's. */
function identityOn(
  page: PageFields,
  tab: Tab,
  options: ReadingOptions,
  told: string | undefined,
): Pick<UserPage['identity'], 'field' | 'loaded' | 'typed' | 'print'> {
  const hereOnly = (identity: Identity): Identity => {
    if (tab === 'general') return identity;
    const elsewhere = unread('not-on-this-page');
    return { primaryId: tab === 'other' ? elsewhere : identity.primaryId, name: elsewhere, userGroup: elsewhere };
  };
  const parts = tab === 'general' ? identityParts(page, options) : [];
  return {
    field: parts[0],
    loaded: {
      ...hereOnly(readIdentity(page, options, 'drawn')),
      ...headerName(page),
      ...(told !== undefined && { primaryId: read(told) }),
    },
    typed: () => hereOnly(readIdentity(pageFields(page.root), options, 'now')),
    print: () => parts.map((part) => shownBy(part)?.text ?? '').join('\n'),
  };
}

function headerName({ root }: PageFields): Pick<Identity, 'name'> | undefined {
  const { name, translated } = drawnName(documentOf(root));
  return name === undefined || translated ? undefined : { name: read(name) };
}

function drawnName(document: Document): Pick<UserPage['identity'], 'name' | 'header' | 'translated'> {
  const header = allById(document, headerNameId).find(isDrawn);
  const text = header && textOf(header);
  const translated = header !== undefined && isTranslatedText(header);
  return { name: text && !isBlank(text) ? text : undefined, header, translated };
}

/** The page's content: the shell's page wrapper, else the form around the page header or the tabs, else the body. */
function rootOf(document: Document): Element {
  const tab = firstDrawn(document, tabSelector);
  const anchor = firstDrawn(document, '#breadcrumbs') ?? tab;
  let root = anchor?.closest('page-wrapper') ?? anchor?.closest('form') ?? document.body;
  // A header may stand in a form of its own, beside that of the tabs.
  while (tab && !contains(root, tab)) root = parentOf(root) ?? document.body;
  return root;
}

interface Selected {
  readonly tab: Tab | undefined;
  readonly key: string;
}

/** The tab that Alma marks as selected: on the inner link, on the holder, or by class. None, or more than one: not known. */
function selectedTab(document: Document): Selected {
  const selected = new Map<string, Element>();
  for (const holder of document.querySelectorAll(tabSelector)) {
    const key = tabKeyPattern.exec(holder.id)?.[1] ?? '';
    const marked = '[aria-selected="true"]';
    if (isDrawn(holder) && (holder.matches(`${marked},.active,.tabSelected`) || holder.querySelector(`a${marked}`)))
      selected.set(key, holder);
  }
  const [only] = selected;
  if (selected.size === 1 && only)
    return {
      tab: tabNamed(only[0], isTranslatedText(only[1]) ? '' : textOf(only[1])),
      key: only[0] || textOf(only[1]),
    };
  return { tab: undefined, key: '' };
}

function tabNamed(key: string, text: string): Tab | undefined {
  const byKey = tabKeys.find(([, pattern]) => pattern.test(key))?.[0];
  const byText = (['general', 'identifiers', 'other'] as const).find((tab) => wordsWith(text, tabTexts[tab]));
  if (byKey && byText && byKey !== byText) return 'other';
  return byKey ?? byText;
}

/** Where the tabs do not say it, the content does: three of the fields that only the General Information tab has. */
function tabByContent(document: Document, fields: ReturnType<typeof readFields>, roles: readonly Anchor[]): Tab {
  if (firstDrawn(document, `[id="${identifiersTableId}"]`)) return 'identifiers';
  if (otherTabs.test(pageNameOf(document) ?? '')) return 'other';
  const { primaryId, recordType, accountType, userGroup, expiryDate, purgeDate } = fields;
  const found = [primaryId, recordType, accountType, userGroup, expiryDate, purgeDate].filter(
    ({ anchor }) => anchor.found,
  ).length;
  return found + (roles.some(({ found: isFound }) => isFound) ? 1 : 0) >= 3 ? 'general' : 'other';
}
