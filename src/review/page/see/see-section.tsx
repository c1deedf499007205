import { say } from '../../../platform/say.ts';
import { Callout } from '../../../ui/controls.tsx';
import { useDesk } from '../desk-context.ts';
import { policyOf } from '../state.ts';
import { Authorities } from './authorities.tsx';
import { Comparing } from './comparing.tsx';
import { Course } from './course.tsx';
import { Figures } from './figures.tsx';
import { Gauge } from './gauge.tsx';
import { ReconciliationPart } from './reconciliation.tsx';
import { RoleNames } from './role-names.tsx';
import { Wholeness } from './wholeness.tsx';

/** The second step: what the files say, in figures that open the lists behind them. */
export function SeeSection() {
  const { state } = useDesk();
  const { reviewed, judging, judgingFailed } = state;
  const policy = policyOf(state);
  if (!reviewed || !policy) return null;
  return (
    <>
      <p class="intro">{say('about_limit')}</p>
      <Judging judging={judging} failed={judgingFailed} />
      {reviewed.complete && (
        <>
          <p class="hint">{say('review_under_policy', { policy: policy.name })}</p>
          <MissingKinds />
          <Wholeness />
          <RoleNames />
          <Figures />
          <div class="beside">
            <Gauge />
            <Course />
          </div>
          <Authorities />
          <Comparing />
          <ReconciliationPart />
        </>
      )}
    </>
  );
}

function Judging({ judging, failed }: { judging: { done: number; all: number } | undefined; failed: boolean }) {
  if (failed) {
    return (
      <Callout tone="stop" alert>
        {say('review_judging_failed')}
      </Callout>
    );
  }
  if (!judging) return null;
  return (
    <p class="reading">
      <progress value={judging.done} max={judging.all || 1} aria-label={say('review_judging')} />
      <span class="hint">{say('review_judging')}</span>
    </p>
  );
}

/** Says which kind of export is still missing, and what cannot be told without it. */
function MissingKinds() {
  const { files = [] } = useDesk().state.reviewed?.joined ?? {};
  const has = (kind: string) => files.some((file) => file.kind === kind);
  const missing = [
    ...(has('staff-login-report') ? [] : ['review_missing_report']),
    ...(has('analytics-roles') || has('user-records') ? [] : ['review_missing_roles']),
  ];
  if (missing.length === 0) return null;
  return (
    <Callout tone="warn">
      {missing.map((key) => (
        <p key={key}>{say(key)}</p>
      ))}
    </Callout>
  );
}
