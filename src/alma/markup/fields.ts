import type { FieldName, UserFields } from '../../record/index.ts';
import { told, type Words } from './known.ts';

/** The fields that User Details shows as one labelled value. First and last name make up `name` where the header does not say it. */
export type LabelledField = Exclude<FieldName, 'name' | 'roles' | 'lastLogin'> | 'firstName' | 'lastName';

/** What is known or guessed of a field's markup. */
export interface FieldMarkup {
  /** Last parts of the field's bean path. Confidence: low throughout (`id-grammar`); no id of these fields has been seen. */
  readonly endings: readonly string[];
  readonly labels: readonly Words[];
}

export const fieldMarkup: { readonly [F in LabelledField]: FieldMarkup } = {
  primaryId: {
    endings: ['primaryIdentifier', 'userName', 'user_name', 'primaryId'],
    labels: told(
      'Primary identifier',
      'Identifiant principal|Identificador primario|ID principal',
      `Primary ID|Primäre Kennung|Primärkennung|Primäre ID|Primärer Identifikator|Hauptkennung|
Primäre Benutzerkennung|Identifiant primaire|Identificador principal|ID primario|
Identificativo primario|Identificatore primario|ID principale|Identificativo principale|
Identificatore principale`,
    ),
  },
  recordType: {
    endings: ['recordType', 'userRecordType'],
    labels: told(
      `Record type|User record type|Datensatztyp|Benutzersatztyp|Benutzer-Datensatztyp|Type de notice|
Type de notice utilisateur`,
      'Tipo di record',
      `Satztyp|Tipo de registro|Tipo de registro de usuario|Tipo del registro de usuario|
Tipo de registro del usuario|Tipo di record utente|Tipo record`,
    ),
  },
  accountType: {
    endings: ['accountType', 'userAccountType'],
    labels: told(
      'Account type|Kontotyp|Type de compte',
      'Tipo di account',
      'User account type|Kontoart|Tipo de cuenta|Tipo account|Tipo di conto',
    ),
  },
  status: {
    endings: ['status', 'userStatus', 'accountStatus'],
    labels: told(
      'Status',
      'Statut|Estado|Stato',
      `User status|Account status|Benutzerstatus|Statut utilisateur|Statut de l'utilisateur|
Estado del usuario|Estado de usuario|Stato utente|Stato dell'utente`,
    ),
  },
  userGroup: {
    endings: ['userGroup'],
    labels: told(
      "User group|Benutzergruppe|Groupe utilisateur|Groupe d'utilisateur|Groupe d'utilisateurs",
      'Grupo de usuario|Grupo de usuarios|Gruppo utente',
      `Groupe utilisateurs|Groupe de l'utilisateur|Grupo del usuario|Gruppo utenti|Gruppo di utenti|
Gruppo di utente`,
    ),
  },
  expiryDate: {
    endings: ['expiryDate', 'expirationDate'],
    labels: told(
      'Expiration date',
      '',
      `Expiry date|Ablaufdatum|Date d'expiration|Fecha de caducidad|Fecha de vencimiento|
Fecha de expiración|Data di scadenza|Data scadenza`,
    ),
  },
  purgeDate: {
    endings: ['purgeDate'],
    labels: told(
      'Purge date|Löschdatum',
      '',
      `Date de purge|Date d'élimination|Fecha de purga|Fecha de depuración|Fecha de borrado|
Fecha de eliminación|Data di purge|Data di eliminazione|Data eliminazione|Data di cancellazione|
Data di epurazione|Date de suppression|Data di eliminazione definitiva|
Fecha de eliminación definitiva`,
    ),
  },
  firstName: {
    endings: ['firstName'],
    labels: told('First name', '', 'Vorname|Prénom|Nombre|Nome'),
  },
  lastName: {
    endings: ['lastName'],
    labels: told('Last name', '', 'Nachname|Nom|Nom de famille|Apellido|Apellidos|Cognome'),
  },
};

/** The user's display name in the header of User Details (medium: TU Graz, 2020 to 2024). */
export const headerNameId = 'pageBeanname';

/** What the user API shows for a contact that has no primary identifier (medium). */
export const noPrimaryId = /^no primary id\b/i;

/** What may stand before a field's ending in its bean path: words for the user record itself. Anything else may be another thing's field. */
export const ownBeanPath =
  /^(h?fr|user|details?|info|information|general|management|record|account|bean|view|edit|wizard|main|core|summary|header|fieldset|form|section|[._])*$/i;

/** Words in an id that tell of another thing's field on the same page (a role, a block, a proxy, a filter, ...). */
export const foreignBeanPath =
  /role|block|proxy|note(?!book)|request|loan|fine|fee|address|e?mail|phone|filter|search|attach|vendor|partner|creat|modif|approv|history|statist|letter|old|previous|prefer|birth|(from|to)$/i;

/** The codes of a field that has codes. */
export type CodedField = 'recordType' | 'accountType' | 'status';

/** The words for each code (user API, high for the codes); their texts in the five languages. */
export const codeWords: { readonly [F in CodedField]: { readonly [C in UserFields[F]]: readonly Words[] } } = {
  recordType: {
    PUBLIC: told('Public|Öffentlich|Público', '', 'Pubblico'),
    STAFF: told(
      'Staff|Mitarbeiter|Professionnel|Personnel|Personal',
      '',
      'Personale|Mitarbeitende|Mitarbeiter*in|Mitarbeiter/in',
    ),
    CONTACT: told('Contact|Kontakt|Contacto', '', 'Contatto|Contatti'),
  },
  accountType: {
    INTERNAL: told('Internal|Intern|Interne', 'Interno', 'Interna'),
    EXTERNAL: told('External|Extern|Externe', 'Esterno', 'Externo|Externa|Esterna'),
    INTEXTAUTH: told(
      'Internal with external authentication|Intern mit externer Authentifizierung',
      `Interne avec authentification externe|Interno con autenticación externa|
Interno con autenticazione esterna`,
      'Interna con autenticación externa',
    ),
  },
  status: {
    ACTIVE: told('Active', '', 'Aktiv|Actif|Activo|Activa|Attivo|Attiva'),
    INACTIVE: told(
      'Inactive',
      '',
      `Not active|Inaktiv|Nicht aktiv|Inactif|Non actif|Non active|Inactivo|Inactiva|No activo|
No activa|Inattivo|Inattiva|Non attivo|Non attiva`,
    ),
    DELETED: told(
      'Deleted|Gelöscht|Supprimé|Supprimée|Borrado',
      '',
      'Borrada|Eliminado|Eliminada|Eliminato|Eliminata|Cancellato',
    ),
  },
};
