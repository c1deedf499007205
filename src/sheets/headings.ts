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
    'Vollständiger Name',
    'Nom complet',
    'Nombre completo',
    'Nome completo',
  ],
  status: [
    ...['Status', 'User Status', 'Account Status', 'Benutzerstatus', 'Statut', "Statut de l'utilisateur", 'Estado'],
    ...['Estado del usuario', 'Stato', 'Stato utente'],
  ],
  recordType: [
    ...[
      'Record Type',
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
    ...['Job Category', 'Stellenkategorie', 'Berufskategorie', 'Tätigkeitskategorie', "Catégorie d'emploi"],
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
      'Rollentyp',
      'Rolle',
      'Rollenname',
      'Type de rôle',
    ],
    ...['Rôle', 'Tipo de rol', 'Rol', 'Tipo di ruolo', 'Tipo ruolo', 'Ruolo'],
  ],
  roleCode: ['Role Code', 'Role Type Code', 'Rollencode', 'Code du rôle', 'Código de rol', 'Codice ruolo'],
  roleStatus: ['Role Status', 'Rollenstatus', 'Statut du rôle', 'Estado del rol', 'Stato del ruolo', 'Stato ruolo'],
  roleScope: [
    ...[
      'Role Scope',
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

/**
 * What each heading of a line stands for; `undefined` where it is not recognised. A column is taken once: by what a person
 * has mapped, else by the surest alias, else by the first. Address columns are all recognised, since all are dropped.
 */
export function recogniseHeadings(
  headings: readonly string[],
  mapping: Readonly<Record<string, Column | 'ignore'>> = {},
): (Column | undefined)[] {
  const told = new Map(Object.entries(mapping).map(([heading, column]) => [headingKey(heading), column]));
  const wanted = headings.map((heading) => {
    const byHand = told.get(headingKey(heading));
    if (byHand) return { column: byHand, rank: -1 };
    return recognised.get(headingKey(heading)) ?? { column: undefined, rank: 0 };
  });
  return wanted.map(({ column, rank }, at) => {
    if (column === undefined || column === 'ignore') return undefined;
    const better = wanted.some(
      (other, place) => other.column === column && (other.rank < rank || (other.rank === rank && place < at)),
    );
    return better && column !== 'ip' ? undefined : column;
  });
}
