import '../ui/page.css';
import '../ui/long-page.css';
import '../ui/drop-place.css';
import '../ui/files.css';
import '../ui/figures.css';
import '../ui/cards.css';
import './rollup.css';
import { render } from 'preact';
import { openPage } from '../platform/addresses.ts';
import { describeOpenPages } from '../platform/messages.ts';
import { say } from '../platform/say.ts';
import { localDay } from '../record/index.ts';
import { watchPolicy } from '../settings/index.ts';
import { type RollUpDoors, RollUpPage } from './page.tsx';

const doors: RollUpDoors = {
  watchPolicy: (onChange, signal) => {
    void describeOpenPages().then(([page]) => watchPolicy(page?.host, onChange, signal));
  },
  download(name, file) {
    const address = URL.createObjectURL(file);
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    URL.revokeObjectURL(address);
  },
  open: (page, section) => void openPage(page, section),
  today: localDay(new Date()),
};

document.documentElement.lang = say('extension_language');
document.title = say('rollup_title');
const root = document.getElementById('root');
if (root) render(<RollUpPage doors={doors} />, root);
