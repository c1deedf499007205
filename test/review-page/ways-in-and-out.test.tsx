// @vitest-environment happy-dom

import { cleanup, fireEvent, waitFor } from '@testing-library/preact';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeCsv } from '../../src/sheets/index.ts';
import { give, headings, library, settled, today } from './desk-here.ts';
import { listed, one, openPage } from './page-here.tsx';

const csvFile = (name: string, rows: readonly (readonly string[])[]) => new File([writeCsv(rows)], name);

/** Fires an event that carries files or text, as from the mouse or the clipboard; gives whether the page took it. */
function carry(target: EventTarget, type: string, carried: Record<string, unknown>): boolean {
  const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), carried);
  return !target.dispatchEvent(event);
}

describe('files', () => {
  test('can be dropped, several at once, and the place shows that it takes them', async () => {
    const { desk } = openPage();
    const place = one('.drop');
    const files = [
      csvFile('roles.csv', library),
      csvFile('more.csv', [headings, ['n1', 'Silva', 'Nuno', 'Active', 'Patron', '']]),
    ];
    expect(carry(place, 'dragover', { dataTransfer: { files: [] } })).toBe(true);
    await waitFor(() => expect(place.dataset.over).toBe('yes'));
    carry(place, 'dragleave', {});
    await waitFor(() => expect(place.dataset.over).toBeUndefined());
    expect(carry(place, 'drop', { dataTransfer: { files } })).toBe(true);
    await settled(desk);
    expect(desk.store.get().files.map(({ name, reading }) => [name, reading.state])).toEqual([
      ['roles.csv', 'read'],
      ['more.csv', 'read'],
    ]);
    await waitFor(() => expect(listed().sort()).toEqual(['00042', 'exl_api', 'n1', 'sysadmin1', 'sysadmin2']));
  });

  test('that are folders are refused with a sentence, and the files beside them are read', async () => {
    const { desk } = openPage();
    const entry = (name: string, isDirectory: boolean) => ({ webkitGetAsEntry: () => ({ name, isDirectory }) });
    const files = [new File([], 'Exports'), csvFile('roles.csv', library)];
    const items = [entry('Exports', true), entry('roles.csv', false), entry('2025', true)];
    carry(one('.drop'), 'drop', { dataTransfer: { files, items } });
    await settled(desk);
    await waitFor(() => expect(one('[data-file="Exports"]').textContent).toContain('This is a folder.'));
    expect(desk.store.get().files.map(({ name, reading }) => [name, reading.state])).toEqual([
      ['Exports', 'refused'],
      ['roles.csv', 'read'],
      ['2025', 'refused'],
    ]);
  });

  test('can be pasted', async () => {
    const { desk } = openPage();
    const clipboardData = { files: [csvFile('roles.csv', library)], getData: () => '' };
    expect(carry(document.body, 'paste', { clipboardData })).toBe(true);
    await settled(desk);
    expect(desk.store.get().files.map(({ name }) => name)).toEqual(['roles.csv']);
    await waitFor(() => expect(listed()).toHaveLength(4));
  });

  test('can be the cells of a table, pasted from a spreadsheet', async () => {
    const { desk } = openPage();
    const cells = library.map((row) => row.join('\t')).join('\n');
    expect(carry(document.body, 'paste', { clipboardData: { files: [], getData: () => cells } })).toBe(true);
    await settled(desk);
    await waitFor(() => expect(listed().sort()).toEqual(['00042', 'exl_api', 'sysadmin1', 'sysadmin2']));
  });

  test('are not made of a single word, nor of what is pasted into a field', async () => {
    const { desk } = openPage();
    await give(desk, ['roles.csv', library]);
    await waitFor(() => one('[data-filter="search"]'));
    const pasted = (text: string) => ({ clipboardData: { files: [], getData: () => text } });
    expect(carry(document.body, 'paste', pasted('sysadmin1'))).toBe(false);
    expect(carry(one('[data-filter="search"]'), 'paste', pasted('User Name\nsysadmin1'))).toBe(false);
    expect(desk.store.get().files).toHaveLength(1);
  });
});

