import {
  controlAt,
  freshMemory,
  guardedPage,
  hotkeyTargets,
  isPartnerOf,
  noteArrival,
  noteMenu,
  noteScreen,
  recogniseAction,
  recogniseSending,
  underIdentities,
} from '../alma/actions/index.ts';
import { signsOf } from '../alma/pages/recognise.ts';
import type { Screen, UserListScreen, UserRecordScreen } from '../alma/screen.ts';
import { isTranslated } from '../alma/translation.ts';
import { type ReadingOptions, type Watch, watchScreens } from '../alma/watch-pages.ts';
import { asUnderstood } from '../guidance/foreign-roles.ts';
import { installGuard } from '../guidance/guard/guard.ts';
import { createGuidance, type Shown } from '../guidance/guidance.ts';
import { createHost, dress, type Styles, setAside, sweep } from '../guidance/host.ts';
import { lastWords } from '../guidance/last-words.ts';
import { markUserList } from '../guidance/list-marks.ts';
import { present } from '../guidance/present.ts';
import { createRoleQuestion, unknownNames } from '../guidance/role-question.ts';
import { contextOf, roleMarks } from '../guidance/words.ts';
import { answerForPage, type InForce, requestNaming, requestPage } from '../platform/messages.ts';
import { say } from '../platform/say.ts';
import { type Day, localDay } from '../record/index.ts';
import { isSandboxHost } from '../rules/hosts.ts';
import { judgeUnder } from '../rules/identities.ts';
import type { Judgement } from '../rules/judgement.ts';
import type { Policy } from '../rules/policy.ts';
import { worthSaying } from '../rules/speaking.ts';
import { sameValue } from '../settings/choices.ts';
import { shippedInForce } from '../settings/shipped.ts';
import { describePage } from './describe.ts';
import { changeShown, guideShown, type Standing, translationShown } from './guides.ts';
import { endCutOff, isEndedUnheard, isExtensionThere } from './life.ts';
import { watchPolicy } from './policy.ts';
import { teachingOn } from './teach.ts';

const actions = {
  controlAt,
  freshMemory,
  guardedPage,
  hotkeyTargets,
  isPartnerOf,
  noteArrival,
  noteMenu,
  noteScreen,
  recogniseAction,
  recogniseSending,
  underIdentities,
};

/** How often it is looked whether the extension is still there and whether a new day has begun, while guidance shows. */
const pulseMilliseconds = 2000;

/** How long the background may take to answer before what is shown is judged by the shipped policy, and stands there undressed. */
const patienceMilliseconds = 2000;

/** Until the policy is read. */
const plainReading: ReadingOptions = { dateOrder: 'auto', taughtLocators: [] };

/**
 * What one copy of the content script does in one page, until its life ends. Where reading or showing fails, all that is shown is taken
 * out and the guard goes on, as on a page that could not be read; where the guard fails, the event goes on its way and reading goes on.
 */
