/** A role as the interface for users gives it. */
export const role = (code: string | null, desc: string | null, more: object = {}) => ({
  status: { value: 'ACTIVE', desc: 'Active' },
  scope: { value: '01EXA_INST', desc: 'Example University' },
  role_type: { value: code, desc },
  parameter: [{ type: { value: 'CirculationDesk' }, scope: null, value: { value: 'DEFAULT' } }],
  ...more,
});
/** A whole record as the interface for users gives it; nobody of that name exists. */
export const ada = {
  record_type: { value: 'STAFF', desc: 'Staff' },
  primary_id: 'aone',
  first_name: 'Ada',
  middle_name: '',
  last_name: 'One',
  full_name: 'Ada One',
  pin_number: '9876',
  user_group: { value: '08', desc: 'Library staff' },
  campus_code: { value: null, desc: '' },
  job_category: { value: ' ', desc: '' },
  expiry_date: '2027-12-31Z',
  account_type: { desc: 'External', value: 'EXTERNAL' },
  status: { value: 'ACTIVE', desc: 'Active' },
  status_date: '2020-01-01Z',
  contact_info: { address: [{ city: 'Exampletown', status: 'INACTIVE' }], email: [] },
  user_identifier: [{ value: '99', id_type: { value: 'BARCODE' }, status: 'INACTIVE', primary_id: 'nobody' }],
  user_role: [role('200', 'Patron'), role('21', 'User Manager')],
  user_note: [{ note_text: 'A planted note' }],
  fees: { value: 12.5, link: '' },
};
