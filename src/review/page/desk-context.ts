import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Desk } from './desk.ts';
import type { DeskState } from './state.ts';

export interface AtDesk {
  readonly desk: Desk;
  readonly state: DeskState;
  /** The people whose list is shown in the table, by what was clicked; see `Narrowing`. */
  readonly narrow: (narrowing: Narrowing | undefined) => void;
  readonly narrowing: Narrowing | undefined;
}

/** A list of people that the table is narrowed to, such as those behind a figure. */
export interface Narrowing {
  readonly title: string;
  readonly keys: ReadonlySet<string>;
}

export const DeskContext = createContext<AtDesk | undefined>(undefined);

/** The page's work and its state. Only for what stands inside the page. */
export function useDesk(): AtDesk {
  const at = useContext(DeskContext);
  if (!at) throw new Error('This part of the page needs the desk around it.');
  return at;
}
