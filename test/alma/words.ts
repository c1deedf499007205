import type { Day } from '../../src/record/index.ts';
import type { DateFormat, Language } from './description.ts';
import { portuguese } from './words-pt.ts';

/**
 * What stands on the pages, in five languages; `words-pt.ts` has a sixth. English, and the German and French terms for titles, account types, record types, user
 * group, roles and purging, follow Ex Libris' documentation; all other translations are synthetic.
 * Order: en, de, fr, es, it.
 */
const table = {
  userDetails: ['User Details', 'Benutzerdetails', 'Détails utilisateur', 'Detalles del usuario', 'Dettagli utente'],
  manageUsers: [
    'Manage Users',
    'Benutzer verwalten',
    'Gérer les utilisateurs',
    'Gestionar usuarios',
    'Gestisci utenti',
  ],
  selectUser: [
    'Select User',
    'Benutzer auswählen',
    'Sélectionner un utilisateur',
    'Seleccionar usuario',
    'Seleziona utente',
  ],
  addRole: ['Add Role', 'Neue Rolle', 'Ajouter un rôle', 'Agregar rol', 'Aggiungi ruolo'],
  addNewRoles: [
    'Add New Roles',
    'Neue Rollen hinzufügen',
    'Ajouter de nouveaux rôles',
    'Agregar nuevos roles',
    'Aggiungi nuovi ruoli',
  ],
  addFromProfiles: [
    'Add from Profiles',
    'Aus Profilen hinzufügen',
    'Ajouter depuis les profils',
    'Agregar desde perfiles',
    'Aggiungi da profili',
  ],
  profilesList: ['Profiles List', 'Profilliste', 'Liste des profils', 'Lista de perfiles', 'Elenco profili'],
  roleDetails: [
    'User Roles Details',
    'Details der Benutzerrollen',
    'Détails des rôles utilisateur',
    'Detalles de roles de usuario',
    'Dettagli ruoli utente',
  ],
  purgeUsers: [
    'Purge User Records',
    'Benutzersätze löschen',
    'Purger les notices utilisateur',
    'Purgar registros de usuario',
    'Elimina definitivamente i record utente',
  ],
  addJob: ['Add Job', 'Neuer Prozess', 'Ajouter un traitement', 'Agregar proceso', 'Aggiungi processo'],
  runJob: ['Run a Job', 'Prozess ausführen', 'Exécuter un traitement', 'Ejecutar un proceso', 'Esegui un processo'],
  purgeUsersJob: [
    'Purge users',
    'Benutzer löschen',
    'Purger les utilisateurs',
    'Purgar usuarios',
    'Elimina definitivamente utenti',
  ],
  deletePolicy: [
    'Delete User Policy',
    'Richtlinie zum Löschen von Benutzern',
    'Politique de suppression des utilisateurs',
    'Política de eliminación de usuarios',
    'Politica di eliminazione utenti',
  ],
  keepReportable: [
    'Keep Fully Reportable',
    'Vollständig auswertbar halten',
    'Conserver entièrement exploitable',
    'Mantener totalmente notificable',
    'Mantieni completamente consultabile',
  ],
  keepStatistics: [
    'Keep Statistics',
    'Statistik behalten',
    'Conserver les statistiques',
    'Mantener estadísticas',
    'Mantieni statistiche',
  ],
  fullyRemove: [
    'Fully Remove',
    'Vollständig entfernen',
    'Supprimer entièrement',
    'Eliminar por completo',
    'Rimuovi completamente',
  ],
  mergeUsers: [
    'Merge Users',
    'Benutzer zusammenführen',
    'Fusionner les utilisateurs',
    'Fusionar usuarios',
    'Unisci utenti',
  ],
  fromUser: ['From user', 'Von Benutzer', "De l'utilisateur", 'Del usuario', "Dall'utente"],
  toUser: ['To user', 'Zu Benutzer', "Vers l'utilisateur", 'Al usuario', "All'utente"],
  staffLogin: [
    'Staff Login Report',
    'Mitarbeiter-Anmeldebericht',
    'Rapport de connexion du personnel',
    'Informe de inicio de sesión del personal',
    'Rapporto di accesso del personale',
  ],
  userName: ['User Name', 'Benutzername', "Nom d'utilisateur", 'Nombre de usuario', 'Nome utente'],
  lastLogin: ['Last Login', 'Letzte Anmeldung', 'Dernière connexion', 'Último inicio de sesión', 'Ultimo accesso'],
  exportList: ['Export List', 'Liste exportieren', 'Exporter la liste', 'Exportar lista', 'Esporta elenco'],
  rolesReport: ['Roles Report', 'Rollenbericht', 'Rapport des rôles', 'Informe de roles', 'Rapporto sui ruoli'],
  home: ['Home', 'Startseite', 'Accueil', 'Inicio', 'Home'],
  login: ['Log in', 'Anmelden', 'Connexion', 'Iniciar sesión', 'Accedi'],
  titles: ['All Titles', 'Alle Titel', 'Tous les titres', 'Todos los títulos', 'Tutti i titoli'],
  vendorContact: [
    'Vendor Contact Details',
    'Kontaktdaten des Lieferanten',
    'Contact du fournisseur',
    'Contacto del proveedor',
    'Contatto del fornitore',
  ],
  patronServices: [
    'Patron Services',
    'Benutzerservices',
    'Services aux lecteurs',
    'Servicios al usuario',
    'Servizi al lettore',
  ],
  setDetails: ['Set Details', 'Set-Details', "Détails de l'ensemble", 'Detalles del conjunto', "Dettagli dell'insieme"],
  invoice: [
    'Invoice Details',
    'Rechnungsdetails',
    'Détails de la facture',
    'Detalles de la factura',
    'Dettagli fattura',
  ],
  general: [
    'General Information',
    'Allgemeine Informationen',
    'Informations générales',
    'Información general',
    'Informazioni generali',
  ],
  contact: [
    'Contact Information',
    'Kontaktinformationen',
    'Coordonnées',
    'Información de contacto',
    'Informazioni di contatto',
  ],
  identifier: ['Identifiers', 'Identifikatoren', 'Identifiants', 'Identificadores', 'Identificativi'],
  notes: ['Notes', 'Notizen', 'Remarques', 'Notas', 'Note'],
  blocks: ['Blocks', 'Sperren', 'Blocages', 'Bloqueos', 'Blocchi'],
  fines: ['Fines/Fees', 'Gebühren', 'Amendes/Frais', 'Multas/Tarifas', 'Multe/Tariffe'],
  statistics: ['Statistics', 'Statistik', 'Statistiques', 'Estadísticas', 'Statistiche'],
  attachments: ['Attachments', 'Anhänge', 'Pièces jointes', 'Archivos adjuntos', 'Allegati'],
  proxy: ['Proxy For', 'Proxy für', 'Mandataire de', 'Representante de', 'Delegato di'],
  history: ['History', 'Historie', 'Historique', 'Historial', 'Cronologia'],
  userInformation: [
    'User Information',
    'Benutzerinformationen',
    "Informations sur l'utilisateur",
    'Información del usuario',
    'Informazioni utente',
  ],
  managementInformation: [
    'User Management Information',
    'Informationen zur Benutzerverwaltung',
    'Informations de gestion',
    'Información de gestión del usuario',
    'Informazioni di gestione utente',
  ],
  userRoles: ['User Roles', 'Benutzerrollen', 'Rôles utilisateur', 'Roles de usuario', 'Ruoli utente'],
  firstName: ['First name', 'Vorname', 'Prénom', 'Nombre', 'Nome'],
  middleName: ['Middle name', 'Zweiter Vorname', 'Deuxième prénom', 'Segundo nombre', 'Secondo nome'],
  lastName: ['Last name', 'Nachname', 'Nom', 'Apellido', 'Cognome'],
  primaryId: [
    'Primary identifier',
    'Primäre ID',
    'Identifiant principal',
    'Identificador principal',
    'Identificativo primario',
  ],
  title: ['Title', 'Titel', 'Titre', 'Título', 'Titolo'],
  pin: ['PIN number', 'PIN-Nummer', 'Code PIN', 'Número PIN', 'Numero PIN'],
  jobCategory: [
    'Job category',
    'Stellenkategorie',
    "Catégorie d'emploi",
    'Categoría de trabajo',
    'Categoria professionale',
  ],
  jobDescription: [
    'Job description',
    'Stellenbeschreibung',
    'Description du poste',
    'Descripción del trabajo',
    'Descrizione del lavoro',
  ],
  userGroup: ['User group', 'Benutzergruppe', "Groupe d'utilisateur", 'Grupo de usuarios', 'Gruppo utenti'],
  campus: ['Campus', 'Campus', 'Campus', 'Campus', 'Campus'],
  language: ['Preferred language', 'Bevorzugte Sprache', 'Langue préférée', 'Idioma preferido', 'Lingua preferita'],
  birthDate: ['Birth date', 'Geburtsdatum', 'Date de naissance', 'Fecha de nacimiento', 'Data di nascita'],
  expiryDate: ['Expiration date', 'Ablaufdatum', "Date d'expiration", 'Fecha de vencimiento', 'Data di scadenza'],
  purgeDate: ['Purge date', 'Löschdatum', 'Date de purge', 'Fecha de purga', 'Data di eliminazione definitiva'],
  rsLibrary: [
    'Resource sharing library',
    'Fernleihbibliothek',
    'Bibliothèque de PEB',
    'Biblioteca de préstamo',
    'Biblioteca di prestito',
  ],
  institutionalRecord: [
    'Patron has institutional record',
    'Benutzer hat Institutionsdatensatz',
    'Le lecteur a une notice',
    'El usuario tiene registro',
    'Il lettore ha un record',
  ],
  accountType: ['Account type', 'Kontotyp', 'Type de compte', 'Tipo de cuenta', 'Tipo di account'],
  recordType: ['Record type', 'Datensatztyp', 'Type de notice', 'Tipo de registro', 'Tipo di record'],
  status: ['Status', 'Status', 'Statut', 'Estado', 'Stato'],
  active: ['Active', 'Aktiv', 'Actif', 'Activo', 'Attivo'],
  name: ['Name', 'Name', 'Nom', 'Nombre', 'Nome'],
  role: ['Role', 'Rolle', 'Rôle', 'Rol', 'Ruolo'],
  scope: ['Scope', 'Geltungsbereich', 'Portée', 'Ámbito', 'Ambito'],
  parameters: ['Role Parameters', 'Rollenparameter', 'Paramètres du rôle', 'Parámetros del rol', 'Parametri del ruolo'],
  idType: [
    'Identifier type',
    'Identifikatortyp',
    "Type d'identifiant",
    'Tipo de identificador',
    'Tipo di identificativo',
  ],
  value: ['Value', 'Wert', 'Valeur', 'Valor', 'Valore'],
  ACTIVE: ['Active', 'Aktiv', 'Actif', 'Activo', 'Attivo'],
  INACTIVE: ['Inactive', 'Inaktiv', 'Inactif', 'Inactivo', 'Inattivo'],
  INTERNAL: ['Internal', 'Intern', 'Interne', 'Interno', 'Interno'],
  EXTERNAL: ['External', 'Extern', 'Externe', 'Externo', 'Esterno'],
  INTEXTAUTH: [
    'Internal with external authentication',
    'Intern mit externer Authentifizierung',
    'Interne avec authentification externe',
    'Interno con autenticación externa',
    'Interno con autenticazione esterna',
  ],
  PUBLIC: ['Public', 'Öffentlich', 'Public', 'Público', 'Pubblico'],
  STAFF: ['Staff', 'Mitarbeiter', 'Professionnel', 'Personal', 'Personale'],
  CONTACT: ['Contact', 'Kontakt', 'Contact', 'Contacto', 'Contatto'],
  all: ['All', 'Alle', 'Tous', 'Todos', 'Tutti'],
  purgeDays: [
    'Number of Days After Purge Date',
    'Anzahl der Tage nach dem Löschdatum',
    'Nombre de jours après la date de purge',
    'Número de días después de la fecha de purga',
    'Numero di giorni dopo la data di eliminazione',
  ],
  userRecordType: [
    'User record type',
    'Benutzerdatensatztyp',
    'Type de notice utilisateur',
    'Tipo de registro de usuario',
    'Tipo di record utente',
  ],
  waiveThreshold: [
    'Waive threshold',
    'Erlassschwelle',
    "Seuil d'annulation",
    'Umbral de condonación',
    'Soglia di condono',
  ],
  startDate: ['Start date', 'Startdatum', 'Date de début', 'Fecha de inicio', 'Data di inizio'],
  set: ['Set', 'Set', 'Ensemble', 'Conjunto', 'Insieme'],
  count: ['Number of members', 'Anzahl der Mitglieder', 'Nombre de membres', 'Número de miembros', 'Numero di membri'],
  note: ['Note', 'Notiz', 'Remarque', 'Nota', 'Nota'],
  email: ['E-mail', 'E-Mail', 'Courriel', 'Correo electrónico', 'E-mail'],
  save: ['Save', 'Speichern', 'Enregistrer', 'Guardar', 'Salva'],
  cancel: ['Cancel', 'Abbrechen', 'Annuler', 'Cancelar', 'Annulla'],
  back: ['Back', 'Zurück', 'Retour', 'Atrás', 'Indietro'],
  confirm: ['Confirm', 'Bestätigen', 'Confirmer', 'Confirmar', 'Conferma'],
  confirmTitle: [
    'Confirmation Message',
    'Bestätigungsmeldung',
    'Message de confirmation',
    'Mensaje de confirmación',
    'Messaggio di conferma',
  ],
  edit: ['Edit', 'Bearbeiten', 'Modifier', 'Editar', 'Modifica'],
  delete: ['Delete', 'Löschen', 'Supprimer', 'Eliminar', 'Elimina'],
  remove: ['Remove', 'Entfernen', 'Retirer', 'Quitar', 'Rimuovi'],
  duplicate: ['Duplicate', 'Duplizieren', 'Dupliquer', 'Duplicar', 'Duplica'],
  merge: ['Merge', 'Zusammenführen', 'Fusionner', 'Fusionar', 'Unisci'],
  submit: ['Submit', 'Absenden', 'Soumettre', 'Enviar', 'Invia'],
  openForUpdate: [
    'Open for Update',
    'Zur Aktualisierung öffnen',
    'Ouvrir pour mise à jour',
    'Abrir para actualizar',
    'Apri per aggiornamento',
  ],
  find: ['Find', 'Suchen', 'Rechercher', 'Buscar', 'Cerca'],
  filter: ['Role filter', 'Rollenfilter', 'Filtre de rôle', 'Filtro de rol', 'Filtro ruolo'],
  noRecords: [
    'No records were found.',
    'Keine Datensätze gefunden.',
    'Aucune notice trouvée.',
    'No se encontraron registros.',
    'Nessun record trovato.',
  ],
  of: ['of', 'von', 'sur', 'de', 'di'],
  areYouSure: [
    'Are you sure that you want to delete this user?',
    'Möchten Sie diesen Benutzer wirklich löschen?',
    'Voulez-vous vraiment supprimer cet utilisateur ?',
    '¿Seguro que desea eliminar este usuario?',
    'Eliminare questo utente?',
  ],
  areYouSureDelete: [
    'Are you sure that you want to delete this?',
    'Möchten Sie dies wirklich löschen?',
    'Voulez-vous vraiment supprimer ceci ?',
    '¿Seguro que desea eliminar esto?',
    'Eliminare questo elemento?',
  ],
  areYouSureRun: [
    'The job will run now. Continue?',
    'Der Prozess wird jetzt ausgeführt. Fortfahren?',
    'Le traitement va être exécuté. Continuer ?',
    'El proceso se ejecutará ahora. ¿Continuar?',
    'Il processo verrà eseguito ora. Continuare?',
  ],
  done: [
    'Your changes have been saved.',
    'Ihre Änderungen wurden gespeichert.',
    'Vos modifications ont été enregistrées.',
    'Sus cambios se han guardado.',
    'Le modifiche sono state salvate.',
  ],
} as const satisfies Readonly<Record<string, readonly [string, string, string, string, string]>>;

