import { type Sure, type Words, words, wordsWith } from '../markup/known.ts';

export type { Sure } from '../markup/known.ts';

export type Meaning = 'delete' | 'remove' | 'confirm' | 'cancel' | 'merge' | 'save' | 'run' | 'deactivate' | 'active';

/**
 * Words on Alma's controls. Delete and Edit are documented in English, German and French, Confirm in English and French; the rest are
 * the usual words of the language, never seen on the page. German "Löschen" also names the purge: the page has to decide.
 */
const controlWords: Readonly<Record<Meaning, readonly Words[]>> = {
  delete: [
    words('high', 'help-en', 'Delete', 'Delete user'),
    words('high', 'help-de', 'Löschen'),
    words('high', 'help-fr', 'Supprimer'),
    words('low', 'derived', 'Benutzer löschen', "Supprimer l'utilisateur", 'Eliminar', 'Borrar', 'Suprimir'),
    words('low', 'derived', 'Eliminar usuario', 'Elimina', 'Eliminare', 'Cancella', 'Elimina utente'),
  ],
  remove: [
    words('high', 'help-en', 'Remove', 'Delete'),
    words('high', 'help-de', 'Löschen'),
    words('high', 'help-fr', 'Supprimer'),
    words('low', 'derived', 'Remove role', 'Delete role', 'Entfernen', 'Rolle entfernen', 'Retirer', 'Enlever'),
    words('low', 'derived', 'Quitar', 'Eliminar', 'Borrar', 'Rimuovi', 'Rimuovere', 'Elimina', 'Eliminare'),
  ],
  confirm: [
    words('high', 'help-en', 'Confirm'),
    words('high', 'help-fr', 'Confirmer'),
    words('low', 'derived', 'Yes', 'OK', 'Bestätigen', 'Ja', 'Oui', 'Confirmar', 'Aceptar', 'Sí', 'Conferma', 'Sì'),
  ],
  cancel: [
    words('high', 'help-en', 'Cancel'),
    words('low', 'derived', 'No', 'Close', 'Back', 'Abbrechen', 'Nein', 'Schließen', 'Zurück', 'Annuler', 'Non'),
    words('low', 'derived', 'Fermer', 'Retour', 'Cancelar', 'Cerrar', 'Atrás', 'Annulla', 'Chiudi', 'Indietro'),
  ],
  merge: [
    words('medium', 'help-en', 'Merge'),
    words('low', 'derived', 'Zusammenführen', 'Fusionner', 'Fusionar', 'Combinar', 'Unisci', 'Unire'),
  ],
  save: [
    words('high', 'help-en', 'Save'),
    words('low', 'derived', 'Speichern', 'Enregistrer', 'Sauvegarder', 'Guardar', 'Salva'),
  ],
  run: [
    words(
      'low',
      'derived',
      'Run',
      'Run now',
      'Submit',
      'Start',
      'Purge',
      'Ausführen',
      'Starten',
      'Absenden',
      'Löschen',
    ),
    words('low', 'derived', 'Exécuter', 'Lancer', 'Soumettre', 'Purger', 'Ejecutar', 'Enviar', 'Iniciar', 'Purgar'),
    words('low', 'derived', 'Esegui', 'Invia', 'Avvia', 'Elimina'),
  ],
  deactivate: [
    words('low', 'derived', 'Deactivate', 'Inactivate', 'Make inactive', 'Set inactive', 'Deaktivieren'),
    words('low', 'derived', 'Désactiver', 'Desactivar', 'Disattiva', 'Disattivare'),
  ],
  active: [words('high', 'help-en', 'Active'), words('low', 'derived', 'Aktiv', 'Actif', 'Activo', 'Attivo')],
};

/** Says whether one of the texts is, as a whole, a word of that meaning, and how sure that word is; `undefined` if none is. */
export function saysOf(texts: readonly string[], meaning: Meaning): Sure | undefined {
  return texts.map((text) => wordsWith(text, controlWords[meaning])?.sure).find((sure) => sure !== undefined);
}

/** True when a running text speaks of deleting, in one of the five languages: for the question of a confirm dialog. */
export function speaksOfDeleting(text: string): boolean {
  return /\bdelet|lösch|supprim|suppression|elimin|\bborrar|cancell/i.test(text);
}

/** The titles of the pages from which users are purged. English and German are documented. */
export const purgeTitles: readonly Words[] = [
  words('high', 'help-en', 'Purge User Records'),
  words('high', 'help-de', 'Benutzersätze löschen'),
  words('low', 'derived', 'Purger les notices utilisateur', 'Purgar registros de usuario'),
  words('low', 'derived', 'Elimina definitivamente i record utente', 'Elimina record utente'),
];

/** The titles of the page on which any job is run, and the names of the one that purges a set of users. English is documented. */
export const runJobTitles: readonly Words[] = [
  words('high', 'help-en', 'Run a Job'),
  words('low', 'derived', 'Prozess ausführen', 'Exécuter un traitement', 'Ejecutar un proceso', 'Esegui un processo'),
];
export const purgeJobNames: readonly Words[] = [
  words('high', 'help-en', 'Purge users'),
  words(
    'low',
    'derived',
    'Benutzer löschen',
    'Purger les utilisateurs',
    'Purgar usuarios',
    'Elimina definitivamente utenti',
  ),
];

/** The titles of the page on which two users are made one. The English one is documented. */
export const mergeTitles: readonly Words[] = [
  words('high', 'help-en', 'Merge Users'),
  words('low', 'derived', 'Benutzer zusammenführen', 'Fusionner les utilisateurs', 'Fusionar usuarios'),
  words('low', 'derived', 'Combinar usuarios', 'Unisci utenti'),
];
