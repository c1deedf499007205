import { describe, expect, it } from 'vitest';
import { ada } from './record-samples.ts';
import { readText, tableOf, usedAndUnread } from './text-cases.ts';

describe('what is no record', () => {
  const error = (code: string) =>
    JSON.stringify({
      errorsExist: true,
      errorList: { error: [{ errorCode: code, errorMessage: 'User with identifier aone was not found.' }] },
      result: null,
    });
  const codeTable =
    '<code_table><name>HFrUserRoles.roleType</name><rows><row><code>200</code><description>Patron</description></row></rows></code_table>';
  const refused = async (text: string | Uint8Array) => {
    const reading = await readText(text);
    return reading.state === 'refused' ? reading.reason : reading;
  };

  it.each<[string, string, string]>([
    ['no such user', error('401861'), 'error-no-such-user'],
    ['another error', error('400'), 'error-answer'],
    ['an error in other letters', error('400').replace('true', '"TRUE"'), 'error-answer'],
    [
      'an error, as JSON made of XML',
      JSON.stringify({
        web_service_result: {
          errorsExist: { _text: 'True' },
          errorList: { error: { errorCode: { _text: '401861' } } },
        },
      }),
      'error-no-such-user',
    ],
    [
      'too many calls, in XML',
      '<web_service_result xmlns="http://com/exlibris/urm/general/xmlbeans"><errorsExist>true</errorsExist><errorList><error><errorCode>PER_SECOND_THRESHOLD</errorCode></error></errorList></web_service_result>',
      'error-too-many-calls',
    ],
    ['a key that may not', error('UNAUTHORIZED'), 'error-not-allowed'],
    [
      'version 1',
      '<userRecords><userRecord><userDetails><userName>aone</userName></userDetails></userRecord></userRecords>',
      'records-version-1',
    ],
    [
      'a table of codes',
      JSON.stringify({ row: [{ code: '200', description: 'Patron', enabled: true }] }),
      'code-table',
    ],
    ['a table of codes in XML', codeTable, 'code-table'],
    ['a table of codes in XML with a declaration', `<?xml version="1.0"?>\n${codeTable}`, 'code-table'],
    [
      'a table of codes in JSON made of XML',
      JSON.stringify({ code_table: { rows: { row: [{ code: '200', description: 'Patron' }] } } }),
      'code-table',
    ],
    ['JSON of something else', '{"a": [1, 2]}', 'not-a-review'],
    // A fund, and a request: they have a status, or a day on which they end, as users do.
    ['a fund', '{"id": "43", "code": "fund1", "status": {"value": "ACTIVE"}, "description": "A1"}', 'not-a-review'],
    ['a request', '{"user_primary_id": "aone", "request_id": "36", "expiry_date": "2021-06-19Z"}', 'not-a-review'],
    ['requests', '[{"request_id": "36", "expiry_date": "2021-06-19Z"}, {"request_id": "37"}]', 'not-a-review'],
    ['no users', '<users/>', 'no-users'],
    ['an answer that found nobody', '{"user": [], "total_record_count": 0}', 'no-users'],
    ['XML of something else', '<?xml version="1.0"?><user_requests><user_request/></user_requests>', 'no-records'],
    ['XML of something else without a declaration', '<bibs>\n<bib><mms_id>1</mms_id></bib>\n</bibs>', 'no-records'],
    ['XML of something else, an element a line', '<bib><a>1, 2</a></bib>\n<bib><a>3, 4</a></bib>\n', 'no-records'],
    ['an empty element', '<bibs/>', 'no-records'],
    ['something else that has a status', '<?xml version="1.0"?><loan><status>ACTIVE</status></loan>', 'no-records'],
    ['an identifier in something else', '<loans><loan><user>aone</user></loan></loans>', 'no-records'],
    ['nobody in an element of any name', '<export><users/></export>', 'no-users'],
    [
      'version 1 in an element of any name',
      '<export><userDetails><userName>aone</userName></userDetails></export>',
      'records-version-1',
    ],
    ['a web page without a declaration', '<!-- saved --><html><body><user/></body></html>', 'web-page'],
    ['a web page by its document type', '<!DOCTYPE html>\n<main><user/></main>', 'web-page'],
    ['a web page in XML', '<?xml version="1.0"?>\n<html xmlns="x"><body/></html>', 'web-page'],
  ])('%s', async (_, text, reason) => {
    expect(await refused(text)).toBe(reason);
  });

  it('what stands among users and is none is listed', async () => {
    const table = await tableOf(JSON.stringify([ada, { job: 'done' }, {}, { ...ada, primary_id: 'd' }]));
    expect(table.rows.map(({ line }) => line)).toEqual([1, 4]);
    expect(table.unreadRows.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'no-identifier'],
      [3, 'no-identifier'],
    ]);
  });

  it('an error among lines is listed, and the lines around it are used', async () => {
    const table = await tableOf(
      `${JSON.stringify(ada)}\n${error('401861')}\n${JSON.stringify({ ...ada, primary_id: 'c' })}\n`,
    );
    expect(table.rows.map(({ line, identifier }) => [line, identifier])).toEqual([
      [1, 'aone'],
      [3, 'c'],
    ]);
    expect(table.unreadRows).toMatchObject([{ line: 2, reason: 'error-answer', used: 'no' }]);
  });
});

