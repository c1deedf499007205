import '../ui/page.css';
import './report.css';
import { render } from 'preact';
import { browser } from '../platform/browser.ts';
import { reportOf } from '../platform/messages.ts';
import { say } from '../platform/say.ts';
import { type ReportDoors, ReportPage } from './report-page.tsx';

const doors: ReportDoors = {
  // The popup names the tab in the address; the page in that tab is asked, and nothing of its answer is kept.
  ask: () => reportOf(Number(location.hash.slice(1))),
  copy: (text) => navigator.clipboard.writeText(text),
  save(name, text) {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    URL.revokeObjectURL(address);
  },
  version: browser.runtime.getManifest().version,
};

// Another tab's report was asked for in this one.
addEventListener('hashchange', () => location.reload());
document.documentElement.lang = say('extension_language');
document.title = say('report_title');
const root = document.getElementById('root');
if (root) render(<ReportPage doors={doors} say={say} />, root);
