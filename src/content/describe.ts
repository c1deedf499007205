import type { Screen } from '../alma/screen.ts';
import type { InForce, PageDescription } from '../platform/messages.ts';
import { fieldNames } from '../record/index.ts';
import type { Judgement } from '../rules/judgement.ts';

/** What there is to tell of the page on screen; what is absent is not there yet. */
export interface Situation {
  readonly host: string;
  readonly screen: Screen | undefined;
  readonly judgement: Judgement | undefined;
  readonly inForce: InForce | undefined;
  readonly gaveUp: boolean;
  /** True when reading or showing has failed on this page. */
  readonly failed: boolean;
  readonly isTranslated: boolean;
  /** The signs of User Details that the page bears; asked where nothing was recognised. */
  readonly signs: () => readonly string[];
  /** Names of roles on the record that nobody knows. */
  readonly unknownRoles: readonly string[];
}

/** Describes the page for the popup, without any value read from a record but names of roles that nobody knows. */
export function describePage({
  host,
  screen,
  judgement,
  inForce,
  gaveUp,
  failed,
  isTranslated,
  signs,
  unknownRoles,
}: Situation): PageDescription {
  return {
    host,
    screen: failed ? 'failed' : (screen?.kind ?? 'none'),
    ...(judgement && { namedUser: { answer: judgement.namedUser.answer, authority: judgement.namedUser.authority } }),
    findings: (judgement?.verdicts ?? [])
      .filter(({ outcome }) => outcome === 'found')
      .map(({ rule, severity }) => ({ rule, severity })),
    unread: unreadOf(screen),
    anchors: screen?.kind === 'user-record' ? screen.anchors : [],
    undecided: (judgement?.verdicts ?? []).filter(({ outcome }) => outcome === 'cannot-tell').map(({ rule }) => rule),
    ...(inForce && {
      policy: { base: inForce.policy.base, name: inForce.policy.name, origin: inForce.origin },
    }),
    ...(screen?.kind === 'user-record' && !screen.place() && { noPlace: true as const }),
    ...(gaveUp && { gaveUp: true as const }),
    ...(isTranslated && { translated: true as const }),
    ...(!screen && !failed && { signs: signs() }),
    ...(screen?.kind === 'guided-page' && { guided: screen.page }),
    ...(unknownRoles.length > 0 && { unknownRoles }),
    ...(screen?.kind === 'user-list' && { columns: screen.columns }),
  };
}

function unreadOf(screen: Screen | undefined): PageDescription['unread'] {
  if (screen?.kind !== 'user-record') return [];
  return fieldNames.flatMap((field) => {
    const reading = screen.record[field];
    return reading.state === 'unread' ? [{ field, why: reading.why }] : [];
  });
}
