import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/record/index.ts';
import type { FileToJoin } from '../../src/review/model/index.ts';
import { fileToJoin, reviewOf, today } from './review-of.ts';

const encoder = new TextEncoder();
const jsonFile = (name: string, json: unknown, asOf: Day = today): Promise<FileToJoin> =>
  fileToJoin({ name, asOf, bytes: encoder.encode(JSON.stringify(json)) });
const record = (primary_id: string) => ({
  primary_id,
  record_type: { value: 'STAFF', desc: 'Staff' },
  status: { value: 'ACTIVE', desc: 'Active' },
  user_identifier: [],
  user_role: [{ status: { value: 'ACTIVE' }, role_type: { value: '21', desc: 'User Manager' } }],
});

describe('logins out of events', () => {
  const event = (primary_id: string, login_date: string, successful: boolean) => ({
    primary_id,
    login_date,
    successful,
  });
  const events = (name: string, list: readonly object[]) =>
    jsonFile(name, { staff_login: list, total_record_count: 9 });

  it('the latest successful one is the last login; failed ones are counted apart', async () => {
    const file = await events('logins.json', [
      event('aone', '2026-10-05T08:00:00Z', true),
      event('aone', '2026-11-02T08:00:00Z', true),
      event('aone', '2026-11-18T08:00:00Z', false),
      event('aone', '2026-11-18T08:00:00Z', false),
      event('btwo', '2026-11-19T08:00:00Z', false),
    ]);
    const { person } = reviewOf([file, await jsonFile('users.json', [record('aone'), record('btwo')])]);
    expect(person('aone').login).toMatchObject({ lastSeen: '2026-11-02', failed: { count: 2, since: '2026-10-05' } });
    expect(person('aone').record.lastLogin).toEqual({ state: 'read', value: '2026-11-02' });
    expect(person('btwo').login).not.toHaveProperty('lastSeen');
    expect(person('btwo').record.lastLogin.state).toBe('unread');
    expect(person('btwo').inReport).toBe(false);
  });

  it('pages given together are one report with its period, and what stands in two of them counts once', async () => {
    const shared = event('aone', '2026-11-02T08:00:00Z', false);
    const { joined, person } = reviewOf([
      await events('1.json', [event('aone', '2026-11-09T08:00:00Z', true), shared]),
      await events('2.json', [shared, event('btwo', '2026-10-01T08:00:00Z', true)]),
    ]);
    expect(joined.logins).toEqual({ from: '2026-10-01', to: '2026-11-09', events: 3, failed: 1, files: 2, total: 9 });
    expect(person('aone').login.failed).toEqual({ count: 1, since: '2026-10-01' });
  });

  const shared = event('aone', '2026-11-02T08:00:00Z', false);
  const twice = event('aone', '2026-11-03T08:00:00Z', false);
  const pages = [
    { staff_login: [event('aone', '2026-11-09T08:00:00Z', true), shared, twice, twice], total_record_count: 9 },
    { staff_login: [shared, twice, event('btwo', '2026-10-01T08:00:00Z', true)], total_record_count: 9 },
  ];
  const element = (one: object) =>
    `<staff_login>${Object.entries(one)
      .map(([name, value]) => `<${name}>${value}</${name}>`)
      .join('')}</staff_login>`;
  const xml = (page: (typeof pages)[number]) =>
    `<staff_logins>${page.staff_login.map(element).join('')}</staff_logins>`;
  const zip = (files: Record<string, string>) =>
    zipSync(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, encoder.encode(text)])),
    ) as Uint8Array<ArrayBuffer>;
  const texts = pages.map((page) => JSON.stringify(page));
  it.each<[string, () => Uint8Array<ArrayBuffer>]>([
    ['a zip', () => zip({ '1.json': texts[0] as string, '2.json': texts[1] as string })],
    ['a zip of XML', () => zip(Object.fromEntries(pages.map((page, at) => [`${at}.xml`, xml(page)])))],
    ['a line each', () => encoder.encode(texts.join('\n')) as Uint8Array<ArrayBuffer>],
    ['an array', () => encoder.encode(`[${texts.join(',')}]`) as Uint8Array<ArrayBuffer>],
    ['lists in lists', () => encoder.encode(`{"pages": [${texts.join(',')}]}`) as Uint8Array<ArrayBuffer>],
    ['one XML', () => encoder.encode(`<pages>${pages.map(xml).join('')}</pages>`) as Uint8Array<ArrayBuffer>],
  ])('overlapping pages in one file count each event once, too: %s', async (_, bytes) => {
    const file = await fileToJoin({ name: 'logins', asOf: today, bytes: bytes() });
    const { joined, person } = reviewOf([file]);
    expect(joined.logins).toMatchObject({ from: '2026-10-01', to: '2026-11-09', events: 5, failed: 3 });
    expect(person('aone').login).toMatchObject({ lastSeen: '2026-11-09', failed: { count: 3 } });
  });

  it('events as JSON made of XML say who, when and whether', async () => {
    for (const text of ['#text', '_text', '_', '$t']) {
      const one = (id: string, day: string, successful: string) =>
        Object.fromEntries(
          Object.entries({ primary_id: id, login_date: day, successful }).map(([name, value]) => [
            name,
            { [text]: value },
          ]),
        );
      const file = await events('logins.json', [one('aone', '2026-11-02', 'true'), one('aone', '2026-11-09', 'false')]);
      expect(reviewOf([file]).person('aone').login, text).toMatchObject({
        lastSeen: '2026-11-02',
        failed: { count: 1 },
      });
    }
  });

  it('events that stand by themselves, a line each, are events of their own', async () => {
    const bytes = encoder.encode([shared, twice, twice].map((one) => JSON.stringify(one)).join('\n'));
    const file = await fileToJoin({ name: 'logins.ndjson', asOf: today, bytes: bytes as Uint8Array<ArrayBuffer> });
    expect(reviewOf([file]).joined.logins).toMatchObject({ events: 3, failed: 3 });
  });
});