describe('users in XML are read wherever they stand', () => {
  const user = (id: string) =>
    `<user><primary_id>${id}</primary_id><full_name>One, ${id}</full_name><status>ACTIVE</status></user>`;
  const [a, b] = [user('aone'), user('btwo')];
  const declared = '<?xml version="1.0" encoding="UTF-8"?>';

  it.each<[string, string]>([
    ['one a line', `${a}\n${b}\n`],
    ['one a line, each with a declaration', `${declared}${a}\n${declared}${b}\n`],
    ['one a line behind an element of another name', `<created>today</created>\n${a}\n${b}`.replace('today', '<x/>')],
    ['under a root of any name', `<export>${a}\n${b}</export>`],
    ['under a root of any name with a declaration', `${declared}<export>${a}${b}</export>`],
    ['behind a comment', `<!-- from our script --><export>${a}${b}</export>`],
    ['in a list under a root of any name', `<export day="x"><made>today</made><users>${a}${b}</users></export>`],
    ['as deep as they like, at several levels', `<export>${a}<part><group>${b}</group></part></export>`],
    ['with a prefix', `<s:Envelope xmlns:s="x"><s:Body>${a}${b}</s:Body></s:Envelope>`],
  ])('%s', async (_, text) => {
    const table = await tableOf(text);
    expect(table.kind).toBe('user-records');
    expect(usedAndUnread(table)).toEqual({ used: ['aone', 'btwo'], unread: [] });
    expect(table.rows[0]).toMatchObject({ name: 'One, aone', status: 'ACTIVE' });
  });

  const json = (id: string) => ({ primary_id: id, full_name: `One, ${id}`, status: { value: 'ACTIVE' } });
  const [one, two] = [json('aone'), json('btwo')];

  it.each<[string, string | object]>([
    ['in XML', `<users>${a}<group>${b}</group></users>`],
    ['in XML, all of them', `<users><status>ok</status><group name="x"><part>${a}</part>${b}</group></users>`],
    ['in a place under a root of any name', `<export><users><row>${a}</row><team>${b}</team></users></export>`],
    ['in a place for one user', `<userRecords><userRecord><kept>${a}</kept></userRecord>${b}</userRecords>`],
    ['in an answer that is called as those of Analytics', `<report><group>${a}</group><users>${b}</users></report>`],
    ['in JSON', { users: { user: [one], group: { user: [two] } } }],
    ['in JSON, all of them', { users: { group: [{ user: one }, { part: { user: [two] } }] } }],
    ['in JSON beside users', { user: [one], more: { user: two }, total_record_count: 2 }],
    ['in JSON behind a status', { status: 'ok', data: { users: [one, two] } }],
    [
      'in JSON of each line',
      `${JSON.stringify({ data: { user: one } })}\n${JSON.stringify({ data: { user: two } })}\n`,
    ],
  ])('also within what has another name, inside a place for users: %s', async (_, given) => {
    const table = await tableOf(typeof given === 'string' ? given : JSON.stringify(given));
    expect(usedAndUnread(table)).toEqual({ used: ['aone', 'btwo'], unread: [] });
    expect(table.rows[1]).toMatchObject({ name: 'One, btwo', status: 'ACTIVE' });
    expect(table.records?.total ?? 2).toBe(2);
  });

  it.each<[string, string]>([
    ['in XML', `<users>${a}<group total_record_count="300">${b}</group></users>`],
    ['in JSON', JSON.stringify({ users: { user: one, group: { user: [two], total_record_count: 300 } } })],
  ])('what has another name may be a page of many: %s', async (_, text) => {
    expect((await tableOf(text)).records?.total).toBe(300);
  });

  it('a user stays one behind a part of another name, and who stands in its notes is nobody', async () => {
    const record = '<kept><by>x</by></kept><user_notes><user_note><user>nobody</user></user_note></user_notes>';
    const text = `<users><userRecord>${record}${a.slice(6, -7)}</userRecord>${b}</users>`;
    const table = await tableOf(text);
    expect(usedAndUnread(table)).toEqual({ used: ['aone', 'btwo'], unread: [] });
  });

  it('somebody without an identifier there is listed', async () => {
    const table = await tableOf(`<users>${a}<group><user><full_name>Nobody</full_name></user></group></users>`);
    expect(table.rows.map(({ identifier }) => identifier)).toEqual(['aone']);
    expect(table.unreadRows.map(({ reason }) => reason)).toEqual(['no-identifier']);
  });

  it('a table with a heading that looks like an element stays a table', async () => {
    const table = await tableOf('<note>,Primary Identifier,Role Type\n<b>x</b>,aone,Cataloger\n');
    expect(table.rows.map(({ identifier }) => identifier)).toEqual(['aone']);
  });
});

