import { fieldRow, section } from './controls.ts';
import type { UserDetailsPage, UserTab } from './description.ts';
import { attributes, type Html, html } from './html.ts';
import { type List, type ListRow, list } from './list.ts';
import { namingOf } from './naming.ts';
import { ordinaryPatron, shownName } from './people.ts';
import { type Word, word } from './words.ts';

type OtherTab = Exclude<UserTab, 'general'>;

/** The content of a tab other than General Information. Identifiers follows what was seen; the others are synthetic. */
export function tabContent(page: UserDetailsPage): Html {
  const tab = page.tab as OtherTab;
  const drawn = special[tab]?.(page) ?? plainList(page, tab);
  return section(page, word(page.language, tab), drawn, 'tabArea');
}

const special: Partial<Record<OtherTab, (page: UserDetailsPage) => Html>> = {
  identifier: (page) => list(identifiers(page)),
  notes: (page) => html`${note(page)}${plainList(page, 'notes')}`,
  proxy: (page) => list(proxies(page)),
};

/** Barcodes and the like; the primary identifier is not among them. */
function identifiers(page: UserDetailsPage): List {
  const naming = namingOf(page.ids);
  return base(page, naming.identifierList, {
    columns: [
      { path: naming.identifierColumn.type, label: word(page.language, 'idType') },
      { path: naming.identifierColumn.value, label: word(page.language, 'value') },
      { path: 'userIdentifier.status', label: word(page.language, 'status') },
    ],
    rows: page.person.otherIds.map(({ type, value }, n) => ({
      key: String(n + 1),
      cells: [{ text: type }, { text: value }, { text: word(page.language, 'ACTIVE') }],
      actions: [],
    })),
  });
}

/** People for whom this user may borrow: other people's names, identifiers and status on this user's page. */
function proxies(page: UserDetailsPage): List {
  const other = page.otherPerson ?? ordinaryPatron;
  return base(page, 'proxyForList', {
    columns: (['name', 'primaryId', 'status'] as const satisfies readonly Word[]).map((key) => ({
      path: `proxyFor.${key}`,
      label: word(page.language, key),
    })),
    rows: [
      {
        key: '1',
        cells: [{ text: shownName(other) }, { text: other.id }, { text: word(page.language, other.status) }],
        actions: [{ key: 'c.ui.table.btn.delete', label: word(page.language, 'remove'), does: 'duplicate' }],
      },
    ],
  });
}

/** The name of the note's field was seen. */
const note = (page: UserDetailsPage): Html =>
  html`<div class="row"><label${attributes({ for: page.ids === 'bare' ? null : 'pageBeannewNoteuserNotenote' })}><span class="displayTableCell verticalMiddle">${word(
    page.language,
    'note',
  )}</span></label><textarea${attributes({
    id: page.ids === 'bare' ? null : 'pageBeannewNoteuserNotenote',
    name: page.ids === 'bare' ? null : 'pageBean.newNote.userNote.note',
    rows: 3,
  })}></textarea></div>`;

const plainList = (page: UserDetailsPage, tab: OtherTab): Html => {
  if (tab === 'contact') {
    return fieldRow(page, {
      path: 'user.contactInfo.email',
      label: word(page.language, 'email'),
      text: page.person.id?.includes('@') ? page.person.id : null,
      section: 'contact',
    });
  }
  return list(
    base(page, `${tab}List`, {
      columns: [
        { path: `${tab}.type`, label: word(page.language, 'idType') },
        { path: `${tab}.value`, label: word(page.language, 'value') },
      ],
      rows: page.lines && (tab === 'notes' || tab === 'blocks') ? linesOf(page, tab) : [],
    }),
  );
};

/** Rows of notes or blocks, which can be edited and taken off (synthetic but for the keys of the actions). */
const linesOf = (page: UserDetailsPage, tab: 'notes' | 'blocks'): ListRow[] =>
  [1, 2].map((n) => ({
    key: String(n),
    cells: [{ text: word(page.language, tab) }, { text: `Asked at the desk, ${n}` }],
    actions: [
      { key: 'c.ui.table.btn.edit', label: word(page.language, 'edit'), does: 'duplicate' },
      { key: 'c.ui.table.btn.delete', label: word(page.language, 'delete'), does: 'delete-line' },
    ],
  }));

function base(page: UserDetailsPage, id: string, other: Pick<List, 'columns' | 'rows'>): List {
  const count = other.rows.length;
  return {
    id,
    look: page,
    counter: { first: Math.min(count, 1), last: count, of: count },
    pages: 1,
    found: null,
    ...other,
  };
}
