import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCsv, writeXlsx } from '../../src/sheets/index.ts';
import { userDetails } from '../alma/description.ts';
import { externalStaff } from '../alma/people.ts';
import { role } from '../alma/roles.ts';
import { FilesScreen } from './files-screen.ts';
import { expect, test } from './fixtures.ts';
import { openOptions, saved } from './options-screen.ts';
import { words } from './words.ts';

const rows = (patron: string) => [
  { code: '200', description: patron },
  { code: '204', description: `${patron}katalog` },
];
const cells = (patron: string) => [
  ['Code', 'Description'],
  ...rows(patron).map(({ code, description }) => [code, description]),
];

/** The same table in each form in which Alma gives it: the interface's answers, and what the list exports. Each calls Patron by another name. */
const tables: readonly (readonly [name: string, patron: string, content: string | Uint8Array])[] = [
  [
    'roles.json',
    'Lesende',
    JSON.stringify({
      name: { value: 'HFrUserRoles.roleType' },
      row: rows('Lesende').map((row) => ({ ...row, enabled: true })),
    }),
  ],
  [
    'roles.xml',
    'Ausleihende',
    `<?xml version="1.0"?><code_table><name>HFrUserRoles.roleType</name><rows>${rows('Ausleihende')
      .map(({ code, description }) => `<row><code>${code}</code><description>${description}</description></row>`)
      .join('')}</rows></code_table>`,
  ],
  ['roles.csv', 'Benutzende', writeCsv(cells('Benutzende'))],
  ['roles.xlsx', 'Entleihende', writeXlsx(cells('Entleihende'))],
];

test('a code table of roles is chosen, looked at and taken over by keyboard, as JSON, XML, CSV and workbook, and names the roles of the open record', async ({
  ownDesk,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'alma-user-guard-roles-'));
  const desk = await ownDesk();
  const held = tables.map(([, patron]) => role(patron));
  const alma = await desk.openAlma(
    userDetails({ ...externalStaff, roles: held }, { language: 'de', dateFormat: 'dotted' }),
  );
  await alma.guidance('nobody can tell', ({ answer }) => answer === 'cannot-tell');
  const options = await openOptions(desk);
  for (const [name, patron, content] of tables) {
    const path = join(folder, name);
    writeFileSync(path, content);
    await options.show();
    await options.run(() => document.querySelector<HTMLElement>('[data-input="role-table"]')?.focus());
    await options.chooseFiles(() => options.press(' '), [path]);
    await options.until(`what ${name} holds is told, and has the focus`, () =>
      options.run(() => document.activeElement?.matches('section.report') === true),
    );
    expect((await options.texts('section.report'))[0]).toContain(words('options_role_table_named', { count: 2 }));
    await options.press('Tab', 'Enter');
    await options.until('the focus is back where the next table is given', () =>
      options.run(() => document.activeElement?.matches('[data-input="role-table"]') === true),
    );
    await options.until('the name is listed', async () => (await options.texts('#roles strong')).includes(patron));
    await saved(options);
  }
  await alma.show();
  await alma.guidance('each of them is Patron', ({ answer }) => answer === 'does-not-count');
  rmSync(folder, { recursive: true, force: true });
});

test('a code table of roles is dropped beside its field, and names the roles of the open record', async ({
  ownDesk,
}) => {
  const desk = await ownDesk();
  const alma = await desk.openAlma(
    userDetails({ ...externalStaff, roles: [role('Lesende')] }, { language: 'de', dateFormat: 'dotted' }),
  );
  await alma.guidance('nobody can tell', ({ answer }) => answer === 'cannot-tell');
  const options = await openOptions(desk);
  const [[name, , content] = []] = tables;
  await new FilesScreen(options, 'role-table').drop([{ name: name ?? '', bytes: Buffer.from(content ?? '') }]);
  await options.until('what it holds is told', async () => (await options.count('section.report')) > 0);
  await options.click('section.report button.primary');
  await options.until('the name is listed', async () => (await options.texts('#roles strong')).includes('Lesende'));
  await saved(options);
  await alma.show();
  await alma.guidance('it is Patron', ({ answer }) => answer === 'does-not-count');
});
