import '../ui/page.css';
import '../ui/long-page.css';
import '../ui/drop-place.css';
import '../ui/files.css';
import '../ui/figures.css';
import '../ui/cards.css';
import './page/windows.css';
import './page/people/people.css';
import './page/people/person.css';
import './page/handover/print.css';
import { render } from 'preact';
import { openPage } from '../platform/addresses.ts';
import { describeOpenPages } from '../platform/messages.ts';
import { say } from '../platform/say.ts';
import { type Day, dayOf } from '../record/index.ts';
import { saveChanges, watchPolicy } from '../settings/index.ts';
import { createDesk, type Doors } from './page/desk.ts';
import { ReviewPage } from './page/page.tsx';
import { startReviewWorker } from './worker/client.ts';

function today(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) as Day;
}

function download(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

const doors: Doors = {
  startWorker: startReviewWorker,
  watchPolicy: (onChange, signal) => {
    void describeOpenPages().then(([page]) => watchPolicy(page?.host, onChange, signal));
  },
  saveChanges,
  download,
  openOptions: () => void openPage('options', 'review'),
  openRollUp: () => void openPage('rollup'),
  today: today(),
};

document.documentElement.lang = say('extension_language');
document.title = say('review_title');
const root = document.getElementById('root');
if (root) render(<ReviewPage desk={createDesk(doors, new AbortController().signal)} />, root);
