import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/sheets/index.ts';
import { readText, tableOf, usedAndUnread } from './text-cases.ts';

const user = (primary_id: string) => ({ primary_id, status: { value: 'ACTIVE' }, last_name: 'One' });
const utf8 = (text: string) => new TextEncoder().encode(text);
const line = (id: string) => `${JSON.stringify(user(id))}\n`;
const element = (id: string, inside = '') => `<user><primary_id>${id}</primary_id>${inside}</user>\n`;
const refused = async (text: string | Uint8Array) => {
  const reading = await readText(text);
  return reading.state === 'refused' ? reading.reason : reading.state;
};

describe('a file that breaks off', () => {
  const whole = {
    array: JSON.stringify([user('a'), user('b'), user('c')]),
    xml: `<users>${element('a')}${element('b')}${element('c')}</users>`,
  };

  it.each(Object.entries(whole))(
    '%s: keeps what is whole at every length, lists the rest once, and says that it is cut',
    async (_, text) => {
      for (let length = text.indexOf('b"') > 0 ? 80 : 60; length < text.trimEnd().length; length += 1) {
        const reading = await readText(text.slice(0, length));
        if (reading.state === 'refused') {
          expect(reading.reason).toBe('broken-records');
          continue;
        }
        const [table] = reading.state === 'read' ? reading.tables : [];
        const ends = text.slice(0, length).match(/"One"\}|<\/user>/g)?.length;
        expect(table?.rows.length, text.slice(0, length)).toBe(ends);
        expect(table?.unreadRows.map(({ reason }) => reason)).toEqual(['cut-off']);
        expect(table?.records?.isCutOff).toBe(true);
      }
    },
  );

  it('one a line: a broken line costs that line only, wherever it stands', async () => {
    const broken = '{"primary_id":"x","sta\n';
    for (const [text, used, lost] of [
      [line('a') + broken + line('b'), ['a', 'b'], 2],
      [`${line('a')}{"primary_id":"x","status":\n${line('b')}`, ['a', 'b'], 2],
      [broken + line('a') + line('b'), ['a', 'b'], 1],
      [line('a') + line('b') + broken.trimEnd(), ['a', 'b'], 3],
      [`${line('a')}{"primary_id":"x" "y"}\n${line('b')}`, ['a', 'b'], 2],
    ] as const) {
      const found = usedAndUnread(await tableOf(text));
      expect(found.used, text).toEqual(used);
      expect(found.unread, text).toEqual([[lost, text.endsWith('\n') ? 'broken-record' : 'cut-off']]);
    }
  });

  it('one a line: a last line that is cut is listed once, wherever it is cut', async () => {
    const last = line('c').trim();
    for (let length = 1; length < last.length; length += 1) {
      const table = await tableOf(line('a') + line('b') + last.slice(0, length));
      expect(usedAndUnread(table)).toEqual({ used: ['a', 'b'], unread: [[3, 'cut-off']] });
      expect(table.lines).toBe(3);
    }
  });

  it.each([
    '{"primary_id":"x",',
    '{"primary_id":"x","status":',
    '{"primary_id":"x","status":{"value":"ACTIVE"}',
    '{"primary_id":"x","user_role":[',
    '{"primary_id":"x"',
    '{"user":[',
    '{"user":[{"primary_id":',
  ])('one a line: a first line that ends where JSON could go on (%s) costs that line only', async (first) => {
    for (const between of ['\n', '\r\n\n']) {
      const found = usedAndUnread(await tableOf(first + between + line('a') + between + line('b') + line('c')));
      expect(found).toEqual({ used: ['a', 'b', 'c'], unread: [[1, 'broken-record']] });
    }
  });

  it('a list with a user in each line is one value, whatever stands in the lines', async () => {
    const some = ['a', 'b', 'c'].map((id) => line(id).trim());
    const list = `{"user":[\n${some.join(',\n')}\n],"total_record_count":3}`;
    expect(usedAndUnread(await tableOf(list))).toEqual({ used: ['a', 'b', 'c'], unread: [] });
    const one = `{"user":[\n${some[0]}\n]}`;
    expect(usedAndUnread(await tableOf(one))).toEqual({ used: ['a'], unread: [] });
    const within = `{"primary_id":"a","proxy_for_user":[\n{"primary_id":"x"},\n{"primary_id":"y"}]}`;
    expect(usedAndUnread(await tableOf(within))).toEqual({ used: ['a'], unread: [] });
  });

  const records = ['a', 'b', 'c'].map((id) => line(id).trim());
  it.each([
    ['behind each line', `${records.join(',\n')},\n`],
    ['behind each line, in one', records.join(',')],
    ['before the end of a list', `[${records.join(',')},]`],
    ['before the end of an object', `[${records.map((one) => one.replace(/\}$/, ',}')).join(',\n')}]`],
    ['before a mark of a sequence', records.map((one) => `\x1e${one}\n`).join('')],
    [
      'before a mark of a sequence, in several lines',
      records.map((one) => `\x1e${one.replaceAll(',', ',\n')}\n`).join(''),
    ],
  ])('one comma too many, or a mark, costs nothing: %s', async (_, text) => {
    expect(usedAndUnread(await tableOf(text))).toEqual({ used: ['a', 'b', 'c'], unread: [] });
  });

  it('two commas are no slip', async () => {
    expect(usedAndUnread(await tableOf(`${records[0]},,\n${line('b')}`)).unread).toEqual([[2, 'broken-record']]);
  });

  it('a record of a sequence that breaks off costs that record only', async () => {
    const text = `\x1e${records[0]}\n\x1e${records[1]?.slice(0, 20)}\n\x1e${records[2]}\n`;
    expect(usedAndUnread(await tableOf(text))).toEqual({ used: ['a', 'c'], unread: [[2, 'broken-record']] });
  });

  it('a member that nothing parts from the next ends a pretty array there', async () => {
    const text = JSON.stringify([user('a'), user('b')], null, 2).replace('"b",', '"b"');
    expect(usedAndUnread(await tableOf(text))).toEqual({ used: ['a'], unread: [[2, 'cut-off']] });
  });

  it('an element that ends with another tag ends the file there', async () => {
    const text = `<users>${element('a')}<user><primary_id>b</primary_id><user_note></user>${element('c')}</users>`;
    expect(usedAndUnread(await tableOf(text))).toEqual({ used: ['a'], unread: [[2, 'cut-off']] });
  });
});

