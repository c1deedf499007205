import type { Say } from '../../texts/index.ts';
import { type Child, element } from '../dom.ts';
import { icon } from '../icons.ts';
import { inOurLanguage } from '../words.ts';
import type { Wording } from './wording.ts';

/** Ids within our shadow root, by which the question is named and described. */
const titleId = 'guard-title';
const bodyId = 'guard-body';

const paragraphs = (lines: readonly string[]): HTMLElement[] => lines.map((line) => element('p', {}, line));

/** The words, in their fixed order: whom, what the rules say, what is lost, what to do instead, what else to know. */
function message(wording: Wording, say: Say): HTMLElement[] {
  const { severity, title, about, findings, lost, instead, ways, remarks } = wording;
  const list = ways.length > 0 && element('ul', { class: 'ways' }, ...ways.map((way) => element('li', {}, way)));
  return [
    element('h2', { id: titleId }, icon(severity === 'fact' ? 'note' : severity), title),
    element(
      'div',
      { id: bodyId, class: 'said' },
      about !== undefined && element('p', {}, about),
      ...findings.map(({ rule, severity, text }) =>
        element('p', { class: 'finding', 'data-rule': rule, 'data-severity': severity }, text),
      ),
      part(say('guard_lost'), lost),
      part(say('guard_instead'), instead, list),
      ...paragraphs(remarks),
    ),
  ];
}

function part(title: string, lines: readonly string[], list?: Child): Child {
  const [first, ...others] = paragraphs(lines);
  return first && element('section', {}, element('h3', {}, title), first, list, ...others);
}

const choices = (...buttons: readonly (readonly [choice: 'continue' | 'leave', words: string])[]): HTMLElement =>
  element(
    'div',
    { class: 'choices' },
    ...buttons.map(([choice, words]) => element('button', { type: 'button', 'data-choice': choice }, words)),
  );

/** The question that holds an action. Its buttons are found by `data-choice`: presses are taken at the window, before Alma hears of them. */
export const drawQuestion = (wording: Wording, say: Say): HTMLDialogElement =>
  element(
    'dialog',
    {
      class: 'guard',
      ...inOurLanguage(say),
      role: 'alertdialog',
      'aria-modal': 'true',
      'aria-labelledby': titleId,
      'aria-describedby': bodyId,
      'data-tone': wording.severity,
    },
    ...message(wording, say),
    element('p', { class: 'soft' }, wording.release),
    choices(['continue', say('guard_continue')], ['leave', say('guard_leave')]),
  );

/** The same words beside an action that goes ahead. */
export const drawNotice = (wording: Wording, say: Say): HTMLElement =>
  element(
    'div',
    {
      class: 'guard beside',
      ...inOurLanguage(say),
      role: 'status',
      popover: 'manual',
      'aria-labelledby': titleId,
      'data-tone': wording.severity,
    },
    ...message(wording, say),
    choices(['leave', say('guard_close')]),
  );
