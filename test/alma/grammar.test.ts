import { describe, expect, it } from 'vitest';
import { everyCase } from './cases.ts';
import type { AlmaPage } from './description.ts';
import type { AlmaCase } from './expected.ts';
import { partsIn, type Tag, tagsIn, textsIn } from './markup.ts';
import { render } from './render.ts';

interface Drawn extends AlmaCase {
  readonly markup: string;
  readonly tags: readonly Tag[];
  readonly ids: readonly string[];
}

/** Cases whose size would make every walk over them slow; they are drawn by the same code. */
const large = new Set(['list-10000', 'list-500', 'titles-2000']);

const everyPage: readonly Drawn[] = everyCase
  .filter(({ id }) => !large.has(id))
  .map((each) => {
    const markup = render(each.description);
    const tags = tagsIn(markup);
    return { ...each, markup, tags, ids: tags.flatMap(({ attributes: { id } }) => id ?? []) };
  });

/** Pages of the layouts before 2026, whose grammar differs from what was read on pages of that year (`skeleton.test.ts`). */
const drawn = everyPage.filter(({ description }) => description.layout !== '2026');

/** Everything that a check finds fault with, by case; an empty list is what is wanted. */
const faults = (check: (page: Drawn) => readonly string[], pages: readonly Drawn[] = drawn): string[] =>
  pages.flatMap((page) => check(page).map((fault) => `${page.id}: ${fault}`));

const tagWith = (page: Drawn, id: string): Tag | undefined => page.tags.find(({ attributes }) => attributes.id === id);

const isFrame = (page: AlmaPage): boolean => page.screen === 'user-list' && page.pickList === 'frame';

