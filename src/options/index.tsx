import '../ui/page.css';
import '../ui/drop-place.css';
import './options.css';
import { render } from 'preact';
import { say } from '../platform/say.ts';
import { OptionsPage } from './page.tsx';

document.documentElement.lang = say('extension_language');
document.title = say('options_title');
const root = document.getElementById('root');
if (root) render(<OptionsPage />, root);