export type Word = keyof typeof table;

const order: readonly Language[] = ['en', 'de', 'fr', 'es', 'it'];

/** A word of Alma's pages in the language given. */
export const word = (language: Language, key: Word): string =>
  language === 'pt' ? portuguese[key] : (table[key][order.indexOf(language)] ?? table[key][0]);

/** Months as they are shortened in textual dates (synthetic). */
const months: Readonly<Record<Language, readonly string[]>> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  de: ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
  fr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  es: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
  pt: ['jan', 'fev', 'mar', 'abr', 'mai', 'jun', 'jul', 'ago', 'set', 'out', 'nov', 'dez'],
  it: ['gen', 'feb', 'mar', 'apr', 'mag', 'giu', 'lug', 'ago', 'set', 'ott', 'nov', 'dic'],
};

/** A day as a page writes it. */
export function shownDay(day: Day, format: DateFormat, language: Language): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  switch (format) {
    case 'iso':
      return day;
    case 'mdy':
      return `${month}/${dayOfMonth}/${year}`;
    case 'dmy':
      return `${dayOfMonth}/${month}/${year}`;
    case 'dotted':
      return `${dayOfMonth}.${month}.${year}`;
    case 'textual':
      return `${Number(dayOfMonth)}${language === 'de' ? '.' : ''} ${months[language][Number(month) - 1]} ${year}`;
  }
}
