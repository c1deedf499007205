import { zipSync } from 'fflate';
import { writeXlsx } from '../../src/sheets/index.ts';

/**
 * The shapes in which users of Alma, their roles and their logins stand in public: fixtures, samples, and what load scripts write and read.
 * Headings, nesting, marks and line ends are as they were seen there; the people are invented, and every file is small.
 */

const utf8 = (text: string) => new TextEncoder().encode(text);
const MARK = '\uFEFF';
const ended =
  (end: string) =>
  (...all: readonly string[]) =>
    all.map((line) => `${line}${end}`).join('');
const crlf = ended('\r\n');
const lf = ended('\n');

const coded = (value: string | null, desc: string) => ({ value, desc });
const active = coded('ACTIVE', 'Active');
const roleOf = (code: string, desc: string, more: object = {}) => ({
  status: active,
  scope: coded('01EXA_INST', 'Example University'),
  role_type: coded(code, desc),
  parameter: [],
  ...more,
});

/** A whole user as the interface for users gives it. */
const whole = (primary_id: string, more: object = {}) => ({
  record_type: coded('PUBLIC', 'Public'),
  primary_id,
  first_name: 'Ada',
  middle_name: '',
  last_name: ' One ',
  full_name: 'Ada One',
  user_title: coded('', ''),
  job_category: coded(' ', ''),
  gender: coded('', ''),
  user_group: coded('UCB POST', 'Undergraduate - UCB SLE  '),
  campus_code: coded(null, ''),
  cataloger_level: coded('00', '[00] Default Level'),
  account_type: coded('EXTERNAL', 'External'),
  external_id: 'SIS',
  force_password_change: null,
  status: active,
  status_date: '2021-02-03Z',
  expiry_date: '2027-06-30Z',
  contact_info: { address: [], email: [{ email_address: 'ada@example.org', preferred: true }], phone: [] },
  user_identifier: [{ value: '200', id_type: coded('BARCODE', 'Barcode'), status: 'INACTIVE' }],
  user_role: [roleOf('200', 'Patron')],
  user_block: [],
  user_note: [],
  user_statistic: [],
  proxy_for_user: [],
  rs_library: [{ code: coded('A100', 'Example Library') }],
  fees: { value: 0, link: 'https://example.org/fees' },
  ...more,
});

/** One page of many, as the list of the interface for users: no roles, no group, no type. */
const brief = (primary_id: string) => ({
  primary_id,
  first_name: 'Ada',
  last_name: 'One',
  status: active,
  link: 'https://example.org/users',
});

const error = (code: string) => ({
  errorsExist: true,
  errorList: {
    error: [{ errorCode: code, errorMessage: 'User with identifier gone5 was not found.', trackingId: 'x' }],
  },
  result: null,
});

const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n';
const patronElement = (status: string) =>
  `<user_roles><user_role><status>${status}</status><scope>01EXA_INST</scope><role_type>200</role_type></user_role></user_roles>`;
/** A user as a load script writes it: codes alone. */
const loaded = (id: string, inside = '') =>
  `<user><record_type>PUBLIC</record_type><primary_id>${id}</primary_id><first_name>Ada</first_name><last_name>One</last_name><user_group>08</user_group><expiry_date>2027-06-30</expiry_date><account_type>EXTERNAL</account_type><status>ACTIVE</status><user_identifiers/>${inside}</user>`;
/** A user as the interface gives it in XML: codes with what people call them. */
const told = (id: string) =>
  `<user><record_type desc="Staff">STAFF</record_type><primary_id>${id}</primary_id><first_name>Ada</first_name><last_name>One</last_name><user_group desc="Library staff">08</user_group><expiry_date>2027-06-30Z</expiry_date><account_type desc="Internal">INTERNAL</account_type><status desc="Inactive">INACTIVE</status><user_identifiers><user_identifier><status>ACTIVE</status></user_identifier></user_identifiers><user_roles><user_role><status desc="Active">ACTIVE</status><scope desc="Example University">01EXA_INST</scope><role_type desc="Cataloger">204</role_type><parameters/></user_role></user_roles></user>`;

