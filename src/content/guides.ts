import type { GuidedScreen, UserRecordScreen } from '../alma/screen.ts';
import type { Shown } from '../guidance/guidance.ts';
import { drawAdvice, drawGuide } from '../guidance/page-guide-panel.ts';
import { changeSince, roleAdvice } from '../guidance/role-change.ts';
import { requestPage } from '../platform/messages.ts';
import { say } from '../platform/say.ts';
import type { Day } from '../record/index.ts';
import { isSandboxHost } from '../rules/hosts.ts';
import type { Policy } from '../rules/policy.ts';

/** The guide of a page that has one. */
export function guideShown(screen: GuidedScreen, policy: Policy, today: Day, host: string): Shown {
  const onReview = () => void requestPage('review').catch(() => undefined);
  return {
    key: screen.page,
    guide: drawGuide(screen, { policy, today, say, sandbox: isSandboxHost(host), onReview }),
    marks: [],
    place: screen.place,
  };
}

/** What stands below the panel of a record whose roles have been changed since it was opened. */
export function changeShown(
  { rolesAtFirst, record }: UserRecordScreen,
  policy: Policy,
  today: Day,
): Pick<Shown, 'guide'> {
  const context = { policy, today, say };
  const advice = roleAdvice(changeSince(rolesAtFirst, record), context);
  return advice.length > 0 ? { guide: drawAdvice(say('guide_change_title'), advice, context) } : {};
}