describe('asking somebody', () => {
  const staff: readonly (readonly string[])[] = [
    ['Primary Identifier', 'Last Name', 'First Name', 'Status', 'User Group', 'Role Type'],
    ['ada1', 'Okonkwo', 'Ada', 'Active', 'Staff', 'Cataloger'],
    ['ines2', 'Duarte', 'Ines', 'Active', 'Student', 'Cataloger'],
    ['nuno3', 'Silva', 'Nuno', 'Active', 'Student', 'Requests Operator'],
  ];

  async function openAsking() {
    const here = openPage();
    await give(here.desk, ['staff.csv', staff]);
    here.desk.decide(['ada1', 'ines2', 'nuno3'], 'ask', '');
    const part = await waitFor(() => one<HTMLDetailsElement>('details.ask'));
    part.open = true;
    fireEvent(part, new Event('toggle'));
    fireEvent.change(await waitFor(() => one('[data-input="ask-by"]')), { target: { value: 'userGroup' } });
    await waitFor(() => one('[data-ask="Student"]'));
    fireEvent.click(one('.ask [data-format="csv"]'));
    await waitFor(() => expect(one<HTMLInputElement>('.ask [data-format="csv"]').checked).toBe(true));
    return here;
  }

  test('gives a file for one group, with the people of that group and of no other', async () => {
    const { downloads } = await openAsking();
    fireEvent.click(one('[data-ask="Student"]'));
    expect(downloads.map(({ name }) => name)).toEqual([expect.stringMatching(/Student.*\.csv$/)]);
    const text = (await downloads[0]?.file.text()) ?? '';
    expect(text).toContain('ines2');
    expect(text).toContain('nuno3');
    expect(text).not.toContain('ada1');
  });

  test('gives the files for all groups at once, in one zip', async () => {
    const { downloads } = await openAsking();
    fireEvent.click(one('[data-action="ask-all"]'));
    expect(downloads.map(({ name }) => name)).toEqual([`alma-ask-${today}.zip`]);
    const bytes = new Uint8Array((await downloads[0]?.file.arrayBuffer()) ?? new ArrayBuffer(0));
    const files = Object.entries(unzipSync(bytes)).map(([name, content]) => [name, new TextDecoder().decode(content)]);
    expect(files).toHaveLength(2);
    const [staffFile, studentFile] = ['Staff', 'Student'].map(
      (group) => files.find(([name]) => name?.includes(group))?.[1],
    );
    expect(staffFile).toContain('ada1');
    expect(staffFile).not.toContain('ines2');
    expect(studentFile).toContain('ines2');
  });
});