describe('every page of the stand-in', () => {
  it('has no id twice', () => {
    expect(drawn.length).toBeGreaterThan(100);
    expect(faults(({ ids }) => ids.filter((id, n) => ids.indexOf(id) !== n))).toEqual([]);
  });

  it('has labels that point at an element, if they point at all', () => {
    const broken = faults(({ tags, ids }) =>
      tags.flatMap(({ name, attributes }) =>
        name === 'label' && attributes.for && !ids.includes(attributes.for) ? attributes.for : [],
      ),
    );
    expect(broken).toEqual([]);
    expect(
      drawn.filter(({ tags }) => tags.some(({ name, attributes }) => name === 'label' && attributes.for)).length,
    ).toBeGreaterThan(80);
  });

  it('names table, headers, rows, cells and menus after their list, and names nothing in the bare family', () => {
    const seen = { lists: 0, cells: 0, menus: 0 };
    const broken = faults((page) =>
      partsIn(page.markup, 'table').flatMap((table) => {
        const ids = tagsIn(table).flatMap(({ attributes: { id } }) => id ?? []);
        if (page.description.ids === 'bare') return ids;
        const [first = '', ...rest] = ids;
        const list = /^TABLE_DATA_([A-Za-z]+)$/.exec(first)?.[1] ?? 'none';
        seen.lists += 1;
        const heads = rest.filter((id) => id.includes('_HEADER_'));
        const columns = heads.map((id) => id.replace(`SELENIUM_ID_${list}_HEADER_`, ''));
        const rows = partsIn(table, 'tr').filter((row) => row.includes('jsRecordContainer'));
        return [
          ...columns.filter((column) => !/^\w+$/.test(column) || column.includes('SELENIUM')),
          ...rows.flatMap((row, n) => rowFaults(list, columns, row, n, seen)),
        ];
      }),
    );
    expect(broken).toEqual([]);
    expect(seen.lists).toBeGreaterThan(80);
    expect(seen.cells).toBeGreaterThan(2000);
    expect(seen.menus).toBeGreaterThan(300);
  });

  it('has fields by the grammar, and a field behind every hidden select', () => {
    const broken = faults((page) => {
      const fields = page.ids.filter((id) => id.startsWith('pageBean'));
      const odd = fields.filter((id) => !/^pageBean[A-Za-z0-9]+(_hiddenSelect(_button|_list)?)?$/.test(id));
      const orphans = page.tags.flatMap(({ attributes: { id = '', class: of } }) =>
        of === 'hiddenSelect' && id && !fields.includes(id.replace('_hiddenSelect', '')) ? id : [],
      );
      return [...odd, ...orphans];
    });
    expect(broken).toEqual([]);
  });

  it('has none of the names one would guess, outside the family that has them', () => {
    const guessable = /primaryIdentifier|userName|accountType|recordType|userGroup|expir|purge|role(?!Filter)/i;
    const others = (page: Drawn) => page.description.screen === 'user-details' && page.description.ids !== 'likely';
    expect(drawn.filter(others).length).toBeGreaterThan(8);
    // The links above the role list are named after what they do, as Alma's are.
    const named = (id: string) => guessable.test(id) && !id.startsWith('ADD_HIDERADIO_');
    expect(faults((page) => (others(page) ? page.ids.filter(named) : []), everyPage)).toEqual([]);
  });

  it('has the body id, language, shell and spinner that are described', () => {
    const unclassic = ['home', 'login', 'angular-results'];
    const broken = faults((page) => {
      const { description, tags } = page;
      const of = (name: string) => tags.filter((tag) => tag.name === name);
      const hasBodyId = description.bodyId && description.ids !== 'bare' && !unclassic.includes(description.screen);
      const bodyId = of('body')[0]?.attributes.id ?? '';
      return [
        ...((hasBodyId ? /^body_id_xml_file_[\w.]+\.xml$/.test(bodyId) : bodyId === '') ? [] : [`body ${bodyId}`]),
        ...(of('html')[0]?.attributes.lang === description.language ? [] : ['lang']),
        ...((tagWith(page, 'loadingBlocker')?.attributes.class !== 'hide') === description.spinner ? [] : ['spinner']),
        ...(of('page-wrapper').length === (description.layout === 'new' && !isFrame(description) ? 1 : 0)
          ? []
          : ['shell']),
      ];
    });
    expect(broken).toEqual([]);
  });

  it('shows nobody real, and says so', () => {
    const notice = 'Stand-in Alma: invented people, not an Ex Libris product';
    expect(
      faults(
        ({ markup }) =>
          (markup.match(/[\w.'+-]+@[\w.-]+/g) ?? []).filter((address) => !address.endsWith('@example.org')),
        everyPage,
      ),
    ).toEqual([]);
    expect(faults(({ markup }) => (textsIn(markup).includes(notice) ? [] : ['no notice']), everyPage)).toEqual([]);
  });

  it('holds nothing inline that a strict policy would forbid', () => {
    const inline = ({ name, attributes }: Tag) =>
      name === 'style' ||
      (name === 'script' && !attributes.src) ||
      Object.keys(attributes).some((key) => key === 'style' || /^on/.test(key));
    expect(faults(({ tags }) => tags.filter(inline).map(({ name }) => name))).toEqual([]);
  });
});

/** What is wrong with the ids of one row, which carry its list, its number and, for a cell, its column. */
function rowFaults(
  list: string,
  columns: readonly string[],
  row: string,
  n: number,
  seen: { cells: number; menus: number },
): string[] {
  const tags = tagsIn(row);
  const idsOf = (name: string) => tags.filter((tag) => tag.name === name).flatMap(({ attributes: { id } }) => id ?? []);
  const cells = idsOf('td');
  const actions = idsOf('li');
  seen.cells += cells.length;
  seen.menus += actions.length > 0 ? 1 : 0;
  const wanted = columns.map((column) => `SELENIUM_ID_${list}_ROW_${n}_COL_${column}`);
  const menu = [...idsOf('button'), ...idsOf('ul')];
  // The platform's menu holder has the id of a keyless action.
  const holder = row.includes('submitAsLink') ? `ROW_ACTION_${list}_${n}` : `ROW_ACTION_LI_${list}_${n}`;
  const wantedMenu = actions.length > 0 ? [`input_${list}_${n}`, holder] : [];
  const action =
    actions.length === 1 ? new RegExp(`^ROW_ACTION_${list}_${n}$`) : new RegExp(`^ROW_ACTION_${list}_${n}_[\\w.]+$`);
  return [
    ...(cells.join() === wanted.join() ? [] : cells),
    ...(menu.join() === wantedMenu.join() ? [] : menu),
    ...actions.filter((id) => !action.test(id)),
    ...(tags[0]?.attributes.id?.startsWith(`recordContainer${list}`) ? [] : [`row ${n}`]),
  ];
}

describe('the matrix', () => {
  it('is drawn the same every time', () => {
    const changed = everyPage.filter(({ description, markup }) => render(structuredClone(description)) !== markup);
    expect(changed.map(({ id }) => id)).toEqual([]);
  });

  it('has a name of its own for every case', () => {
    const ids = everyCase.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z0-9-]+$/.test(id))).toEqual([]);
  });

  it.each([
    ['list-10000', 10_000],
    ['list-500', 500],
    ['titles-2000', 2000],
  ])('draws every row of %s', (id, rows) => {
    const found = everyCase.find((each) => each.id === id);
    expect(found && render(found.description).split(/class="[^"]*\bjsRecordContainer"/).length - 1).toBe(rows);
  });
});
