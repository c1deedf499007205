import type { Day } from '../../record/index.ts';
import type { SheetTable } from '../../sheets/types.ts';
import type { LoginReport } from './types.ts';

type Event = NonNullable<SheetTable['rows'][number]['login']>;

/** What the events of one person come to. */
export interface PersonLogins {
  /** The latest successful login. */
  lastSeen?: Day;
  failed: number;
}

/**
 * Gathers login events of several files, which are pages of one report, as several lists in one file are: an event that stands in two of
 * them is counted once. (Within one page each row is an event of its own.)
 */
export function createLoginEvents() {
  /** By person and moment: how often on each page. */
  const events = new Map<string, Map<string, { event: Event; byPage: Map<string, number> }>>();
  const files = new Set<number>();
  let total: number | undefined;

  const times = ({ byPage }: { byPage: ReadonlyMap<string, number> }) => Math.max(...byPage.values());

  return {
    addFile(file: number, said: number | undefined): void {
      files.add(file);
      if (said !== undefined) total = Math.max(total ?? 0, said);
    },
    add(key: string, file: number, event: Event, pageInFile = 0): void {
      const ofPerson = events.get(key) ?? new Map();
      events.set(key, ofPerson);
      const moment = `${event.at} ${event.successful}`;
      const one = ofPerson.get(moment) ?? { event, byPage: new Map() };
      const page = `${file} ${pageInFile}`;
      one.byPage.set(page, (one.byPage.get(page) ?? 0) + 1);
      ofPerson.set(moment, one);
    },
    of(key: string): PersonLogins {
      const all = [...(events.get(key)?.values() ?? [])];
      const lastSeen = all
        .filter(({ event }) => event.successful)
        .map(({ event }) => event.day)
        .sort()
        .at(-1);
      const failed = all.filter(({ event }) => !event.successful).reduce((sum, one) => sum + times(one), 0);
      return { ...(lastSeen === undefined ? {} : { lastSeen }), failed };
    },
    /** The report that the files are together; `undefined` without events. */
    report(): LoginReport | undefined {
      const all = [...events.values()].flatMap((ofPerson) => [...ofPerson.values()]);
      const days = all.map(({ event }) => event.day).sort();
      const [from, to] = [days[0], days.at(-1)];
      if (from === undefined || to === undefined) return undefined;
      const count = (wanted: (event: Event) => boolean) =>
        all.filter(({ event }) => wanted(event)).reduce((sum, one) => sum + times(one), 0);
      const counted = { events: count(() => true), failed: count(({ successful }) => !successful), files: files.size };
      return { from, to, ...counted, ...(total === undefined ? {} : { total }) };
    },
  };
}