describe('the record', () => {
  /** The place that the page's own document has for what is printed. */
  let place = document.createElement('div');
  beforeEach(() => {
    place = document.body.appendChild(Object.assign(document.createElement('div'), { id: 'print' }));
  });
  afterEach(() => place.remove());

  /** What the page draws for the printer, as its terms with their values, its tables' rows, and its text. */
  function printed() {
    window.dispatchEvent(new Event('beforeprint'));
    const texts = (within: ParentNode, selector: string) =>
      [...within.querySelectorAll(selector)].map(({ textContent }) => textContent);
    const drawn = {
      facts: Object.fromEntries([...place.querySelectorAll('dl > div')].map((fact) => texts(fact, 'dt, dd'))),
      tables: [...place.querySelectorAll('table')].map((table) =>
        [...table.querySelectorAll('tbody tr')].map((line) => texts(line, 'th, td')),
      ),
      text: place.textContent ?? '',
    };
    window.dispatchEvent(new Event('afterprint'));
    return { ...drawn, left: place.textContent };
  }

  test('is printed by its button, and drawn only while it is', async () => {
    const { desk } = openPage();
    await give(desk, ['roles.csv', library]);
    desk.decide(['00042'], 'deactivate', 'left in May');
    await waitFor(() => one('[data-action="print"]'));
    let text = '';
    const print = vi.fn(() => {
      const drawn = printed();
      text = drawn.text;
      expect(drawn.left).toBe('');
    });
    vi.stubGlobal('print', print);
    fireEvent.click(one('[data-action="print"]'));
    vi.unstubAllGlobals();
    expect(print).toHaveBeenCalledTimes(1);
    expect(text).toMatch(/00042.*Deactivate.*left in May/s);
  });

  test('tells the day, by whom, by which policy and authority, the files, the figures before and after, and each decision', async () => {
    const { desk } = openPage({ name: 'Example University', namedUserLimit: 2 });
    await give(desk, ['roles.csv', library]);
    desk.setReviewer('R. Viewer');
    desk.decide(['00042'], 'deactivate', 'left in May');
    desk.decide(['sysadmin1'], 'keep', '');
    const { facts, tables, text } = printed();
    const [figures, files, decisions] = tables;
    expect(facts).toEqual({
      Day: today,
      Reviewer: 'R. Viewer',
      Policy: 'Example University (based on base, policy format 1)',
      Authority: 'WRLC/CARLI: Identifying Named Users (CARLI; 2024-06-26, checked 2026-11)',
    });
    const figure = Object.fromEntries(figures ?? []);
    expect(figure['Named users']).toBe('3');
    expect(figure['Named users after the decisions']).toBe('2');
    expect(figure["Your contract's limit"]).toBe('2');
    expect(figure['Rows in the Staff Login Report']).toBe('not known');
    expect(text).toContain('2 named users after the decisions; the limit of 2 is kept.');
    expect(files).toEqual([
      [
        'roles.csv',
        'Analytics: one row per user and role',
        today,
        '4',
        '0',
        '0',
        '0',
        '4',
        '0',
        expect.stringMatching(/^[0-9a-f]{64}$/),
      ],
    ]);
    expect(decisions).toEqual([
      ['sysadmin1', 'Okonkwo, Ada', 'Counts', 'Keep', '', 'R. Viewer', today],
      ['00042', 'Duarte, Ines', 'Counts', 'Deactivate', 'left in May', 'R. Viewer', today],
    ]);
    expect(text).toContain('Without a decision: 2.');
  });

  test('does not say that the limit is kept while of some people it cannot be told', async () => {
    const { desk } = openPage({ namedUserLimit: 2 });
    await give(desk, ['roles.csv', library.map((line) => line.toSpliced(3, 1))]);
    const { text } = printed();
    expect(text).toContain(
      '0 named users after the decisions. Of 3 more it cannot be told whether they count: it is open whether the limit of 2 is kept.',
    );
    expect(text).not.toContain('; the limit of 2 is kept');
    desk.decide(['sysadmin1', 'sysadmin2', '00042'], 'deactivate', '');
    expect(printed().text).toContain('0 named users after the decisions; the limit of 2 is kept.');
  });
});

describe('leaving', () => {
  const warns = () => {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  };

  test('warns while decisions are unsaved, not once they are kept in the browser, and again after the next one', async () => {
    const { desk } = openPage();
    await give(desk, ['roles.csv', library]);
    expect(warns()).toBe(false);
    desk.decide(['00042'], 'deactivate', '');
    expect(warns()).toBe(true);
    await desk.keepUntil(today);
    expect(warns()).toBe(false);
    desk.takeBack(['00042']);
    expect(warns()).toBe(true);
  });

  test('does not warn for what was only practised', async () => {
    const { desk } = openPage();
    desk.practise([{ name: 'roles.csv', blob: csvFile('roles.csv', library), lastModified: 0, asOf: today }]);
    await settled(desk);
    desk.decide(['00042'], 'deactivate', '');
    expect(desk.store.get().book.decisions.size).toBe(1);
    expect(warns()).toBe(false);
  });

  test('does not warn any more once the page is gone', async () => {
    const { desk } = openPage();
    await give(desk, ['roles.csv', library]);
    desk.decide(['00042'], 'keep', '');
    expect(warns()).toBe(true);
    cleanup();
    await waitFor(() => expect(warns()).toBe(false));
  });
});