export function visit(page: Window, life: AbortController): void {
  const { document, location } = page;
  const { signal } = life;
  const showing = new AbortController();
  const whileShowing = AbortSignal.any([signal, showing.signal]);
  const sandbox = isSandboxHost(location.host);
  const words = lastWords(say);
  const endsUnheard = isEndedUnheard();
  const host = createHost(document, words);
  const onOptions = (section: string) => void requestPage('options', section).catch(() => undefined);
  const guidance = createGuidance(document, { host, say, onOptions, signal: whileShowing, onFailure: fail });
  const guard = installGuard(
    page,
    {
      actions,
      host,
      say,
      screen: () => screen,
      policy: () => (inForce ?? standIn)?.policy,
      today: () => localDay(new Date()),
      sandbox,
      isThere: () => isHere(true),
      onNeed: onUse,
    },
    signal,
  );
  const roleQuestion = createRoleQuestion({
    say,
    keep: (named) => requestNaming(location.host, named),
    onOptions,
  });
  let screen: Screen | undefined;
  /** The same as far as it is understood, once the policy is known. */
  let seen: Screen | undefined;
  let inForce: InForce | undefined;
  /** What the guard goes by until the policy in force is known: shipped protected accounts need no setting. */
  let standIn: InForce | undefined;
  let judgement: Judgement | undefined;
  let judgedOn: Day | undefined;
  let readingWith = plainReading;
  let watch: Watch | undefined;
  let listShown = new AbortController();
  let policyAsked = false;
  let isDressed = false;
  /** Whether what is in view has been used while nothing of it could be read. */
  let isUsed = false;
  let failed = false;
  let pulse: ReturnType<typeof setInterval> | undefined;

  const teaching = teachingOn(page, host, () => readingWith, whileShowing);

  function fail(error: unknown): void {
    if (signal.aborted) return;
    report(error);
    failed = true;
    showing.abort();
    screen = undefined;
    seen = undefined;
    judgement = undefined;
    guard.screenChanged();
  }

  function guarded<A extends unknown[]>(work: (...given: A) => void): (...given: A) => void {
    return (...given) => {
      if (signal.aborted) return;
      try {
        work(...given);
      } catch (error) {
        fail(error);
      }
    };
  }

  function read(): void {
    watch = watchScreens(
      document,
      () => readingWith,
      guarded(onScreen),
      whileShowing,
      (part) => fail(new Error(part)),
    );
  }

  /** Where something of ours is to be seen or to be held, a copy that has been cut off does not go without a word. */
  function isHere(isAsked = isUsed): boolean {
    const isThere = isExtensionThere();
    if (!isThere && isAtWork(isAsked)) endCutOff(document, life, words);
    return isThere;
  }

  function onScreen(next: Screen | undefined): void {
    screen = next;
    isUsed = false;
    if (screen && !isHere()) return;
    if (screen) needPolicy();
    guard.screenChanged();
    teaching.onRecord(screen?.kind === 'user-record' ? screen.key : undefined);
    draw();
  }

  function onUse(): void {
    if (!isHere(true)) return;
    isUsed = true;
    needPolicy();
    keep();
  }

  function needPolicy(): void {
    if (policyAsked) return;
    policyAsked = true;
    sweep(document);
    const shipped = shippedInForce(location.host);
    standIn = shipped;
    const judgeByShipped = guarded(() => {
      if (!inForce && isExtensionThere()) onPolicy(shipped);
    });
    const patience = setTimeout(judgeByShipped, patienceMilliseconds);
    signal.addEventListener('abort', () => clearTimeout(patience));
    const dressPage = guarded((styles: Styles) => {
      dress(document, styles);
      isDressed = true;
      keep();
    });
    watchPolicy(location.host, { dress: dressPage, onPolicy: guarded(onPolicy) }, signal);
  }

  function onPolicy(next: InForce): void {
    inForce = next;
    const { dateOrder, taughtLocators } = next.policy;
    if (sameValue(readingWith, { dateOrder, taughtLocators })) {
      draw();
    } else {
      readingWith = { dateOrder, taughtLocators };
      watch?.look();
    }
  }

  function draw(): void {
    if (whileShowing.aborted) return;
    drawScreen();
    keep();
  }

  function drawScreen(): void {
    judgement = undefined;
    seen = screen;
    listShown.abort();
    if (!screen || screen.kind === 'user-list') guidance.clear();
    if (!screen || !inForce) return;
    judgedOn = localDay(new Date());
    seen = understood(screen, inForce, judgedOn);
    if (seen.kind === 'user-record') drawRecord(seen, inForce, judgedOn);
    if (seen.kind === 'user-list') drawList(seen, inForce, judgedOn);
    if (seen.kind === 'guided-page') guidance.show(guideShown(seen, standing(inForce, judgedOn), location.host));
  }

  function understood(drawn: Screen, { policy }: InForce, today: Day): Screen {
    if (drawn.kind !== 'user-record') return drawn;
    return { ...drawn, record: asUnderstood(drawn.record, { policy, today }, document.documentElement.lang) };
  }

  const standing = ({ policy }: InForce, today: Day): Standing => ({
    policy,
    today,
    language: document.documentElement.lang,
  });

  function drawRecord(shown: UserRecordScreen, inForce: InForce, today: Day): void {
    const said = judgeUnder(shown.record, underIdentities(shown), inForce.policy, today, say);
    judgement = worthSaying(said, shown.record, inForce.policy);
    const names = namesToAsk(inForce.policy);
    const locked = inForce.lockedKeys.includes('roleNames');
    const decides = names.length > 0 && judgement.namedUser.missing.includes('roles');
    guidance.show({
      ...shownOf(shown, judgement, inForce, location.host),
      question: roleQuestion({ key: shown.key, names, locked, decides }),
      // What has changed is told by the names as they stand: some of them may be in doubt only now.
      ...changeShown(screen?.kind === 'user-record' ? screen : shown, standing(inForce, today)),
    });
  }

  /** The names of roles on the record in view that nobody knows; in a translator's words there are none. */
  function namesToAsk(policy: Policy): readonly string[] {
    if (screen?.kind !== 'user-record' || isTranslated(document)) return [];
    const { roles } = screen.record;
    return unknownNames(roles.state === 'read' ? roles.value : screen.roleRows.map(({ role }) => role), policy);
  }

  function drawList(list: UserListScreen, inForce: InForce, today: Day): void {
    const { policy } = inForce;
    listShown = new AbortController();
    const onTranslated = (some: boolean) => {
      if (some || isTranslated(document)) guidance.show(translationShown(list, standing(inForce, today)));
      else guidance.clear();
      keep();
    };
    markUserList(
      list,
      { policy, today, say, sandbox, onTranslated, onFailure: fail },
      AbortSignal.any([whileShowing, listShown.signal]),
    );
  }

  /** Whether something of ours is to be seen on the page in view, or whether it is used (`isAsked`) and something may be lost on it. */
  function isAtWork(isAsked: boolean): boolean {
    return screen !== undefined || (isAsked && guardedPage(document, screen) !== undefined);
  }

  /**
   * Keeps looking meanwhile whether the extension is still there. Where our script ends unheard, its line stands ready in the page, not
   * drawn; without its style sheet it never could be.
   */
  function keep(): void {
    if (whileShowing.aborted) return;
    const isOn = isAtWork(isUsed);
    beat(isOn);
    if (endsUnheard) host.claim('line', isOn && isDressed);
  }

  /** A page hears nothing when the extension goes, nor when a day ends: while something is shown, it is looked. */
  function beat(on: boolean): void {
    if (on && pulse === undefined) pulse = setInterval(guarded(look), pulseMilliseconds);
    if (on) return;
    clearInterval(pulse);
    pulse = undefined;
  }

  function look(): void {
    if (!isHere()) return;
    keep();
    if (judgedOn !== undefined && judgedOn !== localDay(new Date())) draw();
  }

  whileShowing.addEventListener('abort', () => {
    beat(false);
    host.claim('line', false);
  });
  document.addEventListener('visibilitychange', guarded(look), { signal });
  // A page that is put aside may come back when the extension has gone, which nothing tells it then.
  for (const type of ['pagehide', 'pageshow'] as const)
    page.addEventListener(type, ({ persisted }) => persisted && setAside(document, type === 'pagehide'), { signal });
  answerForPage(
    () =>
      describePage({
        host: location.host,
        screen: seen,
        judgement,
        inForce,
        gaveUp: guidance.gaveUp,
        failed,
        isTranslated: isTranslated(document),
        signs: () => signsOf(document),
        unknownRoles: inForce ? namesToAsk(inForce.policy) : [],
      }),
    signal,
    teaching,
  );
  guarded(read)();
}

function shownOf(screen: UserRecordScreen, judgement: Judgement, inForce: InForce, host: string): Shown {
  const context = contextOf(inForce.policy, inForce, host, say);
  return {
    key: screen.key,
    presentation: present(judgement, screen.record, context, say),
    marks: roleMarks(screen.roleRows, inForce.policy, judgement.namedUser.answer, context.authority, say),
    place: screen.place,
  };
}

/** Tells the console that we failed and where in our code; an error's own message may hold what was read, and is left out. */
function report(error: unknown): void {
  const where = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /\.js:\d+/.test(line)) : [];
  const kind = error instanceof Error ? error.name : typeof error;
  console.error(
    ['Alma User Guard has failed on this page, and shows nothing there any more.', kind, ...where].join('\n'),
  );
}
