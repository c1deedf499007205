// @vitest-environment happy-dom
import { fireEvent, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import otherLetters from '../sheets/other-letters.json' with { type: 'json' };
import { settled, today } from './desk-here.ts';
import { listed, one, openPage } from './page-here.tsx';

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

const giveBytes = async ({ desk }: ReturnType<typeof openPage>, bytes: Uint8Array<ArrayBuffer>) => {
  desk.add([{ name: 'users.csv', blob: new Blob([bytes]), lastModified: 0, asOf: today }]);
  await settled(desk);
};

test('which lines of a Korean list are right is asked, and it is read so', async () => {
  const page = openPage();
  await giveBytes(page, bytesOf(otherLetters['euc-kr'].bytes));
  await waitFor(() => expect(one('.question').textContent).toContain('The same lines'));
  expect(listed()).toEqual([]);
  const answer = one('[data-answer="euc-kr"]');
  expect(answer.parentElement?.textContent).toContain('u0000,\uae40,\ubbfc\uc11c,Patron');
  fireEvent.click(answer);
  await waitFor(() => expect(listed()).toHaveLength(5));
  expect(one('[data-letters="euc-kr"]').textContent).toContain('\uae40,\ubbfc\uc11c');
});

test('what was told by the words is said, and can be had otherwise', async () => {
  const page = openPage();
  const text = 'Primary Identifier,Last Name,Role Type\r\nu1,Y\u00fdld\u00fdz,Cataloger\r\n';
  await giveBytes(
    page,
    Uint8Array.from(text, (character) => character.charCodeAt(0)),
  );
  await waitFor(() => expect(listed()).toEqual(['u1']));
  expect(one('[data-letters]').textContent).toContain('Y\u00fdld\u00fdz');
  fireEvent.click(one('[data-action="ask-letters"]'));
  await waitFor(() => expect(listed()).toEqual([]));
  const turkish = await waitFor(() => one('[data-answer="windows-1254"]'));
  expect(turkish.parentElement?.textContent).toContain('Y\u0131ld\u0131z');
  fireEvent.click(turkish);
  await waitFor(() => expect(listed()).toEqual(['u1']));
  expect(one('[data-letters="windows-1254"]').textContent).toContain('Y\u0131ld\u0131z');
});
