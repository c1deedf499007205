import type { Column } from './types.ts';

/**
 * The headings by which a column is recognised, the surest first. English: the Ex Libris help page on the Staff Login Report,
 * a public script that reads an Analytics export, the Analytics field list for User Details, CARLI's shared report. The
 * headings of the downloaded Staff Login Report itself, and all other languages, are not documented: they are derived from
 * the documentation's own terms, which is why a person can map a heading by hand.
 */
export const headingAliases: Readonly<Record<Column, readonly string[]>> = {
  identifier: [
    ...[
      'Primary Identifier',
      'Primary ID',
      'USERNAME',
      'User Name',
      'User Primary Identifier',
      'User ID',
      'User Identifier',
      'primary_id',
    ],
    ...[
      'Identifier',
      'User',
      'Primäre Kennung',
      'Primärkennung',
      'Primäre ID',
      'Benutzername',
      'Benutzerkennung',
      'Benutzer-ID',
    ],
    ...[
      'Kennung',
      'Identifiant principal',
      'Identifiant primaire',
      'ID principal',
      "Nom d'utilisateur",
      'Identifiant utilisateur',
    ],
    ...[
      'Identifiant',
      'Identificador principal',
      'Identificador primario',
      'ID primario',
      'Nombre de usuario',
      'Usuario',
    ],
    ...[
      'Identificador',
      'Identificativo principale',
      'Identificatore primario',
      'ID primario utente',
      'Nome utente',
      'Identificatore',
    ],
  ],
  lastLogin: [
    ...[
      'Last Login',
      'Last Login Date',
      'Last Login Time',
      'Last Log In',
      'Login Date',
      'Last Logon',
      'Letzte Anmeldung',
    ],
    ...[
      'Letzter Login',
      'Datum der letzten Anmeldung',
      'Dernière connexion',
      'Date de dernière connexion',
      'Último acceso',
    ],
    ...['Último inicio de sesión', 'Fecha de último acceso', 'Ultimo accesso', 'Ultimo login', 'Data ultimo accesso'],
  ],
  ip: [
    ...[
      'IP',
      'IP Address',
      'IP Addresses',
      'Public IP',
      'Public IP Address',
      'User IP Address',
      'User IP',
      'Client IP',
      'IP-Adresse',
    ],
    ...['IP-Adressen', 'Öffentliche IP-Adresse', 'Adresse IP', 'Adresse IP publique', 'Adresses IP', 'Dirección IP'],
    ...['Dirección IP pública', 'Indirizzo IP', 'Indirizzo IP pubblico'],
  ],
  firstName: ['First Name', 'Given Name', 'Vorname', 'Prénom', 'Nombre', 'Nombre de pila', 'Nome', 'User First Name'],
  lastName: [
    ...[
      'Last Name',
      'Surname',
      'Family Name',
      'User Last Name',
      'Nachname',
      'Familienname',
      'Nom',
      'Nom de famille',
      'Apellido',
    ],
    ...['Apellidos', 'Cognome'],
  ],
  fullName: [
    'Full Name',
    'Name',
    'Display Name',
    'full_name',
    'Vollständiger Name',
    'Nom complet',
    'Nombre completo',
    'Nome completo',
  ],
  status: [
    ...[
      'Status',
      'status.value',
      'status.desc',
      'User Status',
      'Account Status',
      'Benutzerstatus',
      'Statut',
      "Statut de l'utilisateur",
      'Estado',
    ],
    ...['Estado del usuario', 'Stato', 'Stato utente'],
  ],
  recordType: [
    ...[
      'Record Type',
      'record_type.value',
      'record_type.desc',
      'User Record Type',
      'Datensatztyp',
      'Satztyp',
      "Type d'enregistrement",
      'Type de notice',
      'Tipo de registro',
    ],
    ...['Tipo di record', 'Tipo record'],
  ],
  accountType: [
    ...[
      'Account Type',
      'account_type.value',
      'account_type.desc',
      'User Type',
      'Kontotyp',
      'Kontoart',
      'Benutzertyp',
      'Type de compte',
      "Type d'utilisateur",
      'Tipo de cuenta',
    ],
    ...['Tipo de usuario', 'Tipo di account', 'Tipo account', 'Tipo di utente', 'Tipo utente'],
  ],
  userGroup: [
    ...[
      'User Group',
      'user_group.desc',
      'user_group.value',
      'User Group Description',
      'Patron Group',
      'Benutzergruppe',
      "Groupe d'utilisateurs",
      "Groupe de l'utilisateur",
    ],
    ...[
      'Groupe utilisateur',
      'Grupo de usuarios',
      'Grupo de usuario',
      'Gruppo utenti',
      'Gruppo di utenti',
      'Gruppo utente',
    ],
  ],
  jobCategory: [
    ...[
      'Job Category',
      'job_category.desc',
      'job_category.value',
      'Stellenkategorie',
      'Berufskategorie',
      'Tätigkeitskategorie',
      "Catégorie d'emploi",
    ],
    ...[
      'Catégorie professionnelle',
      'Categoría laboral',
      'Categoría de trabajo',
      'Categoria di lavoro',
      'Categoria professionale',
    ],
  ],
  expiryDate: [
    ...[
      'Expiry Date',
      'Expiration Date',
      'User Expiry Date',
      'Expiry',
      'Ablaufdatum',
      'Gültig bis',
      "Date d'expiration",
    ],
    ...['Fecha de expiración', 'Fecha de vencimiento', 'Fecha de caducidad', 'Data di scadenza', 'Data scadenza'],
  ],
  purgeDate: [
    ...[
      'Purge Date',
      'User Purge Date',
      'Löschdatum',
      'Bereinigungsdatum',
      'Date de purge',
      'Fecha de purga',
      'Fecha de depuración',
    ],
    ...['Data di eliminazione', 'Data eliminazione', 'Data di purge'],
  ],
  roleType: [
    ...[
      'Role Type',
      'Role Name',
      'Role',
      'User Role',
      'Role Type Description',
      'role_type.desc',
      'user_role.role_type.desc',
      'user_role.role_type',
      'Rollentyp',
      'Rolle',
      'Rollenname',
      'Type de rôle',
    ],
    ...['Rôle', 'Tipo de rol', 'Rol', 'Tipo di ruolo', 'Tipo ruolo', 'Ruolo'],
  ],
  roleCode: [
    'Role Code',
    'Role Type Code',
    'role_type.value',
    'user_role.role_type.value',
    'Rollencode',
    'Code du rôle',
    'Código de rol',
    'Codice ruolo',
  ],
  roleStatus: [
    'Role Status',
    'role_status.value',
    'role_status.desc',
    'user_role.status.value',
    'user_role.status.desc',
    'user_role.status',
    'Rollenstatus',
    'Statut du rôle',
    'Estado del rol',
    'Stato del ruolo',
    'Stato ruolo',
  ],
  roleScope: [
    ...[
      'Role Scope',
      'scope.desc',
      'scope.value',
      'user_role.scope.desc',
      'user_role.scope.value',
      'Scope',
      'Rollenbereich',
      'Geltungsbereich',
      'Geltungsbereich der Rolle',
      'Périmètre',
      'Périmètre du rôle',
    ],
    ...['Portée du rôle', 'Ámbito', 'Ámbito del rol', 'Alcance del rol', 'Ambito', 'Ambito del ruolo'],
  ],
  roleExpiryDate: [
    ...[
      'Role Expiry Date',
      'Role Expiration Date',
      'user_role.expiry_date',
      'Ablaufdatum der Rolle',
      'Rollenablaufdatum',
      "Date d'expiration du rôle",
    ],
    ...[
      'Fecha de expiración del rol',
      'Fecha de vencimiento del rol',
      'Data di scadenza del ruolo',
      'Data scadenza ruolo',
    ],
  ],
  library: ['Library', 'Library Name', 'Home Library', 'Bibliothek', 'Bibliothèque', 'Biblioteca'],
  campus: [
    'Campus',
    'Campus Code',
    'Campus Name',
    'Code campus',
    'Code du campus',
    'Código de campus',
    'Codice campus',
  ],
  decision: ['Decision'],
  reason: ['Reason'],
  by: ['Decided by'],
  when: ['Decided on'],
};

