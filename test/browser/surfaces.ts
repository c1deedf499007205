import { type AlmaPage, managementPage, rolePage, userDetails } from '../alma/description.ts';
import { offeredRoles } from '../alma/neighbours.ts';
import { exLibrisAccount, namedUser, ordinaryPatron } from '../alma/people.ts';
import { role } from '../alma/roles.ts';
import type { AlmaTab } from './alma-tab.ts';
import type { Desk } from './desk.ts';
import { openOptions, pastePolicy } from './options-screen.ts';
import { ReviewScreen } from './review-screen.ts';
import { RollUpScreen } from './roll-up-screen.ts';
import type { ScreenTab } from './screen-tab.ts';
import { openPageCheck, openReport, openStrange, startTeaching, unreadGroup } from './teaching-screen.ts';
import { words } from './words.ts';

export type Size = readonly [width: number, height: number];

/** A window of half the usual width and height: what is left of the usual one at a zoom of 200 %. */
export const zoomed: Size = [640, 400];
export const phone: Size = [375, 700];

/** What stands on a page, in `tab` and within the parts that `within` finds. */
export interface Surface {
  readonly tab: ScreenTab;
  readonly within: string;
  /** How small the window may become; as small as a phone's unless told. */
  readonly smallest?: Size;
}

/** What shows, and how it is brought to show. */
type Surfaces = Readonly<Record<string, (desk: Desk) => Promise<Surface>>>;

const panel = 'alma-user-guard';
/** A page whose script text does not say whose it is. */
const nameless = { skeleton: { entities: 'absent' } } as const;

async function openFolds(tab: ScreenTab): Promise<void> {
  await tab.until('everything is unfolded', () =>
    tab.run(() => {
      const folded = document.querySelectorAll<HTMLDetailsElement>('details:not([open])');
      for (const fold of folded) fold.open = true;
      return folded.length === 0 && document.querySelector('details') !== null;
    }),
  );
}

/** The marked user list, in a small window from the start: what opens beside a row is placed for the window that is there. */
async function openList(desk: Desk): Promise<ScreenTab> {
  const tab = await desk.openAlma('list-with-id');
  await tab.resize(...zoomed);
  await tab.until('the rows are marked', async () => (await tab.count('alma-user-guard-mark')) > 0);
  return tab;
}

async function openGuide(desk: Desk, page: AlmaPage): Promise<Surface> {
  const tab = await desk.openAlma(page);
  await tab.until('the guide shows', async () => (await tab.count('[data-guide]')) > 0);
  return { tab, within: panel };
}

/** An Ex Libris account whose identifier and name hold no place to break them. */
const long = {
  ...exLibrisAccount,
  id: 'exl_an_identifier_without_a_place_to_break_it@example.org',
  lastName: 'Featherstonehaughcholmondeley-Marjoribanks',
};

/** The guidance on a record, with all that can be unfolded in it. */
async function openRecord(desk: Desk, page: AlmaPage): Promise<Surface> {
  const tab = await desk.openAlma(page);
  await tab.guidance();
  const folds = () => tab.attributes('button[aria-controls="details"]', 'aria-expanded');
  if ((await folds())[0]?.['aria-expanded'] === 'false') await tab.click('button[aria-controls="details"]');
  await tab.until('the details show', async () => (await folds())[0]?.['aria-expanded'] === 'true');
  return { tab, within: panel };
}

/** A record with roles that nobody knows, one of them under a name without a place to break. */
const strangeRoles = userDetails(
  {
    ...ordinaryPatron,
    roles: [role('Lesesaalgast'), role('Benutzerinnenundbenutzerverwaltungsbeauftragtenvertretung')],
  },
  { language: 'de', dateFormat: 'dotted' },
);

