import type { Grammar } from '../alma/markup/grammar.ts';
import type { FieldName, UnreadReason } from '../record/index.ts';
import type { NamedUserAnswer } from '../rules/judgement.ts';
import type { Policy, RoleName, Severity, TaughtLocator } from '../rules/policy.ts';
import { openPage, type PageName } from './addresses.ts';
import { inTime } from './in-time.ts';
import { browser } from './native-browser.ts';

/** Where the policy in force comes from. */
export type PolicyOrigin = 'managed' | 'chosen' | 'suggested' | 'default';

/** The policy in force, and where it comes from. */
export interface InForce {
  readonly policy: Policy;
  /** Who named the base policy: an administrator, a person on this browser, the Alma host, or nobody. */
  readonly origin: PolicyOrigin;
  /** The host that suggested the base policy; only with the origin `suggested`. */
  readonly suggestedBy?: string;
  /** The institution that the host belongs to, where the facts name it; only with the origin `suggested`. */
  readonly suggestedInstitution?: string;
  /** What an administrator has set: keys of the policy, or a key and its part (`guard.delete`, `rules.generic-account`). */
  readonly lockedKeys: readonly string[];
  /** A sentence for each thing that was repaired, refused or could not be read. */
  readonly problems: readonly string[];
  /** True while settings or what an administrator set have not been read: the shipped policy stands in for them, and they are asked for again. */
  readonly awaited?: true;
  /** True with `awaited` where what stands in for it is what was read before. */
  readonly kept?: true;
  /** What it was made of. Whoever asks anew hands it over: it holds on where a part of it does not come. */
  readonly read?: ReadParts;
}

/** What was read of the settings; absent is what has never come. A value is as it lay there: none where nothing did. */
export interface ReadParts {
  /** What was chosen in this browser. */
  readonly stored?: { readonly value?: unknown };
  /** What an administrator has set. */
  readonly managed?: { readonly value?: unknown };
}

/** What a content script needs before it shows anything: the policy in force, and the style sheets, by what they dress. */
export interface Provisions<Styles extends object> {
  readonly inForce: InForce;
  readonly styles: Styles;
}

/** A field that the page reader looked for: how it was found, and how sure that is (`Anchor` of the page reader). */
export interface AnchorDescription {
  readonly field: string;
  readonly found: boolean;
  readonly by?: string;
  readonly sure: 'high' | 'medium' | 'low';
  /** Of a date: the order of day, month and year that it was read in, and the signs that tell it. */
  readonly days?: readonly string[];
}

/** What the content script says of the page it stands in. Never holds a value read from a record, but names of roles that nobody knows. */
export interface PageDescription {
  /** The host of the page, such as `wrlc-gm.alma.exlibrisgroup.com`. */
  readonly host: string;
  /** The kind of screen that the page reader recognised, such as `user-record`; `none` on every other page, `failed` where we have failed. */
  readonly screen: string;
  /** Absent where no record is shown. `authority` is the id of the role list that the answer rests on. */
  readonly namedUser?: { readonly answer: NamedUserAnswer; readonly authority: string };
  readonly findings: readonly { readonly rule: string; readonly severity: Severity }[];
  readonly unread: readonly { readonly field: FieldName; readonly why: UnreadReason }[];
  readonly anchors: readonly AnchorDescription[];
  /** The rules that stay silent for want of an unread field. */
  readonly undecided: readonly string[];
  /** Absent until a user screen has appeared: only then is the policy read. */
  readonly policy?: { readonly base: string; readonly name: string; readonly origin: PolicyOrigin };
  /** The tab that the page is in; known to whoever asked. */
  readonly tab?: number;
  /** True when there is no place in the page for guidance about the record. */
  readonly noPlace?: true;
  /** True when Alma took the guidance out of the page so often that it was given up there. */
  readonly gaveUp?: true;
  /** True when a translator is at work in the page. */
  readonly translated?: true;
  /** On a page that was not recognised: which signs of a user record it bears, of `tabs`, `pageName`, `title` and `headerName`. */
  readonly signs?: readonly string[];
  /** On a list of users: the columns that were recognised, by the names of the record's fields and `active`. */
  readonly columns?: readonly string[];
  /** On a page that has a guide: which it is. */
  readonly guided?: string;
  /** On a record: the names of roles that nobody knows. */
  readonly unknownRoles?: readonly string[];
}

