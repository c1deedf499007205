import { styles } from '../guidance/styles.ts';
import { browser } from '../platform/browser.ts';
import { registerHosts } from '../platform/hosts.ts';
import { wipeOverdueReview } from '../platform/kept-review.ts';
import { answerRequests, keepWhatIsTaught } from '../platform/messages.ts';
import { type Day, dayOf } from '../record/index.ts';
import { policyInForce } from '../settings/in-force.ts';
import { keepRoleName } from '../settings/role-names.ts';
import { keepLocator } from '../settings/taught.ts';

browser.runtime.onInstalled.addListener(() => void registerHosts());
browser.runtime.onStartup.addListener(() => void registerHosts());
browser.permissions.onAdded.addListener(() => void registerHosts());
browser.permissions.onRemoved.addListener(() => void registerHosts());
answerRequests(policyInForce, styles);
keepWhatIsTaught({
  locator: (host, locator) => keepLocator(host, locator, new Date()),
  roleName: keepRoleName,
});

function today(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) as Day;
}

// Every start of the background looks: the listener above sees to it that the browser's own start is one.
wipeOverdueReview(today()).catch(() => {
  // A storage that does not answer now is asked again at the next start, and by the review page.
});