const analyticsPage = (finished: boolean, rows: string) =>
  `<report><QueryResult>${finished ? '' : '<ResumptionToken>an-invented-token</ResumptionToken>'}<IsFinished>${finished}</IsFinished><ResultXml>
<rowset xmlns="urn:schemas-microsoft-com:xml-analysis:rowset"><xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:saw-sql="urn:saw-sql" targetNamespace="urn:schemas-microsoft-com:xml-analysis:rowset"><xsd:complexType name="Row"><xsd:sequence>
<xsd:element name="Column0" type="xsd:int" minOccurs="1" maxOccurs="1" saw-sql:type="integer" saw-sql:columnHeading="0"/>
<xsd:element name="Column1" type="xsd:string" minOccurs="0" maxOccurs="1" saw-sql:type="varchar" saw-sql:columnHeading="Primary Identifier"/>
<xsd:element name="Column2" type="xsd:string" minOccurs="0" maxOccurs="1" saw-sql:type="varchar" saw-sql:columnHeading="User Group"/>
<xsd:element name="Column3" type="xsd:int" minOccurs="0" maxOccurs="1" saw-sql:type="integer" saw-sql:columnHeading=" MAX( RCOUNT(1))"/>
</xsd:sequence></xsd:complexType></xsd:schema>${rows}</rowset></ResultXml></QueryResult></report>`;

const roleHeadings =
  'Primary Identifier,Last Name,First Name,Status,Expiry Date,User Group,Role Type,Role Status,Role Status Date,Role Scope,Role Expiry Date';
const tabbed = (...all: readonly string[]) => lf(...all.map((line) => line.replaceAll(',', '\t')));

/** Tables as text. */
export const publishedTables = {
  'Analytics CSV: renewals': utf8(
    MARK +
      crlf(
        'Barcode,Patron Group,Expiry Date,Primary Identifier',
        '22101000000001,UGRD Undergraduate,2027-06-30,aone',
        '22101000000002,GRAD Graduate,,btwo',
        '22101000000003,GRAD Graduate,2027-06-30,None',
      ),
  ),
  'Analytics CSV: identifiers alone, without a mark': utf8(crlf('User Primary Identifier', '00042', 'btwo')),
  'Analytics CSV: names as a program has them': utf8(
    MARK +
      crlf(
        'primary_id,user_title,active_barcode,first_name,middle_name,last_name,user_group,expiration_date,purge_date',
        'aone,Dr,22101000000001,Ada,,One,P Faculty & Professional,2027-06-30,2028-06-30',
      ),
  ),
  'Analytics CSV: no result': utf8(`${MARK}The query resulted in no rows`),
  'Analytics CSV: a row for each user, role and scope': utf8(
    MARK +
      crlf(
        roleHeadings,
        'aone,One,Ada,Active,2027-06-30,Staff,Cataloger,Active,2021-02-03,Example University,',
        'aone,One,Ada,Active,2027-06-30,Staff,Circulation Desk Operator,Inactive,2021-02-03,Law Library,2020-01-31',
        'aone,One,Ada,Active,2027-06-30,Staff,Circulation Desk Operator,Active,2021-02-03,Main Library,',
      ),
  ),
  'its output by user': utf8(
    tabbed(
      'Primary ID,Last Name,First Name,Full Name,User Expiry Date,User Group,Role,Role Status,Role Status Date,Role Scope,Role Expiry Date',
      'aone,One,Ada,Ada One,2027-06-30,Staff,Cataloger,Active,2021-02-03,Example University,',
    ),
  ),
  'its output with categories of roles': utf8(
    tabbed(
      'Primary ID,Last Name,First Name,Full Name,User Expiry Date,User Group,Role Category,Role,Role Status,Role Status Date,Role Scope,Role Expiry Date',
      'aone,One,Ada,Ada One,2027-06-30,Staff,Cataloging,Cataloger,Active,2021-02-03,Example University,',
    ),
  ),
  'Staff Login Report: data from line 3': utf8(
    lf('Staff Login Report,,', 'User Name,Last Login,Email', 'aone,2026-11-02,ada@example.org', 'btwo,,b@example.org'),
  ),
  'a list of staff to be loaded': utf8(
    lf(
      'primary_id;last_name;first_name;e-mail;preferred_language;profile;IZ;scope;circulation_desk;service_unit;cataloger_level',
      'aone;One;Ada;ada@example.org;en;CAT!CIRC;01EXA_INST;A100!A200;DEFAULT_CIRC_DESK;;00',
    ),
  ),
  'what came of loading it': utf8(
    lf('primary_id,HTTP_MESSAGE,TIME', 'aone,OK,20.11.2026-10.11.12.0123', 'btwo,Bad Request,20.11.2026-10.11.13.0456'),
  ),
  'what a cloud app did': utf8(
    crlf(
      'Primary Identifier,Barcode,Status,Message',
      'aone,2210,success,',
      'btwo,2211,error,No such user',
      'c,2212,pending,',
    ),
  ),
  'a workbook of groups': writeXlsx([
    ['Primary Identifier', 'User Group'],
    ['aone', 'Undergraduate'],
  ]),
  'linked accounts of a consortium': utf8(
    lf('Primary Identifier,Preferred Email,Linked From Institution Code', 'aone,ada@example.org,01EXB_INST'),
  ),
  'a list to chase, headings on line 14': utf8(
    lf(
      ...Array.from({ length: 12 }, (_, at) => (at === 0 ? 'Lost items,,,' : `Filter ${at}: invented,,,`)),
      ',,,',
      'TITLE,USER TYPE,USER,ACCT STATUS,DUE DATE',
      'A book,Faculty,"One, Ada",ACTIVE,06-Jan-24',
    ),
  ),
  'an itemised set of titles': utf8(lf('MMS ID', '991170000000000001', '991170000000000002')),
  'a list of identifiers without a heading': utf8(lf('aone', '00042', 'b.two@example.org')),
  'a load file as CSV, without headings': utf8(
    lf(
      '"aone","One","Ada","","ada@example.org","08","2027-06-30","2028-06-30","22101000000001","","","","","","","","EXAMPLE"',
      '"btwo","Two","Bo","","bo@example.org","08","2027-06-30","2028-06-30","22101000000002","","","","","","","","EXAMPLE"',
    ),
  ),
} as const;

