import type { Say } from '../texts/index.ts';
import { type Child, element } from './dom.ts';
import { icon } from './icons.ts';
import type { Finding, Presentation, UnreadGroup } from './present.ts';
import { inOurLanguage } from './words.ts';

export interface PanelOptions {
  readonly presentation: Presentation;
  /** Whether everything that may be folded is. What says `stop`, and the named-user answer, never is. */
  readonly folded: boolean;
  /** Called when a person asks to fold or to unfold; of a panel that is drawn again, the first drawing's is called. */
  readonly onFold: () => void;
  /** Called when a person asks for a part of the options. */
  readonly onOptions?: (section: string) => void;
  readonly say: Say;
}

export const paragraph = (kind: string, text: string): HTMLElement => element('p', { class: kind }, text);
export const span = (kind: string, ...children: readonly Child[]): HTMLElement =>
  element('span', { class: kind }, ...children);

/** Draws what the in-page panel shows of a record. */
export function drawPanel(options: PanelOptions): HTMLElement {
  const { presentation, folded, say } = options;
  const { level, stops, others, caution, unexpected } = presentation;
  return element(
    'section',
    {
      class: 'panel',
      'data-level': level,
      ...inOurLanguage(say),
      'aria-label': say('guidance_name'),
    },
    stops.length > 0 && element('div', { role: 'alert' }, ...stops.map((finding) => stop(finding, say))),
    caution !== undefined &&
      element('p', { class: 'line caution', role: 'alert' }, icon('warn'), span('text', caution)),
    element(
      'div',
      { role: 'status' },
      lead(options),
      element(
        'div',
        { class: 'rows', hidden: folded || others.length === 0 },
        ...others.map((finding, at) =>
          row(finding, at === 0 && finding.severity === 'warn' && stops.length === 0, say),
        ),
      ),
    ),
    answerLine(options),
    ...unexpected.map((sentence) => paragraph('soft sandbox', sentence)),
    element('div', { id: 'details', hidden: folded }, unchecked(options), basis(options)),
  );
}

const marksOf = ({ rule, severity }: Finding) => ({ 'data-rule': rule, 'data-severity': severity });

function stop(finding: Finding, say: Say): HTMLElement {
  return element(
    'div',
    { class: 'stop', ...marksOf(finding) },
    element('p', { class: 'line' }, ...titleOf(finding, say)),
    body(finding, say),
  );
}

function row(finding: Finding, open: boolean, say: Say): HTMLElement {
  return element(
    'details',
    { ...marksOf(finding), open },
    element('summary', {}, ...titleOf(finding, say)),
    body(finding, say),
  );
}

function titleOf({ severity, title }: Finding, say: Say): Child[] {
  const name = severity === 'fact' ? 'note' : severity;
  return [icon(name), span('word', say(`guidance_severity_${name}`)), span('text title', title)];
}

function body({ messages, sources }: Finding, say: Say): HTMLElement {
  return element(
    'div',
    { class: 'body' },
    ...messages.map((message) => element('p', {}, message)),
    more(say('guidance_source_label'), sentences(sources)),
  );
}

/** One line for the whole, where no row below says it: nothing found so far, or findings folded away. */
function lead({ presentation, folded, say }: PanelOptions): Child {
  const { level, others, headline } = presentation;
  const line = (name: 'unsure' | 'warn' | 'note', ...text: readonly Child[]) =>
    element('p', { class: 'line lead' }, icon(name), span('text', ...text));
  if (level === 'unsure') return line(level, headline);
  if (!folded || others.length === 0) return undefined;
  return line(
    others[0]?.severity === 'warn' ? 'warn' : 'note',
    level !== 'stop' && span('title', headline),
    span('soft', say('guidance_folded', { count: others.length })),
  );
}

function answerLine({ presentation, folded, onFold, say }: PanelOptions): HTMLElement {
  const { answer, line, change, roleList, rule } = presentation.answer;
  const isQuiet = presentation.level === 'fine';
  const button = element(
    'button',
    { type: 'button', 'aria-expanded': String(!folded), 'aria-controls': 'details' },
    say(folded ? 'guidance_show' : 'guidance_fold'),
  );
  button.addEventListener('click', onFold);
  return element(
    'div',
    { class: 'line answer' },
    icon(isQuiet ? 'fine' : answer),
    element(
      'div',
      { class: 'text', role: 'status' },
      isQuiet && paragraph('title', presentation.headline),
      element(
        'p',
        { 'data-named-user': answer, 'data-rule': rule, 'data-severity': rule === undefined ? rule : 'fact' },
        line,
      ),
      span('soft', roleList),
      change !== undefined && element('p', { class: 'soft', hidden: folded }, change),
    ),
    button,
  );
}

/** What could not be checked, why, and which rules are silent because of it. */
function unchecked(options: PanelOptions): Child {
  const { presentation, say } = options;
  const { unread, undecided, failed } = presentation;
  if (unread.length === 0 && failed.length === 0) return undefined;
  const list = (key: string, titles: readonly string[]) =>
    titles.length > 0 && more(say(key, { count: titles.length }), sentences(titles));
  return element(
    'div',
    { class: 'block' },
    ...(unread.length > 0
      ? [element('h2', { class: 'title' }, say('guidance_unread_title')), ...groups(unread, options)]
      : []),
    list('guidance_undecided_title', undecided),
    list('guidance_failed_title', failed),
  );
}

function groups(unread: readonly UnreadGroup[], options: PanelOptions): HTMLElement[] {
  return unread.map(({ why, fields, section }) =>
    element(
      'div',
      { class: 'group' },
      element(
        'ul',
        { class: 'fields' },
        ...fields.map(({ field, label }) => element('li', { 'data-unread': field }, label)),
      ),
      paragraph('soft', why),
      section !== undefined && toOptions(section, options),
    ),
  );
}

function toOptions(section: string, { onOptions, say }: PanelOptions): Child {
  if (!onOptions) return undefined;
  const button = element('button', { type: 'button', 'data-options': section }, say('guidance_say_how_dates'));
  button.addEventListener('click', () => onOptions(section));
  return button;
}

/** On what all this rests. Closed until asked for. */
function basis(options: PanelOptions): HTMLElement {
  const { presentation, say } = options;
  const { remarks, unreadAside } = presentation;
  const aside =
    unreadAside.length > 0
      ? [element('h3', { class: 'soft title' }, say('guidance_unread_aside_title')), ...groups(unreadAside, options)]
      : [];
  return element('div', { class: 'block' }, more(say('guidance_basis_title'), sentences(remarks), ...aside));
}

export const more = (summary: string, ...children: readonly Child[]): HTMLElement =>
  element(
    'details',
    {},
    element('summary', { class: 'soft' }, span('text', summary)),
    element('div', { class: 'body' }, ...children),
  );

export const sentences = (texts: readonly string[]): HTMLElement =>
  element('ul', { class: 'soft' }, ...texts.map((text) => element('li', {}, text)));
