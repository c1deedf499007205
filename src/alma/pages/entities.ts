import { personKey } from '../../record/index.ts';
import { all, closest, contains, sidePane } from '../elements.ts';
import { entityScript } from '../markup/user-page.ts';
import { fragmentOf, pageFormOf } from './page-name.ts';

/** A user whom the page names by a link. */
export interface LinkedUser {
  /** The identifier where nothing but the link tells it; `undefined` where the link leaves two open. */
  readonly id: string | undefined;
  /** All that the link may stand for, to compare with an identifier that is known. */
  readonly readings: readonly string[];
}

/**
 * The users that the page says it is about: one on User Details, several on a list, in every language alike
 * (the vendor's own interface for Cloud Apps: type `USER`, link `/users/<percent-encoded identifier>`; medium). Empty where the page says
 * nothing, and where anything about it is odd: then the page is read as one without.
 */
export function usersOf(document: Document): readonly LinkedUser[] {
  const form = pageFormOf(document);
  const scripts = all(document, entityScript).filter((script) => !closest(script, sidePane));
  const calls = scripts.flatMap((script) => [...(script.textContent ?? '').matchAll(call)]);
  const [text, ...others] = calls.map(([, quoted = '']) => quoted);
  if (text === undefined || others.length > 0 || !scripts.every((script) => isOfPage(script, form))) return [];
  const links = userLinksIn(text) ?? [];
  const users = links.map(userIn);
  const known = users.filter((user) => user !== undefined);
  if (known.length < users.length) return [];
  return [...new Map(known.map((user) => [user.readings.map(personKey).join('\n'), user])).values()];
}

/** Which of an identifier's readings is the one that is shown elsewhere, as a person sees it. */
export const readingAs = (shown: string, users: readonly LinkedUser[]): string | undefined =>
  users.flatMap(({ readings }) => readings).find((reading) => personKey(reading) === personKey(shown));

/** The one call that hands the page's entities over, as a text in single quotes. */
const call = /AlmaPageMetadata\.set\(\s*JSON\.parse\(\s*'((?:[^'\\\r\n]|\\.)*)'\s*\)\s*\)/g;

/** The form that an entity script was first seen with. */
const drawnWith = new WeakMap<Element, Element>();

/** A script that is still there after the page beside it was swapped tells of the page before. One in the swapped part comes with it. */
function isOfPage(script: Element, form: Element | undefined): boolean {
  const fragment = form && fragmentOf(form.ownerDocument);
  if (!form || !fragment) return false;
  const first = drawnWith.get(script) ?? form;
  drawnWith.set(script, first);
  return first === form || contains(fragment, script);
}

/** The links of the users in the text of a script, quotes escaped; `undefined` where it is not exactly as expected. */
function userLinksIn(quoted: string): readonly string[] | undefined {
  try {
    const parsed: unknown = JSON.parse(unescaped(quoted));
    const entities = isObject(parsed) ? parsed.entities : undefined;
    if (!Array.isArray(entities) || !entities.every(isEntity)) return undefined;
    return entities.flatMap(({ type, link }) => (type === 'USER' ? [link] : []));
  } catch {
    return undefined;
  }
}

/** Takes the escapes out of a text in single quotes; throws at any that JSON in it has no need of. */
const unescaped = (quoted: string): string =>
  quoted.replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(.))/gi, (_, unit?: string, byte?: string, other = '') => {
    const code = unit ?? byte;
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    if (!/["'\\/]/.test(other)) throw new SyntaxError('An escape that nobody has seen there.');
    return other;
  });

const isObject = (
  value: unknown,
): value is { readonly entities?: unknown; readonly type?: unknown; readonly link?: unknown } =>
  typeof value === 'object' && value !== null;

const isEntity = (value: unknown): value is { type: string; link: string } =>
  isObject(value) && typeof value.type === 'string' && typeof value.link === 'string';

const userLink = /^\/users\/([^/?#\s]+)$/;

/**
 * What an encoding leaves behind: nothing that it would have encoded, and no code of a letter or digit, which no encoder writes. An
 * identifier that holds a `%` of its own does not look so.
 */
const encodedText = /^(?:[\w.~!*'()-]|%(?!3\d|[46][1-9a-f]|[57][0-9a])[0-9a-f]{2})+$/i;

/** A plus that a form's encoding would have made of a space: nothing beside it that such an encoding would have encoded. */
const plusForSpace = /^(?=.*\+)[\w.*+%-]+$/;

/**
 * The user of a link, whose identifier may be encoded twice; `undefined` for a record that has none yet, and for any other link. An
 * identifier that itself looks encoded is encoded once, and looks like another one that is encoded twice: that is what is told of it alone.
 */
function userIn(link: string): LinkedUser | undefined {
  const encoded = userLink.exec(link)?.[1];
  const once = encoded === undefined ? undefined : decodedOnce(encoded);
  if (encoded === undefined || once === undefined || /^(null|undefined)$/i.test(once)) return undefined;
  const isOpen = plusForSpace.test(encoded);
  const readings = [
    ...(encodedText.test(once) ? [decodedOnce(once) ?? once] : []),
    once,
    ...(isOpen ? [decodedOnce(encoded.replaceAll('+', ' ')) ?? once] : []),
  ].map((reading) => reading.trim());
  return readings.some((id) => id === '' || /\p{Cc}/u.test(id))
    ? undefined
    : { id: isOpen ? undefined : readings[0], readings };
}

function decodedOnce(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
