import { type Words, words } from './known.ts';

/** A column of the role list. `code` is the role type's number, where a column shows it. */
export type RoleColumn = 'name' | 'status' | 'scope' | 'expiryDate' | 'code';

/** Role list ids are not publicly known: columns are told by what their header's id says (low, `id-grammar`), in this order. */
export const columnIds: readonly (readonly [RoleColumn | 'other', RegExp])[] = [
  ['expiryDate', /expir|enddate/i],
  ['other', /date|param|desk|creat|modif|updat|source|note|descriptionlong|action|select|checkbox|index/i],
  ['status', /status|active/i],
  ['scope', /scope/i],
  ['code', /role.*(code|typevalue|typeid)$|^(code|typecode)$/i],
  ['name', /role/i],
];

/** Header ids that mean the role's name only in a list whose own id speaks of roles. */
export const nameInRoleList = /(^|\.|_)?(name|type|desc|description)$/i;

export const columnTexts: { readonly [C in RoleColumn]: readonly Words[] } = {
  name: [
    words('low', 'derived', 'Role', 'Role name', 'User role', 'Role type', 'Rolle', 'Rollenname', 'Benutzerrolle'),
    words('low', 'derived', 'Rollentyp', 'Rôle', 'Nom du rôle', 'Rôle utilisateur', 'Type de rôle', 'Rol'),
    words('low', 'derived', 'Nombre del rol', 'Nombre de rol', 'Rol de usuario', 'Tipo de rol', 'Ruolo', 'Nome ruolo'),
    words('low', 'derived', 'Nome del ruolo', 'Ruolo utente', 'Tipo di ruolo'),
  ],
  status: [
    words('low', 'help-en', 'Active', 'Status', 'Role status'),
    words('low', 'derived', 'Aktiv', 'Rollenstatus', 'Actif', 'Statut', 'Statut du rôle', 'Activo', 'Estado'),
    words('low', 'derived', 'Estado del rol', 'Attivo', 'Stato', 'Stato del ruolo', 'Stato ruolo'),
  ],
  scope: [
    words('medium', 'help-en', 'Scope', 'Role scope'),
    words('medium', 'help-fr', 'Périmètre'),
    words('medium', 'help-es', 'Ámbito', 'Alcance'),
    words('low', 'derived', 'Geltungsbereich', 'Gültigkeitsbereich', 'Bereich', 'Umfang', 'Portée', 'Ambito'),
  ],
  expiryDate: [
    words('low', 'derived', 'Expiration date', 'Expiry date', 'Expiration', 'Role expiration date', 'Ablaufdatum'),
    words('low', 'derived', "Date d'expiration", 'Expiration du rôle', 'Fecha de caducidad', 'Fecha de vencimiento'),
    words('low', 'derived', 'Fecha de expiración', 'Data di scadenza', 'Data scadenza'),
  ],
  code: [words('low', 'derived', 'Role code', 'Rollencode', 'Code du rôle', 'Código del rol', 'Codice ruolo')],
};

/** What an empty list may say in place of rows (low). */
export const noRecords: readonly Words[] = [
  words('low', 'derived', 'No records were found', 'No records found', 'No records', 'No roles', 'No results'),
  words('low', 'derived', 'No items to display', 'There are no records', 'No data', 'There are no roles'),
  words('low', 'derived', 'Keine Datensätze gefunden', 'Es wurden keine Datensätze gefunden', 'Keine Datensätze'),
  words('low', 'derived', 'Keine Rollen', 'Keine Ergebnisse', 'Keine Einträge', 'Keine Einträge gefunden'),
  words(
    'low',
    'derived',
    'Aucune notice trouvée',
    "Aucune notice n'a été trouvée",
    'Aucun enregistrement',
    'Aucun rôle',
  ),
  words('low', 'derived', 'Aucun résultat', 'Aucune notice', 'Aucun enregistrement trouvé'),
  words(
    'low',
    'derived',
    'No se encontraron registros',
    'No se han encontrado registros',
    'No hay registros',
    'Sin registros',
  ),
  words('low', 'derived', 'No hay roles', 'Sin roles', 'Sin resultados', 'No hay resultados'),
  words('low', 'derived', 'Nessun record trovato', 'Nessun record', 'Nessun ruolo', 'Nessun risultato'),
];

/** What a filter shows when it leaves nothing out (low). */
export const filterShowsAll: readonly Words[] = [
  words('low', 'derived', 'All', 'All roles', 'Any', 'Alle', 'Alle Rollen', 'Tous', 'Tous les rôles', 'Tout', 'Toutes'),
  words('low', 'derived', 'Todos', 'Todos los roles', 'Todas', 'Todo', 'Tutti', 'Tutti i ruoli', 'Tutte'),
  words(
    'low',
    'derived',
    'None',
    'Select',
    'Keine',
    'Aucun',
    'Ninguno',
    'Nessuno',
    'Role',
    'Rolle',
    'Rôle',
    'Rol',
    'Ruolo',
  ),
];

/** What a status column of toggles may say in words (low). */
export const yesWords: readonly Words[] = [words('low', 'derived', 'Yes', 'True', 'On', 'Ja', 'Oui', 'Sí', 'Sì')];
export const noWords: readonly Words[] = [words('low', 'derived', 'No', 'False', 'Off', 'Nein', 'Non')];

/** "(1 - 20 of 53)" beside a list (high, `alma-extensions`). */
export const counterSelector = '.listNumOfRecords';
/** The pager below a list (high, `alma-extensions`). */
export const pagerSelector = '[id^="PAGING_UL"]';
/** The same and what other pagers are called on Alma's Angular pages (high there, low for roles) and by custom of the Web (low). */
export const anyPagerSelector = `${pagerSelector},.sel-pagination-summary,.pagination,.pager,mat-paginator,[class*="load-more" i]`;
