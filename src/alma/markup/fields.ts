import type { FieldName, UserFields } from '../../record/index.ts';
import { type Words, words } from './known.ts';

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
    labels: [
      words('high', 'help-en', 'Primary identifier'),
      words('medium', 'help-fr', 'Identifiant principal'),
      words('medium', 'help-es', 'Identificador primario', 'ID principal'),
      words('low', 'derived', 'Primary ID', 'Primäre Kennung', 'Primärkennung', 'Primäre ID', 'Primärer Identifikator'),
      words(
        'low',
        'derived',
        'Hauptkennung',
        'Primäre Benutzerkennung',
        'Identifiant primaire',
        'Identificador principal',
      ),
      words('low', 'derived', 'ID primario', 'Identificativo primario', 'Identificatore primario', 'ID principale'),
      words('low', 'derived', 'Identificativo principale', 'Identificatore principale'),
    ],
  },
  recordType: {
    endings: ['recordType', 'userRecordType'],
    labels: [
      words('high', 'help-en', 'Record type', 'User record type'),
      words('high', 'help-de', 'Datensatztyp', 'Benutzersatztyp', 'Benutzer-Datensatztyp'),
      words('high', 'help-fr', 'Type de notice', 'Type de notice utilisateur'),
      words('medium', 'help-it', 'Tipo di record'),
      words(
        'low',
        'derived',
        'Satztyp',
        'Tipo de registro',
        'Tipo de registro de usuario',
        'Tipo del registro de usuario',
      ),
      words('low', 'derived', 'Tipo de registro del usuario', 'Tipo di record utente', 'Tipo record'),
    ],
  },
  accountType: {
    endings: ['accountType', 'userAccountType'],
    labels: [
      words('high', 'help-en', 'Account type'),
      words('high', 'help-de', 'Kontotyp'),
      words('high', 'help-fr', 'Type de compte'),
      words('medium', 'help-it', 'Tipo di account'),
      words('low', 'derived', 'User account type', 'Kontoart', 'Tipo de cuenta', 'Tipo account', 'Tipo di conto'),
    ],
  },
  status: {
    endings: ['status', 'userStatus', 'accountStatus'],
    labels: [
      words('high', 'help-en', 'Status'),
      words('medium', 'help-fr', 'Statut'),
      words('medium', 'help-es', 'Estado'),
      words('medium', 'help-it', 'Stato'),
      words('low', 'derived', 'User status', 'Account status', 'Benutzerstatus', 'Statut utilisateur'),
      words('low', 'derived', "Statut de l'utilisateur", 'Estado del usuario', 'Estado de usuario', 'Stato utente'),
      words('low', 'derived', "Stato dell'utente"),
    ],
  },
  userGroup: {
    endings: ['userGroup'],
    labels: [
      words('high', 'help-en', 'User group'),
      words('high', 'help-de', 'Benutzergruppe'),
      words('high', 'help-fr', 'Groupe utilisateur', "Groupe d'utilisateur", "Groupe d'utilisateurs"),
      words('medium', 'help-es', 'Grupo de usuario', 'Grupo de usuarios'),
      words('medium', 'help-it', 'Gruppo utente'),
      words('low', 'derived', 'Groupe utilisateurs', "Groupe de l'utilisateur", 'Grupo del usuario', 'Gruppo utenti'),
      words('low', 'derived', 'Gruppo di utenti', 'Gruppo di utente'),
    ],
  },
  expiryDate: {
    endings: ['expiryDate', 'expirationDate'],
    labels: [
      words('high', 'help-en', 'Expiration date'),
      words('low', 'derived', 'Expiry date', 'Ablaufdatum', "Date d'expiration", 'Fecha de caducidad'),
      words('low', 'derived', 'Fecha de vencimiento', 'Fecha de expiración', 'Data di scadenza', 'Data scadenza'),
    ],
  },
  purgeDate: {
    endings: ['purgeDate'],
    labels: [
      words('high', 'help-en', 'Purge date'),
      words('high', 'help-de', 'Löschdatum'),
      words('low', 'derived', 'Date de purge', "Date d'élimination", 'Fecha de purga', 'Fecha de depuración'),
      words('low', 'derived', 'Fecha de borrado', 'Fecha de eliminación', 'Data di purge', 'Data di eliminazione'),
      words(
        'low',
        'derived',
        'Data eliminazione',
        'Data di cancellazione',
        'Data di epurazione',
        'Date de suppression',
        'Data di eliminazione definitiva',
        'Fecha de eliminación definitiva',
      ),
    ],
  },
  firstName: {
    endings: ['firstName'],
    labels: [words('high', 'help-en', 'First name'), words('low', 'derived', 'Vorname', 'Prénom', 'Nombre', 'Nome')],
  },
  lastName: {
    endings: ['lastName'],
    labels: [
      words('high', 'help-en', 'Last name'),
      words('low', 'derived', 'Nachname', 'Nom', 'Nom de famille', 'Apellido', 'Apellidos', 'Cognome'),
    ],
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
    PUBLIC: [
      words('high', 'help-en', 'Public'),
      words('high', 'help-de', 'Öffentlich'),
      words('high', 'help-es', 'Público'),
      words('low', 'derived', 'Pubblico'),
    ],
    STAFF: [
      words('high', 'help-en', 'Staff'),
      words('high', 'help-de', 'Mitarbeiter'),
      words('high', 'help-fr', 'Professionnel', 'Personnel'),
      words('high', 'help-es', 'Personal'),
      words('low', 'derived', 'Personale', 'Mitarbeitende', 'Mitarbeiter*in', 'Mitarbeiter/in'),
    ],
    CONTACT: [
      words('high', 'help-en', 'Contact'),
      words('high', 'help-de', 'Kontakt'),
      words('high', 'help-es', 'Contacto'),
      words('low', 'derived', 'Contatto', 'Contatti'),
    ],
  },
  accountType: {
    INTERNAL: [
      words('high', 'help-en', 'Internal'),
      words('high', 'help-de', 'Intern'),
      words('high', 'help-fr', 'Interne'),
      words('medium', 'help-it', 'Interno'),
      words('low', 'derived', 'Interna'),
    ],
    EXTERNAL: [
      words('high', 'help-en', 'External'),
      words('high', 'help-de', 'Extern'),
      words('high', 'help-fr', 'Externe'),
      words('medium', 'help-it', 'Esterno'),
      words('low', 'derived', 'Externo', 'Externa', 'Esterna'),
    ],
    INTEXTAUTH: [
      words('high', 'help-en', 'Internal with external authentication'),
      words('high', 'help-de', 'Intern mit externer Authentifizierung'),
      words('medium', 'help-fr', 'Interne avec authentification externe'),
      words('medium', 'help-es', 'Interno con autenticación externa'),
      words('medium', 'help-it', 'Interno con autenticazione esterna'),
      words('low', 'derived', 'Interna con autenticación externa'),
    ],
  },
  status: {
    ACTIVE: [
      words('high', 'help-en', 'Active'),
      words('low', 'derived', 'Aktiv', 'Actif', 'Activo', 'Activa', 'Attivo', 'Attiva'),
    ],
    INACTIVE: [
      words('high', 'help-en', 'Inactive'),
      words('low', 'derived', 'Not active', 'Inaktiv', 'Nicht aktiv', 'Inactif', 'Non actif', 'Non active', 'Inactivo'),
      words('low', 'derived', 'Inactiva', 'No activo', 'No activa', 'Inattivo', 'Inattiva', 'Non attivo', 'Non attiva'),
    ],
    DELETED: [
      words('high', 'help-en', 'Deleted'),
      words('high', 'help-de', 'Gelöscht'),
      words('high', 'help-fr', 'Supprimé', 'Supprimée'),
      words('high', 'help-es', 'Borrado'),
      words('low', 'derived', 'Borrada', 'Eliminado', 'Eliminada', 'Eliminato', 'Eliminata', 'Cancellato'),
    ],
  },
};
