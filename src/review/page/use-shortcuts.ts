import { useEffect } from 'preact/hooks';
import type { Desk } from './desk.ts';

const typing = (target: EventTarget | null) =>
  target instanceof Element && target.matches('input:not([type="checkbox"], [type="radio"], [type="file"]), textarea');

/** Ctrl+Z (Cmd+Z) undoes, Ctrl+Y or Ctrl+Shift+Z does again; in a field that is typed in, they stay the field's own. */
export function useShortcuts(desk: Desk): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || typing(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) desk.redo();
      else desk.undo();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [desk]);
}
