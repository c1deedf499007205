import type { Identity } from '../alma/screen.ts';
import { fold } from '../record/index.ts';
import { sameName, wordsOf } from '../rules/match.ts';
import type { Say } from '../texts/index.ts';

const fields = ['primaryId', 'name', 'userGroup'] as const;

/** Says in a sentence each how a form changes whose record it is: what Alma loaded, and what stands in the form now. Nothing where it does not. */
export function identityLines(loaded: Identity, typed: Identity, say: Say): string[] {
  return fields.flatMap((field) => {
    const [was, is] = [shown(loaded[field]), shown(typed[field])];
    if (was === undefined || was === '' || isUnchanged(field, was, is)) return [];
    return [
      is === undefined || is === ''
        ? say(`guidance_identity_gone_${field}`, { loaded: was })
        : say(`guidance_identity_${field}`, { loaded: was, typed: is }),
    ];
  });
}

const shown = (reading: Identity['name'] | Identity['primaryId']): string | undefined =>
  reading.state === 'read' ? (reading.value ?? '') : undefined;

/** A name may be written in two orders, and with more parts in the header than in the form; of a name that cannot be read nobody knows. */
function isUnchanged(field: (typeof fields)[number], was: string, is: string | undefined): boolean {
  if (field === 'name') return is === undefined || sameName(was, is) || isPartOf(is, was);
  return is !== undefined && fold(was) === fold(is);
}

function isPartOf(name: string, whole: string): boolean {
  const known = new Set(wordsOf(whole));
  return wordsOf(name).every((word) => known.has(word));
}