/** A heading as it is compared and remembered: without case, accents, spaces and signs. */
export const headingKey = (heading: string): string =>
  heading
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

const recognised = new Map<string, { column: Column; rank: number }>();
for (const [column, aliases] of Object.entries(headingAliases) as [Column, readonly string[]][]) {
  aliases.forEach((alias, rank) => {
    if (!recognised.has(headingKey(alias))) recognised.set(headingKey(alias), { column, rank });
  });
}

/** The columns of a role; a file that has one row a person may have them several times. */
const roleColumns: readonly Column[] = ['roleType', 'roleCode', 'roleStatus', 'roleScope', 'roleExpiryDate'];

/** A heading's column, its rank among the aliases, and the key without the number of one role among several (`Role 2`). */
interface Known {
  column: Column | 'ignore' | undefined;
  rank: number;
  stem: string;
}

function knownAs(heading: string): Known {
  const key = headingKey(heading);
  const found = recognised.get(key);
  if (found) return { ...found, stem: key };
  const stem = key.replace(/^users?roles?\d*/, 'userrole').replace(/\d+$/, '');
  const numbered = recognised.get(stem);
  return numbered && roleColumns.includes(numbered.column)
    ? { ...numbered, stem }
    : { column: undefined, rank: 0, stem: key };
}