const rows0 = '<Row><Column0>0</Column0><Column1>aone</Column1><Column2>Staff</Column2><Column3>2</Column3></Row>';
const rows1 = '<Row><Column0>0</Column0><Column1>btwo</Column1><Column3>2</Column3></Row>';
const asRoles = (user_role: unknown) => ({ user: { primary_id: 'aone', status: 'ACTIVE', user_roles: { user_role } } });

/** Answers of interfaces, load files, and what programs make of them. */
export const publishedRecords = {
  'Analytics by its interface: the first page': utf8(analyticsPage(false, rows0 + rows1)),
  'Analytics by its interface: the last page': utf8(analyticsPage(true, rows1)),
  'login events': utf8(
    JSON.stringify({
      staff_login: [
        {
          primary_id: 'aone',
          full_name: 'Ada One',
          ip_address: '192.0.2.7',
          login_date: '2026-11-02T08:00:00Z',
          successful: true,
        },
        {
          primary_id: 'aone',
          full_name: 'Ada One',
          ip_address: '192.0.2.7',
          login_date: '2026-11-09T08:00:00Z',
          successful: false,
        },
      ],
      total_record_count: 512,
    }),
  ),
  'users, one, over several lines': utf8(JSON.stringify(whole('aone'), null, 2)),
  'users, one, in one line, with roles of many kinds': utf8(
    JSON.stringify(
      whole('b two/@example.org', {
        record_type: coded('STAFF', 'Staff'),
        full_name: undefined,
        user_group: coded('08', ' Staff User'),
        expiry_date: undefined,
        user_role: [
          roleOf('0', 'Deposit Manager'),
          roleOf('32', 'Circulation Desk Operator', { scope: coded('112.111', 'Main Library') }),
          roleOf('32', 'Circulation Desk Operator', {
            scope: coded('RES_SHARE', 'Resource Sharing Library'),
            parameter: [{ type: { value: 'CirculationDesk' }, scope: null, value: coded('DEFAULT_CIRC_DESK', 'Desk') }],
          }),
          roleOf('2220', 'Deposit Manager', { status: coded('INACTIVE', 'Inactive') }),
        ],
      }),
    ),
  ),
  'users, an account that is switched off with roles that are not': utf8(
    JSON.stringify(whole('aone', { status: coded('INACTIVE', 'Inactive'), user_role: [roleOf('204', 'Cataloger')] })),
  ),
  'users, a list': utf8(JSON.stringify({ user: [brief('aone'), brief('btwo')], total_record_count: 65 })),
  'users, an array': utf8(JSON.stringify([whole('aone'), whole('btwo')])),
  'users, one a line': utf8(
    `${JSON.stringify(whole('aone'))}\n\n${JSON.stringify(error('401861'))}\n${JSON.stringify(whole('btwo'))}\n`,
  ),
  'users, one after the other without line ends': utf8(JSON.stringify(whole('aone')) + JSON.stringify(whole('btwo'))),
  'users of values alone, in small letters': utf8(
    JSON.stringify(
      whole('aone', {
        status: { value: 'active' },
        account_type: { value: 'internal' },
        record_type: { value: 'staff' },
      }),
    ),
  ),
  'users of descriptions alone': utf8(
    JSON.stringify(
      whole('aone', {
        status: { desc: 'Inactive' },
        campus_code: { desc: 'North' },
        user_group: { desc: 'Library staff' },
      }),
    ),
  ),
  'a hash for a load file, one role': utf8(JSON.stringify(asRoles({ role_type: '200', status: 'ACTIVE' }))),
  'XML made into JSON by a program': utf8(
    JSON.stringify(
      asRoles([
        { role_type: { '@desc': 'Cataloger', '#text': '204' }, status: { '@desc': 'Active', '#text': 'ACTIVE' } },
      ]),
    ),
  ),
  'users in XML, one': utf8(`${xmlHead}${told('aone')}`),
  'users in XML, one without a declaration': utf8(loaded('aone')),
  'a load file: userRecords': utf8(
    `${xmlHead}<userRecords>${loaded('aone', patronElement('NEW'))}${loaded('btwo', patronElement('NEW'))}</userRecords>`,
  ),
  'a load file: userRecords, with a group that is blank': utf8(
    `${xmlHead}<userRecords>${loaded('aone', patronElement('ACTIVE')).replace('<user_group>08</user_group>', '<user_group desc=""/>')}</userRecords>`,
  ),
  'a load file: users without roles': utf8(`${xmlHead}<users>${loaded('aone')}</users>`),
  'a load file: users without types': utf8(
    `${xmlHead}<users>${loaded('aone').replace(/<(record|account)_type>[A-Z]+<\/\1_type>/g, '')}</users>`,
  ),
  'a load file: users without a status': utf8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<users>${loaded('aone').replace(/<(record_type|account_type|status)>[A-Z]+<\/\1>/g, '')}</users>`,
  ),
  'an export of users: XML in a zip': zipSync({
    'users_1.xml': utf8(`${xmlHead}<users>${told('aone')}</users>`),
    'users_2.xml': utf8(`${xmlHead}<users>${told('btwo')}</users>`),
  }),
  'users in their first form': utf8(
    `${xmlHead}<userRecords><userRecord><userDetails><userName>aone</userName></userDetails></userRecord></userRecords>`,
  ),
  'a table of codes': utf8(
    JSON.stringify({ name: 'HFrUserRoles.roleType', row: [{ code: '200', description: 'Patron', enabled: true }] }),
  ),
  'an answer that failed, in JSON': utf8(JSON.stringify(error('401861'))),
  'an answer that failed, in XML': utf8(
    `${xmlHead}<web_service_result xmlns="http://com/exlibris/urm/general/xmlbeans"><errorsExist>true</errorsExist><errorList><error><errorCode>PER_SECOND_THRESHOLD</errorCode><errorMessage>HTTP requests are more than allowed per second</errorMessage></error></errorList></web_service_result>`,
  ),
} as const;
