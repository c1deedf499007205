import { describe, expect, it } from 'vitest';
import { ada } from './record-samples.ts';
import { readText, tableOf } from './text-cases.ts';

describe('what is no record', () => {
  const error = (code: string) =>
    JSON.stringify({
      errorsExist: true,
      errorList: { error: [{ errorCode: code, errorMessage: 'User with identifier aone was not found.' }] },
      result: null,
    });
  const refused = async (text: string | Uint8Array) => {
    const reading = await readText(text);
    return reading.state === 'refused' ? reading.reason : reading;
  };

  it.each<[string, string, string]>([
    ['no such user', error('401861'), 'error-no-such-user'],
    ['another error', error('400'), 'error-answer'],
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
    ['JSON of something else', '{"a": [1, 2]}', 'not-a-review'],
    ['no users', '<users/>', 'no-users'],
    ['an answer that found nobody', '{"user": [], "total_record_count": 0}', 'no-users'],
    ['XML of something else', '<?xml version="1.0"?><user_requests><user_request/></user_requests>', 'no-records'],
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
