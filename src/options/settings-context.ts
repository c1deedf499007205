import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { say } from '../platform/say.ts';
import type { Settings } from './use-settings.ts';

export const SettingsContext = createContext<Settings | undefined>(undefined);

/** The settings that the page shows. Only for what stands inside the page. */
export function useShownSettings(): Settings {
  const settings = useContext(SettingsContext);
  if (!settings) throw new Error('This part of the page needs the settings around it.');
  return settings;
}

/** One thing that can be decided: its value, why it is locked if it is, and how to decide it. */
export interface Setting<T> {
  readonly value: T;
  readonly locked: string | undefined;
  /** For what is typed: the value that the typing began from, and the new one. */
  readonly take: (before: T, after: T) => void;
  readonly choose: (after: T) => void;
}

/** The setting at a path of the policy, such as `studentGroups` or `guard.delete`. The caller names the type that the policy gives it. */
export function useSetting<T>(path: string): Setting<T> {
  const settings = useShownSettings();
  const value = settings.value(path) as T;
  const take = (before: T, after: T) => settings.decide([{ path, before, after }]);
  return {
    value,
    locked: settings.locked(path) ? say('options_locked') : undefined,
    take,
    choose: (after) => take(value, after),
  };
}