/** A page for the report: its structure, a line for each element, and what was read of it by which signs. No value of a record. */
export interface PageReport {
  readonly lines: readonly string[];
  readonly page: PageDescription;
}

/** A place that a person has shown: what a locator of the policy is made of. */
export type TaughtPlace = Pick<TaughtLocator, 'field' | 'by' | 'value'>;

type Message =
  | { readonly almaUserGuard: 'describe-page' }
  | { readonly almaUserGuard: 'ping' }
  | {
      readonly almaUserGuard: 'policy-in-force';
      readonly host: string;
      readonly patience: number;
      readonly before?: ReadParts;
    }
  | { readonly almaUserGuard: 'teach'; readonly field: string }
  | { readonly almaUserGuard: 'report-page'; readonly grammar: Grammar }
  | { readonly almaUserGuard: 'collect-pages'; readonly on: boolean; readonly grammar: Grammar }
  | { readonly almaUserGuard: 'page-collected'; readonly report: PageReport }
  | { readonly almaUserGuard: 'keep-locator'; readonly host: string; readonly locator: TaughtPlace }
  | { readonly almaUserGuard: 'keep-role-name'; readonly host: string; readonly named: RoleName }
  | { readonly almaUserGuard: 'open-page'; readonly page: PageName; readonly section?: string };

interface Sender {
  readonly id?: string;
  readonly tab?: { readonly id?: number };
}

const isOurs = (message: unknown, sender: Sender): message is Message =>
  sender.id === browser.runtime.id && typeof message === 'object' && message !== null && 'almaUserGuard' in message;

/** What a page that is busy needs many times over, in milliseconds. */
const patienceWithPage = 3000;

/** Sends to the top frame of a tab; `undefined` when nothing of ours is there to answer. Rejects with `Late` when it does not answer in time. */
async function askPatiently(tabId: number, message: Message): Promise<unknown> {
  const answer = browser.tabs.sendMessage(tabId, message, { frameId: 0 }).catch(() => undefined);
  return inTime(answer, patienceWithPage);
}

const ask = (tabId: number, message: Message): Promise<unknown> => askPatiently(tabId, message).catch(() => undefined);

/** Says whether our content script runs in the tab. */
export async function isThere(tabId: number): Promise<boolean> {
  return (await ask(tabId, { almaUserGuard: 'ping' })) === true;
}

/** Why a tab tells nothing: nothing of ours is there, its page is too busy to answer, or the browser has put it to sleep. */
export type Silence = 'nobody' | 'busy' | 'asleep';

/** Asks the content script of the active tab of this window what its page shows; where there is no answer, why. */
export async function describeActivePage(): Promise<PageDescription | Silence> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return 'nobody';
  if (tab.discarded) return 'asleep';
  try {
    const answer = await askPatiently(tab.id, { almaUserGuard: 'describe-page' });
    return withTab(answer as PageDescription | undefined, tab.id) ?? 'nobody';
  } catch {
    return 'busy';
  }
}

/** Asks every open tab, most recently used first; tabs without our content script are left out. */
export async function describeOpenPages(): Promise<readonly PageDescription[]> {
  const tabs = await browser.tabs.query({});
  const recentFirst = tabs.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  const answers = await Promise.all(recentFirst.map(({ id }) => (id === undefined ? undefined : describePage(id))));
  return answers.filter((answer) => answer !== undefined);
}