describe('what stands among users under another name', () => {
  const person = (name: string, id: string) => `<${name}><primary_id>${id}</primary_id></${name}>`;

  it.each([
    ['XML', `<users>${person('user', 'a')}${person('person', 'b')}${person('person', 'c')}</users>`],
    ['XML, attributes alone', `<users>${person('user', 'a')}<person primary_id="b"/><person primary_id="c"/></users>`],
    [
      'XML, in another root',
      `<x><users>${person('person', 'b')}${person('user', 'a')}${person('person', 'c')}</users></x>`,
    ],
    [
      'JSON',
      JSON.stringify({ users: { user: [{ primary_id: 'a' }], person: [{ primary_id: 'b' }, { primary_id: 'c' }] } }),
    ],
  ])('%s: each is listed by its name, and nothing of it is used', async (_, text) => {
    const table = await tableOf(text);
    expect(usedAndUnread(table)).toEqual({
      used: ['a'],
      unread: [
        [2, 'not-a-user'],
        [3, 'not-a-user'],
      ],
    });
    expect(table.unreadRows[0]).toMatchObject({ heading: 'person', used: 'no', record: true });
  });

  it('attributes, plain texts and places with users in them are no such thing', async () => {
    const text = `<users total_record_count="1" xsi:schemaLocation="x"><made>2026</made><part>${person('user', 'a')}</part></users>`;
    expect(usedAndUnread(await tableOf(text))).toEqual({ used: ['a'], unread: [] });
  });

  it('a file of nothing else is not said to hold nobody', async () => {
    for (const [text, reason] of [
      [`<users>${person('person', 'b')}</users>`, 'no-records'],
      [JSON.stringify({ users: [{ id: 1, name: 'Zoë' }] }), 'not-a-review'],
      ['<users></users>', 'no-users'],
    ] as const)
      expect(await readText(text), text).toEqual({ state: 'refused', reason });
  });
});
