import { type Deed, harmOf } from '../alma/controls.ts';
import type { Room, Whose } from './guard-rooms.ts';

/** The ways in which a control is used: `form` submits its form by it, `script` clicks it. */
export const ways = ['mouse', 'keyboard', 'touch', 'script', 'hotkey', 'form'] as const;
export type Way = (typeof ways)[number];

/** A control of the stand-in's page that does harm. */
export interface Control {
  /** A selector that finds it again after the page has been drawn anew. */
  readonly path: string;
  readonly does: string;
  /** The row that it stands in, from 0. */
  readonly row: number | undefined;
  readonly shape: string;
  readonly label: string;
  readonly at: string;
  readonly isHidden: boolean;
  readonly inMenu: boolean;
  readonly canFocus: boolean;
  readonly canSubmit: boolean;
  readonly hotkey: string | undefined;
}

export interface Cell {
  readonly room: string;
  readonly control: string;
  readonly whose: Whose;
  readonly way: Way;
  readonly outcome: 'held' | 'told' | 'passes' | 'no such way';
  readonly why: string;
}

type Wanted = Pick<Cell, 'outcome' | 'why'>;

const held = (why: string): Wanted => ({ outcome: 'held', why });
const told = (why: string): Wanted => ({ outcome: 'told', why });
const passes = (why: string): Wanted => ({ outcome: 'passes', why });

/** What a control is called in the table. */
export const nameOf = ({ does, at, shape, row }: Control): string =>
  `${does} (${at}${row === undefined ? '' : ` ${row}`}: ${shape.replace(/#.*?(INPUT|SPAN)_/, '#$1_').slice(0, 48)})`;

/** What the guard is to do, whatever the way: by what is lost, and by whose it is. The shipped policy holds deletions and tells of deactivations. */
export function expected(control: Control, whose: Whose, room: Room, way: Way): Wanted {
  const does = control.does as Deed;
  if (harmOf[does] === 'lost') return held('what is deleted or purged cannot be brought back');
  if (way === 'hotkey' && room.name === 'record of 2022')
    return held('its hint names no letter, and one of the buttons with such a hint deletes');
  if (does === 'merge') return onMerge(whose);
  if (control.at === 'listAction' && room.name.startsWith('list'))
    return told('which of those who are ticked may be changed is not known');
  if (whose === 'protected') return held('nobody may change this account');
  if (harmOf[does] === 'switched-off') return switchedOff(does, whose, room);
  return whose === 'unread' ? unreadChange : passes('staff may change this account');
}

const unreadChange = told('it may be a protected account');

function switchedOff(does: Deed, whose: Whose, room: Room): Wanted {
  const isRole = does === 'remove-role' || room.name.startsWith('roles');
  if (isRole && whose === 'unread') return unreadChange;
  if (isRole) return told('taking a role off is the right way, with a reminder');
  return told('inactive blocks the person as a patron, and can be taken back');
}

function onMerge(whose: Whose): Wanted {
  if (whose === 'protected') return held('a merge changes both accounts');
  return whose === 'unread' ? told('one of the two may be protected') : passes('both accounts may be merged');
}

const letters = { held: 'held', told: 'told', passes: 'passes', 'no such way': '-' } as const;

/** The cells as text: a line for each control and record, a column for each way, and why. */
export function table(cells: readonly Cell[]): string {
  const lines = new Map<string, { readonly name: string; readonly why: string; readonly by: Map<Way, string> }>();
  for (const { room, control, whose, way, outcome, why } of cells) {
    const key = `${room} | ${whose} | ${control}`;
    const line = lines.get(key) ?? { name: key, why, by: new Map<Way, string>() };
    line.by.set(way, letters[outcome]);
    lines.set(key, line);
  }
  const wide = Math.max(...[...lines.keys()].map(({ length }) => length));
  const head = `${'page | record | control'.padEnd(wide)}  ${ways.map((way) => way.padEnd(8)).join(' ')} why`;
  const rows = [...lines.values()].map(
    ({ name, why, by }) =>
      `${name.padEnd(wide)}  ${ways.map((way) => (by.get(way) ?? '-').padEnd(8)).join(' ')} ${why}`,
  );
  return [head, ...rows].join('\n');
}