/** Types into the identifier's field of an editable record. */
const typeIdentifier = (tab: AlmaTab, identifier: string): Promise<void> =>
  tab.run((typed) => {
    const field = document.querySelector<HTMLInputElement>('input[id^="pageBean"][id$="primaryIdentifier"]');
    if (!field) throw new Error('There is no field for the identifier.');
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, identifier);

/** What the guard says when something is pressed: a question, or a notice beside what goes ahead. */
async function openGuard(
  desk: Desk,
  page: AlmaPage,
  pressed: string,
  says: string,
  before?: (tab: AlmaTab) => Promise<void>,
): Promise<Surface> {
  const tab = await desk.openAlma(page);
  await tab.until('our code is there', async () => (await tab.ownElements()) > 0);
  await before?.(tab);
  await tab.click(pressed);
  await tab.until(`it says "${says}"`, async () => (await tab.texts('.guard')).some((said) => said.includes(says)));
  return { tab, within: panel };
}

const [saveButton, deleteButton] = ['[data-does="save"]', '[data-does="delete"]'];

/** Each form of the guard's question and of its notice; some words are said only by one of them. */
const guards: Surfaces = {
  'the question about a Delete': (desk) =>
    openGuard(desk, userDetails(namedUser, { deleteButton: true }), deleteButton, words('guard_delete_password')),
  'the question about a Delete of nobody can say whom': (desk) =>
    openGuard(
      desk,
      userDetails(namedUser, { tab: 'notes', deleteButton: true, ...nameless }),
      deleteButton,
      words('guard_id_unread'),
    ),
  'the question about a Delete of a protected account': (desk) =>
    openGuard(desk, userDetails(long, { deleteButton: true }), deleteButton, words('guard_protected_lost')),
  'the question about a Save of a protected account with another identifier': (desk) =>
    openGuard(desk, userDetails(long, { editable: true }), saveButton, words('guard_edit_protected_instead'), (tab) =>
      typeIdentifier(tab, 'another_identifier_without_a_place_to_break_it@example.org'),
    ),
  'the question about a Save under a protected identity': (desk) =>
    openGuard(desk, userDetails(namedUser, { editable: true }), saveButton, words('guard_rename_lost'), (tab) =>
      typeIdentifier(tab, long.id),
    ),
  'the question about a merge': (desk) =>
    openGuard(
      desk,
      managementPage('merge-users', { people: [long, ordinaryPatron] }),
      '[data-does="merge"]',
      words('guard_merge_protected_lost'),
    ),
  'the question about a purge': (desk) =>
    openGuard(desk, managementPage('purge-add-job'), '[data-does="run"]', words('guard_purge_scope')),
  'the notice beside a Save of nobody can say whom': (desk) =>
    openGuard(
      desk,
      userDetails(exLibrisAccount, { tab: 'notes', ...nameless }),
      saveButton,
      words('guard_edit_unread_lost'),
    ),
  'the notice beside a role that is taken off': (desk) =>
    openGuard(
      desk,
      userDetails(namedUser, { editable: true }),
      'tr[data-row="1"] .submitUrl[class*="delete"]',
      words('guard_export'),
      (tab) => tab.click('tr[data-row="1"] [data-does="menu"]'),
    ),
};

/** A policy with entries that cannot be used and names that are hard to break, which would change much. */
const pasted = {
  format: 'alma-user-guard-policy',
  version: 1,
  base: 'carli',
  name: 'Bibliotheksverbundzentrale-Nordwestmecklenburg',
  loginWindowDays: 900,
  a_setting_that_nobody_knows_and_that_cannot_be_broken: 'red',
  backupAccounts: [long.id, 'backup-admin'],
  protectedAccounts: [{ match: 'exact', value: long.id, label: '', counts: false, source: '' }, { match: 'guess' }],
};

/** A code table of Alma's with names that can be taken over, and with one whose role nobody can know. */
const roleTable = JSON.stringify({
  name: 'UserRoles',
  row: [
    { code: '200', description: 'Lesende' },
    { code: '21', description: 'Benutzerinnenundbenutzerverwaltungsbeauftragte' },
    { code: '990', description: 'Dozentinnenunddozentenbetreuungsbeauftragte' },
  ],
});

/** The options with every fold, form and report open at once. */
async function openAllOptions(desk: Desk): Promise<ScreenTab> {
  const tab = await openOptions(desk);
  await openFolds(tab);
  for (let forms = 0; (await tab.count('[data-button="add"]')) > 0; forms += 1) {
    await tab.click('[data-button="add"]');
    await tab.until('a form is open', async () => (await tab.count('fieldset.entry-list form')) > forms);
  }
  await tab.run((table) => {
    const input = document.querySelector<HTMLInputElement>('[data-input="role-table"]');
    const transfer = new DataTransfer();
    transfer.items.add(new File([table], 'UserRoles.json', { type: 'application/json' }));
    if (!input) throw new Error('No input for a code table.');
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, roleTable);
  await pastePolicy(tab, JSON.stringify(pasted));
  await tab.until('both reports are there', async () => (await tab.count('section.report')) === 2);
  return tab;
}

/** An export with a name that may be Patron's in another language, and one without a place to break. */
const strangeExport = `Primary Identifier,Last Name,First Name,Status,Role Type,Role Scope
00077,Duarte,Ines,Active,Čtenář,01EX_INST
00079,Yilmaz,Deniz,Active,Benutzerinnenundbenutzerverwaltungsbeauftragtenvertretung,01EX_INST
`;

/** The popup beside a record, with an identifier looked at. */
async function openChecked(desk: Desk, identifier: string): Promise<Surface> {
  const tab = await desk.openExtension('popup');
  await tab.click('form.check input');
  await tab.type(identifier);
  await tab.press('Enter');
  await tab.until('the verdict is there', async () => (await tab.count('[data-protected]')) > 0);
  // The popup decides its own window's width.
  return { tab, within: 'html', smallest: zoomed };
}

/** All that the extension shows beside Alma's pages and on its own, but the review; each way leaves the settings alone. */
export const surfaces: Surfaces = {
  'the guidance for a patron': (desk) => openRecord(desk, userDetails(ordinaryPatron)),
  'the guidance for a named user': (desk) => openRecord(desk, userDetails(namedUser)),
  'the guidance for a protected account': (desk) => openRecord(desk, userDetails(long)),
  'the guidance for a record that was not read whole': (desk) =>
    openRecord(desk, userDetails(namedUser, { roleList: { extent: 'not-drawn' } })),
  'the question what a role is': async (desk) => {
    const tab = await desk.openAlma(strangeRoles);
    await tab.until('it asks', async () => (await tab.count('.ask select')) === 2);
    return { tab, within: panel };
  },
  'the question what a role is, in the popup': async (desk) => {
    const alma = await desk.openAlma(strangeRoles);
    await alma.guidance();
    const tab = await desk.openExtension('popup');
    await tab.until('it asks', async () => (await tab.count('.role-questions select')) === 2);
    await openFolds(tab);
    return { tab, within: 'html', smallest: zoomed };
  },
  ...guards,
  'the notice beside an action': async (desk) => {
    const tab = await openList(desk);
    await tab.click('tr[data-row="0"] .toggleCheck');
    await tab.until('the notice shows', async () => (await tab.count('[role="status"][popover]')) > 0);
    return { tab, within: panel, smallest: zoomed };
  },
  'the marks of a list with an open tip': async (desk) => {
    const tab = await openList(desk);
    await tab.run(() => document.querySelector('alma-user-guard-mark')?.shadowRoot?.querySelector('button')?.focus());
    await tab.until('the tip is open', async () => (await tab.count('.tip:popover-open')) > 0);
    return { tab, within: 'alma-user-guard-mark', smallest: zoomed };
  },
  'the guide for a purge': (desk) => openGuide(desk, managementPage('purge-add-job')),
  'the guide for adding roles': (desk) => openGuide(desk, rolePage('add-role', ordinaryPatron, offeredRoles)),
  'the request to point at a field': async (desk) => {
    const tab = await openStrange(desk);
    await unreadGroup(tab);
    await startTeaching(desk, tab);
    return { tab, within: panel };
  },
  'the popup with the page check and all else unfolded': async (desk) => {
    await unreadGroup(await openStrange(desk));
    const tab = await openPageCheck(desk);
    await tab.until('fields can be shown', async () => (await tab.count('[data-teach]')) > 0);
    await openFolds(tab);
    // The popup decides its own window's width.
    return { tab, within: 'html', smallest: zoomed };
  },
  'the page report': async (desk) => {
    await (await desk.openAlma(userDetails(namedUser))).guidance();
    return { tab: await openReport(desk), within: 'html' };
  },
  'the names of roles that nobody knows, in the review': async (desk) => {
    const screen = await ReviewScreen.open(desk);
    await screen.give([{ name: 'roles.csv', bytes: new TextEncoder().encode(strangeExport) }]);
    await screen.figures();
    await screen.tab.until('it asks', async () => (await screen.tab.count('#role-names select')) === 2);
    return { tab: screen.tab, within: '#role-names' };
  },
  'the made-up consortium, added up': async (desk) => {
    const { tab } = await RollUpScreen.practising(desk);
    await openFolds(tab);
    return { tab, within: 'html' };
  },
  'the popup with a protected identifier': async (desk) => {
    await (await desk.openAlma(userDetails(long))).guidance();
    return openChecked(desk, long.id);
  },
  'the popup with an identifier that says nothing': (desk) => openChecked(desk, ordinaryPatron.id ?? ''),
  'the options with every fold, form and report open': async (desk) => ({
    tab: await openAllOptions(desk),
    within: 'html',
  }),
};
