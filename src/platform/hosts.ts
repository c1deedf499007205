import { browser } from './browser.ts';
import { isThere } from './messages.ts';

type ContentScript = NonNullable<ReturnType<typeof browser.runtime.getManifest>['content_scripts']>[number];
type Registration = Parameters<typeof browser.scripting.registerContentScripts>[0][number];

const ourScripts = 'alma-host:';

/** The content script as the built manifest names it. */
function contentScript(): ContentScript {
  const script = browser.runtime.getManifest().content_scripts?.[0];
  if (!script) throw new Error('The manifest names no content script.');
  return script;
}

/** The match patterns of Alma's own hosts, which need no further permission. */
export const almaPatterns = (): readonly string[] => contentScript().matches;

/**
 * Where the same users are managed as well, and for which we ask only when somebody wants it: the staff pages of Esploro
 * (`<institution>-researchmanagement.esploro.exlibrisgroup.com`, saved pages of February 2026).
 */
export const knownPatterns: readonly string[] = ['https://*.esploro.exlibrisgroup.com/*'];

/**
 * The match pattern for what a person typed as the address of an Alma: `alma.example.org`, or any https address on it.
 * `undefined` for anything that is not one host reached over https.
 */
export function hostPatternOf(typed: string): string | undefined {
  const text = typed.trim();
  const address = text.includes('://') ? text : `https://${text}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, username } = new URL(address);
  const isHost = protocol === 'https:' && username === '' && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(hostname);
  return isHost ? `https://${hostname}/*` : undefined;
}

/** The host in a pattern made by `hostPatternOf`. */
export const hostIn = (pattern: string): string => pattern.replace(/^https:\/\/|\/\*$/g, '');

/**
 * Whether the browser withholds access to Alma's own hosts, or to some of them (site access "on click" or "on specific sites").
 * `permissions.contains` cannot tell: in Chromium 156 it denies hosts that only the content scripts name, even while they are granted.
 */
export async function isAccessWithheld(): Promise<boolean> {
  const { origins = [] } = await browser.permissions.getAll();
  return !origins.includes('https://*/*') && almaPatterns().some((pattern) => !origins.includes(pattern));
}

/** Asks the person for access to Alma's own hosts; must be called from a click, before anything is awaited. Gives whether it was allowed. */
export const requestAccess = (): Promise<boolean> => browser.permissions.request({ origins: [...almaPatterns()] });

/** The hosts besides Alma's own that the person has allowed, as match patterns. The browser keeps them; we store none. */
export async function allowedHosts(): Promise<readonly string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const alma = new Set(almaPatterns());
  const isOneHost = (origin: string): boolean => hostPatternOf(hostIn(origin)) === origin;
  return origins.filter((origin) => !alma.has(origin) && (isOneHost(origin) || knownPatterns.includes(origin))).sort();
}

/**
 * Asks the person to allow one more host; must be called from a click, before anything is awaited.
 * Gives whether it was allowed. If so, guidance appears on pages of that host at once, open ones included.
 */
export async function allowHost(pattern: string): Promise<boolean> {
  const allowed = await browser.permissions.request({ permissions: ['scripting'], origins: [pattern] });
  if (!allowed) return false;
  await registerHosts();
  await enterOpenPages(pattern);
  return true;
}

/** Gives up the permission for a host, and the `scripting` permission with the last of them. */
export async function forgetHost(pattern: string): Promise<void> {
  await browser.permissions.remove({ origins: [pattern] });
  await registerHosts();
  if ((await allowedHosts()).length === 0) await browser.permissions.remove({ permissions: ['scripting'] });
}

/**
 * Registers the content script for every allowed host, and no other. For the background too: on install, update, and when
 * permissions change. One at a time: two registrations of the same host at once would refuse each other.
 */
export async function registerHosts(): Promise<void> {
  await navigator.locks.request('alma-user-guard-hosts', registerAll);
}

async function registerAll(): Promise<void> {
  if (!(await browser.permissions.contains({ permissions: ['scripting'] }))) return;
  const wanted = await allowedHosts();
  const registered = await browser.scripting.getRegisteredContentScripts();
  const ours = registered.map(({ id }) => id).filter((id) => id.startsWith(ourScripts));
  if (ours.length > 0) await browser.scripting.unregisterContentScripts({ ids: ours });
  if (wanted.length > 0) await browser.scripting.registerContentScripts(wanted.map(registration));
}

function registration(pattern: string): Registration {
  const { js = [], css = [], exclude_matches: excludeMatches = [] } = contentScript();
  return {
    id: ourScripts + hostIn(pattern),
    matches: [pattern],
    excludeMatches,
    js,
    css,
    allFrames: false,
    runAt: 'document_end',
    persistAcrossSessions: true,
  };
}

/** Starts the content script in pages of the host that are open already. A page that refuses (an error page) is left alone. */
async function enterOpenPages(pattern: string): Promise<void> {
  const { js = [], css = [] } = contentScript();
  const tabs = await browser.tabs.query({ url: pattern });
  for (const { id: tabId } of tabs) {
    if (tabId === undefined || (await isThere(tabId))) continue;
    await browser.scripting.insertCSS({ target: { tabId }, files: css }).catch(() => undefined);
    await browser.scripting.executeScript({ target: { tabId }, files: js }).catch(() => undefined);
  }
}