async function describePage(tabId: number): Promise<PageDescription | undefined> {
  return withTab((await ask(tabId, { almaUserGuard: 'describe-page' })) as PageDescription | undefined, tabId);
}

const withTab = (description: PageDescription | undefined, tab: number) => description && { ...description, tab };

/**
 * Asks the content script of a tab to let the person point at a field, and brings that tab to the front. False when the page
 * shows no record now.
 */
export async function startTeaching(tabId: number, field: string): Promise<boolean> {
  const begun = (await ask(tabId, { almaUserGuard: 'teach', field })) === true;
  if (begun) await browser.tabs.update(tabId, { active: true });
  return begun;
}

/** Asks the content script of a tab for a report of its page, in which the words of `grammar` may stand; `undefined` when nothing of ours is there. */
export async function reportOf(tabId: number, grammar: Grammar): Promise<PageReport | undefined> {
  return (await ask(tabId, { almaUserGuard: 'report-page', grammar })) as PageReport | undefined;
}

/**
 * Has a tab tell of each page that shows in it, until the signal is aborted: a page that is loaded anew is asked anew. What is told goes to
 * `onPage` and is kept nowhere else.
 */
export function collectPages(
  tabId: number,
  grammar: Grammar,
  onPage: (report: PageReport) => void,
  signal: AbortSignal,
): void {
  const tell = (on: boolean) => void ask(tabId, { almaUserGuard: 'collect-pages', on, grammar });
  const hear = (message: unknown, sender: Sender, sendResponse?: (response: unknown) => void): void => {
    if (!isOurs(message, sender) || message.almaUserGuard !== 'page-collected' || sender.tab?.id !== tabId) return;
    onPage(message.report);
    sendResponse?.(true);
  };
  const loaded = (id: number, { status }: { status?: string }): void => {
    if (id === tabId && status === 'complete') tell(true);
  };
  browser.runtime.onMessage.addListener(hear);
  browser.tabs.onUpdated.addListener(loaded);
  signal.addEventListener('abort', () => {
    tell(false);
    browser.runtime.onMessage.removeListener(hear);
    browser.tabs.onUpdated.removeListener(loaded);
  });
  tell(true);
}

/** For the content script: asks the background to keep a place that a person has shown. `kept`, or why it was not. */
export const requestKeeping = (host: string, locator: TaughtPlace): Promise<string> =>
  askToKeep({ almaUserGuard: 'keep-locator', host, locator });

/** Asks the background to keep which role a name is. `kept`, or why it was not. */
export const requestNaming = (host: string, named: RoleName): Promise<string> =>
  askToKeep({ almaUserGuard: 'keep-role-name', host, named });

async function askToKeep(message: Message): Promise<string> {
  try {
    return String((await browser.runtime.sendMessage(message)) ?? 'refused');
  } catch {
    return 'refused';
  }
}

/** For the background: what keeps that which people say in Alma's pages. */
export interface Keeping {
  readonly locator: (host: string, locator: TaughtPlace) => Promise<string>;
  readonly roleName: (host: string, named: RoleName) => Promise<string>;
}

/** For the background: keeps the places that people show in Alma's pages, and which roles they say that names are. */
export function keepWhatIsTaught({ locator, roleName }: Keeping): void {
  const answer = (message: unknown, sender: Sender, sendResponse?: (response: unknown) => void): true | undefined => {
    if (!isOurs(message, sender)) return undefined;
    if (message.almaUserGuard === 'keep-locator') void locator(message.host, message.locator).then(sendResponse);
    else if (message.almaUserGuard === 'keep-role-name') void roleName(message.host, message.named).then(sendResponse);
    else return undefined;
    return true; // The answer comes later.
  };
  browser.runtime.onMessage.addListener(answer);
}

