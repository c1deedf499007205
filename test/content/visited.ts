import { afterEach, beforeEach, vi } from 'vitest';
import { beginLife } from '../../src/content/life.ts';
import { styles } from '../../src/guidance/styles.ts';
import { answerRequests, type PageDescription } from '../../src/platform/messages.ts';
import { policyInForce } from '../../src/settings/index.ts';
import type { AlmaPage } from '../alma/earlier.ts';
import { addressOf, render } from '../alma/render.ts';
import '../guard/top-layer.ts';
import { askListeners, browser, fakeBackground, fakeStorage } from '../platform/fake-browser.ts';
import { installFakeLocks } from '../platform/fake-locks.ts';
import { showPage } from '../reader/show-page.ts';

/** What the extension shows in the document: its panel, the answer in it, the rules that speak, and how many elements it has. */
export const panel = () => document.querySelector('alma-user-guard')?.shadowRoot;
export const answer = () => panel()?.querySelector('[data-named-user]')?.getAttribute('data-named-user');
export const own = () => document.querySelectorAll('alma-user-guard, alma-user-guard-mark').length;
export const rules = () =>
  [...(panel()?.querySelectorAll('[data-rule]') ?? [])].map((found) => found.getAttribute('data-rule'));

/** What the page tells the popup. */
export const ask = async (): Promise<PageDescription> => {
  const sender = { id: browser.runtime.id };
  return askListeners({ almaUserGuard: 'describe-page' }, sender) as PageDescription;
};

/** Draws a page of the stand-in in the document. */
export function show(page: AlmaPage): void {
  showPage(document, render(page, 'page'), addressOf(page, 'page'));
}

/** Waits until a check holds: on a machine that is busy with other things that may be long. */
export const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 60_000 });

/** Ends every copy of the script that is still in the document. */
export const retireAll = () => beginLife(document).abort();

/** Has each test of a file begin with a browser as new, and end without a copy of the script. */
export function beginAnew(): void {
  beforeEach(() => {
    installFakeLocks();
    fakeStorage.reset();
    fakeBackground.answers = true;
    browser.runtime.onMessage.clear();
    answerRequests(policyInForce, styles);
  });

  afterEach(() => {
    retireAll();
    vi.useRealTimers();
  });
}