/** True for a heading that means something to us, whether or not its column is taken from another one. */
export const isKnownHeading = (heading: string): boolean => knownAs(heading).column !== undefined;

/**
 * What each heading of a line stands for; `undefined` where it is not recognised. A column is taken once: by what a person
 * has mapped, else by the surest alias, else by the first. Address columns are all recognised, since all are dropped, and so are the
 * columns of a role that stand there several times, numbered or under one heading.
 */
export function recogniseHeadings(
  headings: readonly string[],
  mapping: Readonly<Record<string, Column | 'ignore'>> = {},
): (Column | undefined)[] {
  const told = new Map(Object.entries(mapping).map(([heading, column]) => [headingKey(heading), column]));
  const wanted = headings.map((heading): Known => {
    const stem = headingKey(heading);
    const byHand = told.get(stem);
    return byHand ? { column: byHand, rank: -1, stem } : knownAs(heading);
  });
  return wanted.map(({ column, rank, stem }, at) => {
    if (column === undefined || column === 'ignore') return undefined;
    const mayRepeat =
      column === 'ip' ? () => true : (other: Known) => roleColumns.includes(column) && other.stem === stem;
    const better = wanted.some(
      (other, place) =>
        other.column === column && (other.rank < rank || (other.rank === rank && place < at)) && !mayRepeat(other),
    );
    return better ? undefined : column;
  });
}

/** Several columns under one heading, of which one was used: positions from 0. */
export interface TwinColumns {
  heading: string;
  used: number;
  unused: readonly number[];
}

/** The columns that were used where others have the same heading (compared without case and signs) and were not. */
export function twinColumns(
  headings: readonly { heading: string; column: Column | undefined }[],
): readonly TwinColumns[] {
  const keys = headings.map(({ heading }) => headingKey(heading));
  return headings.flatMap(({ heading, column }, used) => {
    if (column === undefined || column === 'ip') return [];
    const unused = keys.flatMap((key, at) => (key === keys[used] && headings[at]?.column === undefined ? [at] : []));
    return unused.length > 0 ? [{ heading, used, unused }] : [];
  });
}

/** How much of a line is known: its recognised headings, one more where an identifier is among them. */
export function knownHeadings(cells: readonly string[], mapping?: Readonly<Record<string, Column | 'ignore'>>): number {
  const known = recogniseHeadings(cells, mapping).filter((column) => column !== undefined);
  return known.length + (known.includes('identifier') ? 1 : 0);
}

/** Headings that any list may have: `User` names a borrower as well as an account. */
const weakIdentifiers = new Set(
  ['User', 'Identifier', 'User ID', 'Usuario', 'Identifiant', 'Identificador', 'Identificatore', 'Kennung'].map(
    headingKey,
  ),
);
/** Columns that make a table one of users beyond doubt, and columns that do beside a heading that names the user record. */
const decidingColumns: readonly Column[] = ['lastLogin', 'roleType', 'roleCode', 'decision'];
const supportingColumns: readonly Column[] = [
  'fullName',
  ...([
    'firstName',
    'lastName',
    'recordType',
    'accountType',
    'userGroup',
    'jobCategory',
    'expiryDate',
    'purgeDate',
  ] as const),
];

/**
 * Whether a line with these headings may be the head of some other list (loans, what a tool has done): an identifier beside headings
 * that nobody knows, or beside such as every list has. It is asked for, not taken for users.
 */
export function mayBeOtherList(
  headings: readonly string[],
  taken: readonly (Column | undefined)[],
  mapping: Readonly<Record<string, Column | 'ignore'>> = {},
): boolean {
  const told = new Set(Object.keys(mapping).map(headingKey));
  const identifier = headingKey(headings[taken.indexOf('identifier')] ?? '');
  const isStrong = told.has(identifier) || !weakIdentifiers.has(identifier);
  const others = taken.filter((column) => column !== undefined && column !== 'identifier' && column !== 'ip');
  if (others.some((column) => decidingColumns.includes(column as Column))) return false;
  const hasUnknown = headings.some(
    (heading, at) =>
      heading !== '' && taken[at] === undefined && !told.has(headingKey(heading)) && !isKnownHeading(heading),
  );
  if (others.length === 0) return hasUnknown;
  if (!isStrong && others.every((column) => !supportingColumns.includes(column as Column))) return true;
  return hasUnknown && !(isStrong && others.some((column) => supportingColumns.includes(column as Column)));
}
