import '../ui/page.css';
import './report.css';
import { render } from 'preact';
import { grammar } from '../alma/markup/grammar.ts';
import { browser } from '../platform/browser.ts';
import { collectPages, reportOf } from '../platform/messages.ts';
import { say } from '../platform/say.ts';
import { type ReportDoors, ReportPage } from './report-page.tsx';

// The popup names the tab in the address; the page in that tab is asked, and what it tells is kept nowhere but on this page.
const tab = Number(location.hash.slice(1));

const doors: ReportDoors = {
  ask: () => reportOf(tab, grammar),
  collect: (onPage, signal) => collectPages(tab, grammar, onPage, signal),
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
