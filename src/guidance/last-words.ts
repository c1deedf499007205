import type { Say } from '../texts/index.ts';
import { hostTag, keepFromTranslators } from './host.ts';
import { inOurLanguage } from './words.ts';

/** What a copy that has been cut off from the extension says: read beforehand, for then nothing of the browser's answers any more. */
export interface LastWords {
  readonly text: string;
  readonly lang: string;
  readonly dir: string;
}

export const lastWords = (say: Say): LastWords => ({ text: say('guidance_cut_off'), ...inOurLanguage(say) });

/** In the browser's own colours, for our sheets may never have come. It takes no clicks: Alma's buttons below it stay within reach. */
const css = `:host { all: initial !important; position: fixed !important; z-index: 2147483647 !important; inset-block-end: 8px !important;
  inset-inline: 8px !important; pointer-events: none !important; }
p { box-sizing: border-box; inline-size: fit-content; max-inline-size: 100%; margin: 0 auto; padding: 8px 12px; color-scheme: light dark;
  font: 600 14px/1.45 system-ui, sans-serif; color: CanvasText; background: Canvas; border: 2px solid CanvasText; border-radius: 4px; }`;

/**
 * Leaves one line at the foot of the window: that nothing is watched any more on this page until it is reloaded. At the end of the body,
 * so that it stays while Alma draws other pages in place. Gives its element.
 */
export function leaveLastWords(document: Document, { text, lang, dir }: LastWords): HTMLElement {
  const host = document.createElement(hostTag);
  keepFromTranslators(host);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  const line = document.createElement('p');
  Object.assign(line, { lang, dir, textContent: text });
  line.setAttribute('role', 'status');
  line.setAttribute('data-cut-off', '');
  root.append(line);
  document.body.append(host);
  return host;
}
