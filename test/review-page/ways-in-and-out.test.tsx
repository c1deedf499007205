// @vitest-environment happy-dom

import { cleanup, fireEvent, render, waitFor } from '@testing-library/preact';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ReviewPage } from '../../src/review/page/page.tsx';
import { writeCsv } from '../../src/sheets/index.ts';
import { fakeStorage } from '../platform/fake-browser.ts';
import { installFakeLocks } from '../platform/fake-locks.ts';
import { deskHere, give, headings, library, settled, today } from './desk-here.ts';

let end = () => {};

function openPage() {
  const here = deskHere();
  end = here.end;
  render(<ReviewPage desk={here.desk} />);
  return here;
}

const one = <T extends HTMLElement>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return found;
};
const listed = () => [...document.querySelectorAll<HTMLElement>('[data-user]')].map(({ dataset }) => dataset.user);
const csvFile = (name: string, rows: readonly (readonly string[])[]) => new File([writeCsv(rows)], name);

/** Fires an event that carries files or text, as from the mouse or the clipboard; gives whether the page took it. */
function carry(target: EventTarget, type: string, carried: Record<string, unknown>): boolean {
  const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), carried);
  return !target.dispatchEvent(event);
}

beforeEach(() => {
  installFakeLocks();
  fakeStorage.reset();
});
afterEach(() => {
  end();
  cleanup();
});

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
  test('is printed by its button, and drawn only while it is', async () => {
    const place = document.body.appendChild(document.createElement('div'));
    place.id = 'print';
    const { desk } = openPage();
    await give(desk, ['roles.csv', library]);
    desk.decide(['00042'], 'deactivate', 'left in May');
    await waitFor(() => one('[data-action="print"]'));
    let printed = '';
    const print = vi.fn(() => {
      window.dispatchEvent(new Event('beforeprint'));
      printed = place.textContent ?? '';
      window.dispatchEvent(new Event('afterprint'));
    });
    vi.stubGlobal('print', print);
    fireEvent.click(one('[data-action="print"]'));
    vi.unstubAllGlobals();
    expect(print).toHaveBeenCalledTimes(1);
    expect(printed).toMatch(/00042.*Deactivate.*left in May/s);
    expect(place.textContent).toBe('');
    place.remove();
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
