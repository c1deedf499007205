import '../ui/page.css';
import '../guidance/icon.css';
import './popup.css';
import { render } from 'preact';
import { type addressOf, openPage } from '../platform/addresses.ts';
import { browser } from '../platform/browser.ts';
import { isAccessWithheld, requestAccess } from '../platform/hosts.ts';
import { describeActivePage, describeOpenPages, requestNaming, startTeaching } from '../platform/messages.ts';
import { say } from '../platform/say.ts';
import { watchPolicy } from '../settings/index.ts';
import { Popup, type PopupDoors } from './popup.tsx';

/** Opened in a tab of its own the popup has no page beside it: it then tells of the Alma page that was used last. */
async function describe() {
  const ownTab = await browser.tabs.getCurrent();
  return ownTab ? ((await describeOpenPages())[0] ?? 'nobody') : describeActivePage();
}

async function open(page: Parameters<typeof addressOf>[0], section?: string): Promise<void> {
  await openPage(page, section);
  window.close();
}

/** The page needs the person now: the popup goes. */
async function teach(tab: number, field: string): Promise<boolean> {
  const begun = await startTeaching(tab, field);
  if (begun) window.close();
  return begun;
}

const doors: PopupDoors = {
  describe,
  isAccessWithheld,
  requestAccess,
  watchPolicy,
  open: (page, section) => void open(page, section),
  teach,
  nameRole: requestNaming,
  today: new Date(),
  version: browser.runtime.getManifest().version,
};

document.documentElement.lang = say('extension_language');
document.title = say('extension_name');
const root = document.getElementById('root');
if (root) render(<Popup doors={doors} say={say} />, root);
