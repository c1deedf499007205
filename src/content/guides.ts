import { underIdentities } from '../alma/actions/index.ts';
import type { GuidedScreen, UserListScreen, UserRecordScreen } from '../alma/screen.ts';
import type { Shown } from '../guidance/guidance.ts';
import { identityLines } from '../guidance/identity-change.ts';
import { drawAdvice, drawGuide } from '../guidance/page-guide-panel.ts';
import { type Advice, type AdviceContext, changeSince, roleAdvice } from '../guidance/role-change.ts';
import { requestPage } from '../platform/messages.ts';
import { say } from '../platform/say.ts';
import { isSandboxHost } from '../rules/hosts.ts';
import { isProtected } from '../rules/judge.ts';
import type { Policy } from '../rules/policy.ts';

/** By what a page is judged: the policy, the day, and the language that the page says it is in. */
export type Standing = Pick<AdviceContext, 'policy' | 'today' | 'language'>;

/** The guide of a page that has one. */
export function guideShown(screen: GuidedScreen, { policy, today, language }: Standing, host: string): Shown {
  const onReview = () => void requestPage('review').catch(() => undefined);
  return {
    key: screen.page,
    guide: drawGuide(screen, { policy, today, say, language, sandbox: isSandboxHost(host), onReview }),
    marks: [],
    place: screen.place,
  };
}

/** What stands on a list that the browser translates: that marks are missing, and how to have them. */
export function translationShown({ key, place }: UserListScreen, standing: Standing): Shown {
  const advice = [{ about: 'translation', severity: 'warn', text: say('lists_translated') }] as const;
  return { key, guide: drawAdvice(say('lists_translated_title'), advice, { ...standing, say }), marks: [], place };
}

/** What stands below the panel of a record that has been changed since it was opened: whose it is, where that is protected, else its roles. */
export function changeShown(screen: UserRecordScreen, standing: Standing): Pick<Shown, 'guide'> {
  const { rolesAtFirst, record } = screen;
  const context = { ...standing, say };
  const renamed = identityAdvice(screen, standing.policy);
  if (renamed.length > 0) return { guide: drawAdvice(say('guidance_identity_title'), renamed, context) };
  const advice = roleAdvice(changeSince(rolesAtFirst, record), context);
  return advice.length > 0 ? { guide: drawAdvice(say('guide_change_title'), advice, context) } : {};
}

/** Said only where it is a protected account, or becomes one: to change any other record is everyday work. */
function identityAdvice(screen: UserRecordScreen, policy: Policy): readonly Advice[] {
  const known = underIdentities(screen);
  const [loaded, typed] = known;
  if (!loaded || !typed || !known.some((record) => isProtected(record, policy) === 'yes')) return [];
  return identityLines(loaded, typed, say).map((text) => ({ about: 'identity', severity: 'stop', text }));
}
