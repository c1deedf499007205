import * as answers from './answers.ts';
import { storeNames } from './check.ts';
import { limits } from './limits.ts';
import type { Listing } from './listing.ts';

const toFill = 'TO BE FILLED IN BY THE PUBLISHER';

/** A listing as a page to copy from, field by field, in the order in which the stores’ forms ask. */
export function listingPage(listing: Listing): string {
  const { store } = listing;
  const part = (title: string, text: string) => `## ${title}\n\n${text}\n`;
  const each = (texts: Listing['name']) =>
    Object.entries(texts)
      .map(([language, text]) => `${language}: ${text}`)
      .join('\n');
  const items = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');
  return [
    `# ${storeNames[store]}: Alma User Guard ${listing.version}\n`,
    part('Name', each(listing.name)),
    part(store === 'firefox' ? 'Summary' : 'Short description (from the manifest)', each(listing.shortDescription)),
    part('Description', listing.longDescription),
    part('Category', items(listing.categories)),
    ...(listing.searchTerms.length > 0 ? [part('Search terms', items(listing.searchTerms))] : []),
    part('Pictures', items(listing.pictures.map(({ says }, at) => `pictures/${pictureName(listing, at)}: ${says}`))),
    part('Home page', listing.homePage ?? toFill),
    part('Support page', listing.supportPage ?? toFill),
    part('Single purpose', listing.singlePurpose),
    part(
      'Permissions',
      items(Object.entries(listing.permissions).map(([name, why]) => `\`${name}\`: ${why ?? toFill}`)),
    ),
    part('Remote code', listing.remoteCode),
    part('Data use', dataUse(listing)),
    part('Privacy policy', privacy(listing)),
    part('Release notes', listing.releaseNotes),
    part('Notes for whoever reviews it', listing.reviewNotes),
  ].join('\n');
}

/** What a picture is called in the folder: with its place, so that they are put up in order. */
export const pictureName = ({ pictures }: Pick<Listing, 'pictures'>, at: number): string =>
  `${at + 1}-${pictures[at]?.file ?? ''}`;

function dataUse({ store, dataUse: kinds, certified }: Listing): string {
  if (store === 'firefox') {
    return 'The manifest declares data_collection_permissions: none. Nothing leaves the add-on or the browser.';
  }
  return [
    ...kinds.map(({ kind, handled, why }) => `- [${handled ? 'x' : ' '}] ${kind}. ${why}`),
    '',
    'To certify:',
    '',
    ...certified.map(({ statement, because }) => `- [x] ${statement} ${because}`),
  ].join('\n');
}

const privacy = ({ store, privacyPolicy }: Listing): string =>
  limits[store].privacyAddress ? (privacyPolicy ?? toFill) : 'The text of privacy-policy.md goes into the field.';

/** The files of a store’s folder (name -> content), but for the packages; pictures that are not there are left out. */
export function folderFiles(listing: Listing, pictures: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const text = (content: string) => new TextEncoder().encode(content.endsWith('\n') ? content : `${content}\n`);
  const given = [
    ...listing.pictures.map(({ file }, at) => [`pictures/${pictureName(listing, at)}`, pictures.get(file)] as const),
    ...(listing.tile ? [['tile.png', pictures.get(answers.tile)] as const] : []),
    ...(listing.logo ? [['logo.png', pictures.get(answers.logo)] as const] : []),
  ];
  return new Map([
    ['listing.md', text(listingPage(listing))],
    ['listing.json', text(JSON.stringify(listing, null, 2))],
    ['privacy-policy.md', text(listing.privacyText)],
    ['release-notes.md', text(listing.releaseNotes)],
    ...given.flatMap(([name, picture]) => (picture ? [[name, picture] as const] : [])),
  ]);
}
