import { describe, expect, it } from 'vitest';
import { readText, tableOf } from './text-cases.ts';

const role = (code: string, desc: string, more: object = {}) => ({
  status: { value: 'ACTIVE', desc: 'Active' },
  scope: { value: '01EXA_INST', desc: 'Example University' },
  role_type: { value: code, desc },
  parameter: [],
  ...more,
});
const ada = {
  record_type: { value: 'STAFF', desc: 'Staff' },
  primary_id: 'aone',
  first_name: 'Ada',
  last_name: 'One',
  full_name: 'Ada One',
  user_group: { value: '08', desc: 'Library staff' },
  campus_code: { value: null, desc: '' },
  expiry_date: '2027-12-31Z',
  account_type: { value: 'EXTERNAL', desc: 'External' },
  status: { value: 'ACTIVE', desc: 'Active' },
  contact_info: { address: [{ city: 'Exampletown' }], email: [] },
  user_identifier: [{ value: '99', id_type: { value: 'BARCODE' }, status: 'INACTIVE' }],
  user_role: [role('200', 'Patron'), role('21', 'User Manager'), role('0', 'Deposit Manager')],
};

describe('user records', () => {
  it('as a JSON array', async () => {
    const table = await tableOf(JSON.stringify([ada, { ...ada, primary_id: 'btwo', user_role: [] }]));
    expect(table.kind).toBe('user-records');
    expect(table.unreadRows).toEqual([]);
    expect(table.rows[0]).toMatchObject({
      line: 1,
      identifier: 'aone',
      name: 'One, Ada',
      recordType: 'STAFF',
      accountType: 'EXTERNAL',
      status: 'ACTIVE',
      userGroup: 'Library staff',
      userGroupCode: '08',
      campus: null,
      expiryDate: '2027-12-31',
      purgeDate: null,
    });
    expect(table.rows[0]?.roles).toEqual([
      { name: 'Patron', code: '200', status: 'ACTIVE', scope: 'Example University', expiryDate: null },
      { name: 'User Manager', code: '21', status: 'ACTIVE', scope: 'Example University', expiryDate: null },
      { name: 'Deposit Manager', code: '0', status: 'ACTIVE', scope: 'Example University', expiryDate: null },
    ]);
    expect(table.rows[1]?.roles).toEqual([]);
  });

  it('as XML', async () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?><users><user><primary_id>aone</primary_id>
      <record_type desc="Staff">STAFF</record_type><status desc="Active">ACTIVE</status>
      <user_identifiers/><user_roles><user_role><status desc="Active">ACTIVE</status><scope desc="Example">01EXA_INST</scope><role_type desc="User Manager">21</role_type><parameters/></user_role></user_roles></user></users>`;
    const table = await tableOf(xml);
    expect(table.rows[0]).toMatchObject({ identifier: 'aone', status: 'ACTIVE', recordType: 'STAFF' });
    expect(table.rows[0]?.roles).toEqual([
      { name: 'User Manager', code: '21', status: 'ACTIVE', scope: 'Example', expiryDate: null },
    ]);
  });

  it('one object a line', async () => {
    const reading = await readText(`${JSON.stringify(ada)}\n\n${JSON.stringify({ ...ada, primary_id: 'b' })}\n`);
    expect(reading).toMatchObject({ state: 'read', tables: [{ rows: [{ identifier: 'aone' }, { identifier: 'b' }] }] });
  });
});
