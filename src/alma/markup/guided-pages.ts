import { mergeTitles, purgeJobNames, purgeTitles, runJobTitles } from '../actions/words.ts';
import type { DeleteUserPolicy, GuidedPage } from '../screen.ts';
import { fieldMarkup } from './fields.ts';
import { type Words, words } from './known.ts';
import { columnTexts } from './role-list.ts';

/**
 * The pages with a guide: their titles, and what their names (in `body`'s id, the address or the menu's key) may hold.
 * No such name has been seen but `MergeUsers` in a menu's key, so all names are low; titles are documented in English, that of the
 * purge page and those of the role pages' commands in German as well.
 */
export const guidedPages: readonly (readonly [GuidedPage, RegExp, readonly Words[]])[] = [
  ['purge-users', /purge.?user|user.?purge/i, purgeTitles],
  ['run-job-purge', /run.?job/i, runJobTitles],
  [
    'delete-user-policy',
    /delet\w*user\w*polic/i,
    [
      words('high', 'help-en', 'Delete User Policy'),
      words('low', 'derived', 'Richtlinie zum Löschen von Benutzern', 'Benutzer-Löschrichtlinie'),
      words('low', 'derived', 'Politique de suppression des utilisateurs', 'Política de eliminación de usuarios'),
      words('low', 'derived', 'Politica di eliminazione utenti', 'Politica di eliminazione degli utenti'),
    ],
  ],
  ['merge-users', /merge.?user|user.?merge/i, mergeTitles],
  [
    'staff-login-report',
    /staff.?login/i,
    [
      words('high', 'help-en', 'Staff Login Report'),
      words('low', 'derived', 'Mitarbeiter-Anmeldebericht', 'Rapport de connexion du personnel'),
      words('low', 'derived', 'Informe de inicio de sesión del personal', 'Rapporto di accesso del personale'),
    ],
  ],
  [
    'roles-report',
    /roles?.?report/i,
    [
      words('low', 'derived', 'Roles Report', 'Rollenbericht', 'Rapport des rôles', 'Informe de roles'),
      words('low', 'derived', 'Rapporto sui ruoli'),
    ],
  ],
  [
    'add-role',
    /(add|new)_?roles?/i,
    [
      words('high', 'help-en', 'Add New Roles', 'Add Role'),
      words('high', 'help-de', 'Neue Rolle'),
      words('medium', 'help-fr', 'Ajouter un rôle'),
      words('low', 'derived', 'Neue Rollen hinzufügen', 'Ajouter de nouveaux rôles', 'Agregar nuevos roles'),
      words('low', 'derived', 'Aggiungi nuovi ruoli'),
    ],
  ],
  [
    'add-from-profiles',
    /role\w*profile/i,
    [
      words('high', 'help-en', 'Profiles List', 'Add from Profiles'),
      words('high', 'help-de', 'Aus Profilen hinzufügen'),
      words('low', 'derived', 'Profilliste', 'Liste des profils', 'Lista de perfiles', 'Elenco profili'),
    ],
  ],
  [
    'role-details',
    /roles?_?details/i,
    [
      words('high', 'help-en', 'User Roles Details'),
      words('low', 'derived', 'Details der Benutzerrollen', 'Détails des rôles utilisateur'),
      words('low', 'derived', 'Detalles de roles de usuario', 'Dettagli ruoli utente'),
    ],
  ],
];

export { purgeJobNames };

/** The command that opens the form of a purge. English and German are documented. */
export const addJobWords: readonly Words[] = [
  words('high', 'help-en', 'Add Job'),
  words('high', 'help-de', 'Neuer Prozess'),
  words('low', 'derived', 'Ajouter un traitement', 'Agregar proceso', 'Aggiungi processo'),
];

/** The fields of that form. The days are documented in English and German, the others in English. */
export const jobLabels = {
  days: [
    words('high', 'help-en', 'Number of Days After Purge Date'),
    words('high', 'help-de', 'Anzahl der Tage nach dem Löschdatum'),
    words('low', 'derived', 'Nombre de jours après la date de purge', 'Número de días después de la fecha de purga'),
    words('low', 'derived', 'Numero di giorni dopo la data di eliminazione'),
  ],
  recordType: [...fieldMarkup.recordType.labels, words('low', 'derived', 'Benutzerdatensatztyp')],
  userGroup: fieldMarkup.userGroup.labels,
  waiveThreshold: [
    words('high', 'help-en', 'Waive threshold'),
    words('low', 'derived', 'Erlassschwelle', "Seuil d'annulation", 'Umbral de condonación', 'Soglia di condono'),
  ],
} as const satisfies Readonly<Record<string, readonly Words[]>>;

/** The three values of the Delete User Policy. English is documented. */
export const deletePolicyWords: Readonly<Record<DeleteUserPolicy, readonly Words[]>> = {
  fully_reportable: [
    words('high', 'help-en', 'Keep Fully Reportable'),
    words('low', 'derived', 'Vollständig auswertbar halten', 'Conserver entièrement exploitable'),
    words('low', 'derived', 'Mantener totalmente notificable', 'Mantieni completamente consultabile'),
  ],
  statistics: [
    words('high', 'help-en', 'Keep Statistics'),
    words('low', 'derived', 'Statistik behalten', 'Conserver les statistiques', 'Mantener estadísticas'),
    words('low', 'derived', 'Mantieni statistiche'),
  ],
  fully_remove: [
    words('high', 'help-en', 'Fully Remove'),
    words('low', 'derived', 'Vollständig entfernen', 'Supprimer entièrement', 'Eliminar por completo'),
    words('low', 'derived', 'Rimuovi completamente'),
  ],
};

/** The two users of a merge (medium, `alma-extensions`). */
export const mergeFields = ['FromUser', 'ToUser'].map((side) => `[id^="pageBean"][id*="Of${side}" i]`);

export type ReportColumn = 'user' | 'lastLogin' | 'role' | 'profile';

/** Columns of reports and of lists to choose roles from: by the header's id (low), else by its text. */
export const reportColumns: Readonly<Record<ReportColumn, readonly [RegExp, readonly Words[]]>> = {
  user: [
    /user.?name|primary.?id/i,
    [
      words('high', 'help-en', 'User Name', 'Primary Identifier'),
      words('low', 'derived', 'Benutzername', "Nom d'utilisateur", 'Nombre de usuario', 'Nome utente'),
    ],
  ],
  lastLogin: [
    /last.?login/i,
    [
      words('high', 'help-en', 'Last Login', 'Last Login Date'),
      words('low', 'derived', 'Letzte Anmeldung', 'Dernière connexion', 'Último inicio de sesión', 'Ultimo accesso'),
    ],
  ],
  role: [/roles?(.?(name|type))?$/i, columnTexts.name],
  profile: [/profile.?name|^name$/i, [words('low', 'derived', 'Name', 'Profile', 'Nom', 'Nombre', 'Nome')]],
};

/** The labels of User Roles Details. */
export const roleLabels = columnTexts;
