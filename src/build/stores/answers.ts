import type { Store } from './limits.ts';

/** What the stores ask, answered in plain text: no markup means the same in all three. Name and short description are the package's own. */

export const longDescription = `For the staff of libraries that run on Ex Libris Alma.

Alma lets you edit, deactivate and delete user records all day, and warns you of nothing. Alma User Guard reads the user record on your screen and tells you, on that page and at the moment it matters:

- what this account is: an account of Ex Libris or of your consortium that nobody may touch, a person, a leftover of setting up;
- whether it counts as a named user, because of which roles, and by which authority’s list;
- what to do instead of the mistake that costs money or cannot be undone, before you delete, purge, merge or deactivate.

On a record, a box below the page’s title and a mark beside each role. On the user list, a mark on the rows that need care. Before a deletion, a question; you decide, and it never clicks anything for you. In the toolbar, what was read on this page and what was not. On a page of its own, your yearly named-user review, from the files that Alma exports to the files that Alma takes.

When it is not sure, it says so: what could not be read is never taken for empty.

Nothing leaves your browser: no server, no account, no network request, no telemetry. Nothing of a record is stored unless you ask the review page to keep your review.

Its texts are in English; it reads Alma in English, German, French, Spanish and Italian. It was built and tested against a stand-in Alma, so try it in your sandbox first.

Alma is a name of Clarivate; this project is independent of Clarivate and Ex Libris.`;

export const singlePurpose =
  'To tell library staff, on the user pages of Ex Libris Alma, what the account on screen is, whether it counts as a named user, and what to do instead of a costly mistake.';

/** Why each permission is asked for, by the permission or host as it stands in the manifest. */
export const justifications: Readonly<Record<string, string>> = {
  storage: 'To keep the library’s settings in this browser, and to read what an administrator has set.',
  scripting:
    'Optional, not granted at installation. To put the same guidance into the pages of an Alma that a library reaches under an address of its own, once a person has added that address in the options and the browser has asked.',
  'https://*.alma.exlibrisgroup.com/*':
    'These are the hosts of Ex Libris Alma. The content script reads the user record or user list there and shows guidance beside it. Public pages on the same hosts are left out.',
  'https://*.alma.exlibrisgroup.com.cn/*':
    'The hosts of Ex Libris Alma in China, for the same reason: to read the user page on screen and show guidance beside it.',
  'https://*/*':
    'Optional, not granted at installation. Some libraries reach Alma under an address of their own, which nobody can know beforehand. When a person types such an address in the options, the browser is asked for that one address alone.',
};

/** The kinds of data that Chrome’s and Edge’s forms ask about, and what is answered: ticked or not, and why. */
export const dataUse: readonly { readonly kind: string; readonly handled: boolean; readonly why: string }[] = [
  {
    kind: 'Personally identifiable information',
    handled: true,
    why: 'Identifier, name, account type, group, dates and roles of the user record on screen are read to judge that record. They stay in the memory of the page and are sent nowhere. The review keeps them in this browser only if a person asks for it.',
  },
  { kind: 'Health information', handled: false, why: 'Nothing of the kind is read.' },
  { kind: 'Financial and payment information', handled: false, why: 'Fines and fees are not read.' },
  {
    kind: 'Authentication information',
    handled: false,
    why: 'No password, PIN or token is read; PINs in files are passed over.',
  },
  { kind: 'Personal communications', handled: false, why: 'Nothing of the kind is read.' },
  { kind: 'Location', handled: false, why: 'Postal addresses are not read, and no position is asked for.' },
  { kind: 'Web history', handled: false, why: 'It runs on Alma’s pages alone and keeps no list of them.' },
  {
    kind: 'User activity',
    handled: false,
    why: 'It notices a press on Alma’s own buttons to ask its question, and keeps nothing of it.',
  },
  {
    kind: 'Website content',
    handled: true,
    why: 'Labels and values of Alma’s user pages are read to show guidance there. They are sent nowhere.',
  },
];

/** The three statements that both forms ask to be certified, each with what makes it true. */
export const certified: readonly { readonly statement: string; readonly because: string }[] = [
  {
    statement: 'Data is not sold or transferred to third parties outside of the approved cases.',
    because: 'No data is transferred to anybody: the extension makes no network request.',
  },
  {
    statement: 'Data is not used or transferred for purposes unrelated to the single purpose.',
    because: 'What is read is judged and shown, on that page and to the person who reads it.',
  },
  {
    statement: 'Data is not used or transferred to determine creditworthiness or for lending.',
    because: 'Nothing of the kind is done.',
  },
];

export const remoteCode = 'No. All code is in the package; the pages’ content security policy allows no other.';

/** How somebody without an Alma can try it: what Chrome calls test instructions, Edge notes for certification and Mozilla notes to reviewer. */
export const reviewNotes = `Alma is a closed system, and there is no public test account for it. What can be tried without one:

1. Press the toolbar button and choose “Open the review”, then “Practise with made-up people”: the yearly review with invented people.
2. In the popup, type exl_impl under “Check an identifier”: a protected account.
3. The guidance in the page itself: the source package contains a stand-in Alma with invented people. With Node and npm, “npm run demo” starts it on this machine and opens a browser with the extension on a user record.

The source package builds to the very zip that was uploaded, byte for byte: “npm run package” (the README says which Node). Minified code comes from the build tool alone; packages of others stand in THIRD-PARTY.txt.`;

/** Not checked against the stores’ present lists but for Mozilla’s: choose the nearest where one has gone. */
export const categories: Readonly<Record<Store, readonly string[]>> = {
  chrome: ['Workflow & Planning'],
  edge: ['Productivity'],
  firefox: ['Other'],
};

export const searchTerms = ['Ex Libris Alma', 'library staff', 'named users', 'user management', 'user roles'];

/** The committed pictures that a store shows, in this order, each with what it says. */
export const pictures: readonly { readonly file: string; readonly says: string }[] = [
  { file: 'record.png', says: 'On the record: what this account is, and whether it counts as a named user' },
  { file: 'guard.png', says: 'Before a deletion: what would be lost, and what to do instead' },
  { file: 'roles.png', says: 'Beside each role: counts, or does not count' },
  { file: 'list.png', says: 'On the user list: the rows that need care' },
  { file: 'store-review.png', says: 'The yearly named-user review' },
];
export const tile = 'store-tile.png';
export const logo = 'store-logo.png';
