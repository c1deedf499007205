/** Names and roles of the made-up institution. Nobody here exists; all addresses would be under example.org. */
export const firstNames = [
  ...[
    'Ada',
    'Béatrice',
    'Carlos',
    'Dörte',
    'Elif',
    'Farid',
    'Giulia',
    'Hana',
    'Ivo',
    'Jürgen',
    'Katarzyna',
    'Liam',
    'Mei',
  ],
  ...['Noé', 'Olga', 'Priya', 'Quentin', 'Rosa', 'Søren', 'Tuva', 'Uma', 'Viktor', 'Wanjiru', 'Ximena', 'Yusuf', 'Zoë'],
];
export const lastNames = [
  ...[
    'Abendroth',
    "O'Bannon",
    'Castellanos',
    'Delacroix',
    'Eriksen',
    'Ferrante',
    'Grünwald',
    'Hasegawa',
    'Iversen',
    'Jankowski',
  ],
  ...[
    'Kimani',
    'Lefèvre',
    'Marchetti',
    'Nakamura',
    'Okonkwo',
    'Pettersson',
    'Quispe',
    'Ravndal',
    'Sánchez-Prado',
    'Tremblay',
  ],
  ...['Ueland', 'Vasquez', 'Whitlock', 'Xanthos', 'Yıldız', 'Zimmerli'],
];

/** Roles that every authority counts. */
export const staffRoles = [
  ...['Cataloger', 'Circulation Desk Operator', 'Purchasing Operator', 'Invoice Operator', 'Receiving Operator'],
  ...[
    'Physical Inventory Operator',
    'Requests Operator',
    'Repository Manager',
    'Course Reserves Manager',
    'License Viewer',
  ],
];
/** Roles that no published list knows; they count, to be safe. */
export const unknownRoles = ['Stacks Robot Operator', 'Map Room Steward', 'Digitisation Night Shift'];

/** Roles that some authority leaves out, with the authorities that do. From the counting profiles of the facts. */
export const leftOutBy: Readonly<Record<string, readonly string[]>> = {
  Patron: ['wrlc-carli', 'ex-libris-report', 'ex-libris-2020', 'ex-libris-licensing', 'patron-only'],
  Instructor: ['wrlc-carli', 'ex-libris-report', 'ex-libris-2020', 'ex-libris-licensing'],
  'Trial Participant': ['wrlc-carli', 'ex-libris-report', 'ex-libris-2020'],
  'Leganto Course Operator': ['wrlc-carli', 'ex-libris-report'],
  'Leganto Interface Administrator': ['wrlc-carli'],
  'Rialto Manager': ['wrlc-carli'],
  'API Read': ['ex-libris-report'],
};
export const mostlyUncounted = ['Instructor', 'Trial Participant', 'Leganto Course Operator', 'Rialto Manager'];
export const authorities = ['wrlc-carli', 'ex-libris-report', 'ex-libris-2020', 'ex-libris-licensing', 'patron-only'];

export const libraries = ['Main Library', 'Law Library', 'Health Sciences Library', 'Music Library'];
export const institution = 'Example University';
export const userGroups = ['Staff', 'Faculty', 'Graduate Student', 'Undergraduate Student', 'Retired Staff'];
export const jobCategories = ['Librarian', 'Library Assistant', 'Student Worker', 'Administration'];
