import { roleNameKey } from '../match.ts';

/**
 * What a person who borrows is called, in languages in which Alma is used and for which no source gives the name of the role Patron. Words
 * of dictionaries and of libraries' own pages: none of them was seen as a role's name, so that none ever stands for Patron here. They
 * only raise the question: whoever holds such a role alone is not counted as a named user before somebody has said what it is.
 */
const words = `Benutzer, Benutzerin, Benutzer/in, Benutzende, Bibliotheksbenutzer, Nutzer, Nutzerin, Nutzende, Leser, Leserin, Leser/in
Lesende, Entleiher, Kunde, Usager, Usagère, Lectrice, Utilisateur, Abonné, Emprunteur, Lector, Lectora, Usuaria, Usuario/a
Usuario de biblioteca, Usuario de la biblioteca, Usuari, Usuària, Usuário, Leitor, Leitora, Utilizador, Utente, Lettore
Utente della biblioteca, Lener, Lezer, Gebruiker, Klant, Låner, Bruker, Lånetaker, Lånar, Låntager, Bruger, Låntagare, Användare
Asiakas, Lainaaja, Notandi, Lánþegi, Czytelnik, Użytkownik, Čitateľ, Používateľ, Uživatel, Olvasó, Használó, Felhasználó, Cititor
Utilizator, Čitatelj, Korisnik, Član, Bralec, Uporabnik, Читатель, Пользователь, Читач, Користувач, Читател, Корисник, Skaitytojas
Lasītājs, Lietotājs, Lugeja, Kasutaja, Αναγνώστης, Χρήστης, Okuyucu, Kullanıcı, קורא, משתמש, מנוי, مستفيد, مستخدم, قارئ
利用者, ユーザ, パトロン, 読者, 读者, 用户, 讀者, 使用者, 讀者/使用者, 이용자, 사용자, Người đọc, Bạn đọc, Người dùng, ผู้ใช้, Pembaca, Pengguna, Pemustaka`;

let keys: ReadonlySet<string> | undefined;

/** Whether the whole name is a word for whoever borrows, in some language: it may be what a library's Alma calls Patron. */
export function mayBePatron(name: string): boolean {
  keys ??= new Set(words.split(/[,\n]/).map((word) => roleNameKey(word.trim())));
  return keys.has(roleNameKey(name));
}