describe('files that mean harm, or look like it', () => {
  it('levels beyond any record are refused in either form', async () => {
    const levels = 600;
    expect(await refused(`[${'{"user":'.repeat(levels)}1${'}'.repeat(levels)}]`)).toBe('too-deep');
    expect(await refused(`<users>${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}</users>`)).toBe('too-deep');
  });

  it('levels that a careless writer makes are passed over', async () => {
    const levels = 200;
    const deep = `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
    expect((await tableOf(`[{"primary_id":"a","x":${deep}},${line('b').trim()}]`)).rows).toHaveLength(2);
  });

  it('words that a file defines for itself are refused, and none is ever filled in', async () => {
    const defining = `<!DOCTYPE users [<!ENTITY a "aone">]><users>${element('&a;')}</users>`;
    expect(await refused(defining)).toBe('xml-definitions');
    expect(await refused(`<?xml version="1.0"?>\n${defining}`)).toBe('xml-definitions');
    expect((await tableOf(`<users>${element('x&a;&amp;')}</users>`)).rows[0]?.identifier).toBe('x&a;&');
  });

  it('a document type that defines nothing is passed over, and nothing is fetched for it', async () => {
    for (const type of ['<!DOCTYPE users>', '<!doctype users >'])
      expect((await tableOf(`<?xml version="1.0"?>${type}<users>${element('x&a;')}</users>`)).rows[0]?.identifier).toBe(
        'x&a;',
      );
    expect(await refused(`<users>${element('a')}<!ENTITY a "b"></users>`)).toBe('xml-definitions');
  });

  it('a member that stands there twice is used where both say the same, listed where not', async () => {
    const twice = (second: string) => `{"primary_id":"a","status":"ACTIVE","last_name":"One","status":"${second}"}`;
    expect((await tableOf(twice('ACTIVE'))).rows[0]).toMatchObject({ status: 'ACTIVE' });
    const table = await tableOf(twice('INACTIVE'));
    expect(table.rows[0]).not.toHaveProperty('status');
    expect(table.unreadRows).toMatchObject([{ reason: 'given-twice', heading: 'status', used: 'in-part' }]);
    const two = await tableOf(`[{"primary_id":"a","primary_id":"b"},${line('c').trim()}]`);
    expect(usedAndUnread(two)).toEqual({ used: ['c'], unread: [[1, 'given-twice']] });
  });

  it('names of things that every object has are names like others', async () => {
    const text = `[{"__proto__":{"status":"ACTIVE"},"constructor":{"prototype":{}},"toString":1,"primary_id":"a","status":"__proto__"}]`;
    const table = await tableOf(text);
    expect(table.rows[0]).toEqual({ line: 1, identifier: 'a', unreadable: ['status'] });
    expect(({} as { status?: string }).status).toBeUndefined();
    const logins = await tableOf(
      '{"staff_login":[{"primary_id":"a","login_date":"2026-11-01","successful":true,"__proto__":"x"}]}',
    );
    expect(logins.rows[0]?.login?.successful).toBe(true);
  });

  it('a text longer than any record is refused', async () => {
    const long = 'x'.repeat(9 * 1024 * 1024);
    expect(await refused(`[{"primary_id":"a","note":"${long}"}]`)).toBe('too-large');
    expect(await refused(`<users><user a="${long}"/></users>`)).toBe('too-large');
  });

  it('a zip of nothing that is known is refused as before', async () => {
    expect(await refused(zipSync({ 'a.bin': Uint8Array.of(0, 1, 2, 0) }))).toBe('not-a-workbook');
  });

  const ids = Array.from({ length: 400 }, (_, at) => `p${at}`);
  const xml = ['<users>', ...ids.map((id) => element(id)), '</users>'];
  const zipped = () =>
    zipSync(Object.fromEntries([1, 2, 3].map((at) => [`${at}.xml`, utf8(xml.join(''))])), { level: 0 });
  it.each<[string, () => BlobPart[]]>([
    ['users.ndjson', () => ids.map(line)],
    ['users.json', () => ['{"user":[', ids.map(line).join(','), ']}']],
    ['users.xml', () => xml],
    ['users.zip', () => [zipped() as Uint8Array<ArrayBuffer>]],
  ])('a cancel ends the reading of %s', async (name, parts) => {
    const blob = new Blob(parts());
    const whole: number[] = [];
    expect((await readFile(blob, name, { onProgress: (done) => whole.push(done) })).state).toBe('read');
    const life = new AbortController();
    const told: number[] = [];
    const reading = readFile(blob, name, {
      signal: life.signal,
      onProgress(done) {
        told.push(done);
        life.abort();
      },
    });
    expect(await reading).toEqual({ state: 'refused', reason: 'cancelled' });
    expect(told.at(-1)).toBeLessThan(whole.at(-1) as number);
  });
});