/** What a content script does for the popup besides describing its page. */
export interface ForPopup {
  /** Lets a person point at a field; false when no record is shown. */
  readonly teach: (field: string) => boolean;
  /** The structure of the page, without a value of a record. */
  readonly report: (grammar: Grammar) => readonly string[];
  /** Tells of the page now and after each change, until it is called again. */
  readonly collect: (report: () => PageReport, tell: ((report: PageReport) => Promise<boolean>) | undefined) => void;
}

/** For the content script: answers what the page shows, and that it is there, until the signal is aborted. */
export function answerForPage(describe: () => PageDescription, signal: AbortSignal, more?: ForPopup): void {
  const report = (grammar: Grammar): PageReport => ({ lines: more?.report(grammar) ?? [], page: describe() });
  const answer = (message: unknown, sender: Sender, sendResponse?: (response: unknown) => void): void => {
    if (!isOurs(message, sender)) return;
    if (message.almaUserGuard === 'describe-page') sendResponse?.(describe());
    if (message.almaUserGuard === 'ping') sendResponse?.(true);
    if (message.almaUserGuard === 'teach') sendResponse?.(more?.teach(message.field));
    if (message.almaUserGuard === 'report-page') sendResponse?.(report(message.grammar));
    if (message.almaUserGuard === 'collect-pages')
      more?.collect(() => report(message.grammar), message.on ? tellCollected : undefined);
  };
  browser.runtime.onMessage.addListener(answer);
  signal.addEventListener('abort', () => stopListening(() => browser.runtime.onMessage.removeListener(answer)));
}

/** For the content script: tells of a page; gives whether anybody has heard it. */
const tellCollected = (report: PageReport): Promise<boolean> =>
  Promise.resolve(browser.runtime.sendMessage({ almaUserGuard: 'page-collected', report } satisfies Message)).then(
    (heard) => heard === true,
    () => false,
  );

/** For the content script: asks the background to open one of the extension's pages. */
export async function requestPage(page: PageName, section?: string): Promise<void> {
  const message: Message = { almaUserGuard: 'open-page', page, ...(section === undefined ? {} : { section }) };
  await browser.runtime.sendMessage(message);
}

/** What the background may take for an answer besides the time for which it waits for the settings, in milliseconds. */
const patienceWithBackground = 3000;

/**
 * For the content script: asks the background for the policy in force on a host, for which it may wait so many milliseconds, and for
 * the style sheets. `before` is what was read the last time. `undefined` when the background does not answer: it is being started,
 * updated, or gone.
 */
export async function requestProvisions<Styles extends object>(
  host: string,
  patience: number,
  before?: ReadParts,
): Promise<Provisions<Styles> | undefined> {
  const message: Message = { almaUserGuard: 'policy-in-force', host, patience, ...(before && { before }) };
  try {
    const answer = await inTime(browser.runtime.sendMessage(message), patience + patienceWithBackground);
    return (answer ?? undefined) as Provisions<Styles> | undefined;
  } catch {
    return undefined;
  }
}

/** For the background: opens the pages that content scripts ask for, and tells them the policy in force on their host. */
export function answerRequests(
  policyInForce: (host: string, patience: number, before?: ReadParts) => Promise<InForce>,
  styles: object,
): void {
  const answer = (message: unknown, sender: Sender, sendResponse?: (response: unknown) => void): true | undefined => {
    if (!isOurs(message, sender)) return undefined;
    if (message.almaUserGuard === 'open-page') void openPage(message.page, message.section);
    if (message.almaUserGuard !== 'policy-in-force') return undefined;
    void policyInForce(message.host, message.patience, message.before).then((inForce) =>
      sendResponse?.({ inForce, styles }),
    );
    return true; // The answer comes later.
  };
  browser.runtime.onMessage.addListener(answer);
}

/** Runs a removal of listeners. In a page that outlives the extension (disabled, updated) the browser's API is gone, and so are its listeners. */
export function stopListening(remove: () => void): void {
  try {
    remove();
  } catch {
    return;
  }
}
