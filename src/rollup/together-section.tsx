import type { PageName } from '../platform/addresses.ts';
import { say } from '../platform/say.ts';
import type { Policy } from '../rules/policy.ts';
import type { RollUp, RollUpTerms } from '../totals/index.ts';
import { Callout } from '../ui/controls.tsx';
import { CountBar } from '../ui/count-bar.tsx';
import { Section } from './section.tsx';
import { openWords, roleListName } from './words.ts';

interface TogetherProps {
  /** `undefined` before there is anything to add up. */
  readonly rollUp: RollUp | undefined;
  readonly policy: Policy;
  readonly terms: RollUpTerms;
  readonly open: (page: PageName, section?: string) => void;
}

/** The second part: what all members come to, under the consortium's own policy. */
export function TogetherSection({ rollUp, policy, terms, open }: TogetherProps) {
  const list = roleListName(terms.roleList);
  return (
    <Section id="together">
      <div class="terms">
        <p>{say('rollup_terms', { policy: policy.name, list })}</p>
        {policy.extraUncountedRoles.length > 0 && <p class="hint">{say('rollup_terms_extra')}</p>}
        {terms.expected.length === 0 && <p class="hint">{say('rollup_terms_no_members')}</p>}
        <p class="buttons">
          <button type="button" data-action="options" onClick={() => open('options')}>
            {say('rollup_terms_change')}
          </button>
        </p>
      </div>
      {rollUp ? <Sums rollUp={rollUp} /> : <p class="hint">{say('rollup_nothing')}</p>}
    </Section>
  );
}

function Sums({ rollUp }: { rollUp: RollUp }) {
  const { sums, missing, memberLimits, standing } = rollUp;
  return (
    <>
      <ul class="figures">
        <Sum name="members" value={sums.members}>
          {missing.length > 0 && say('rollup_sum_members_missing', { count: missing.length })}
        </Sum>
        <Sum name="named-users" value={sums.namedUsers} hint={say('rollup_sum_named_users_hint')}>
          {besideNamed(rollUp)}
        </Sum>
        <Sum name="cannot-tell" value={sums.cannotTell} hint={say('rollup_sum_cannot_tell_hint')} />
        <Sum name="limit" value={sums.limit} hint={limitHint(memberLimits, sums.members)} />
        <Sum
          name="over-limit"
          value={sums.overLimit}
          loud={(sums.overLimit ?? 0) > 0}
          hint={sums.overLimit === undefined ? undefined : say('rollup_sum_over_limit_hint')}
        >
          {besideOverLimit(rollUp)}
        </Sum>
      </ul>
      {standing.verdict !== 'no-limit' && sums.limit !== undefined && (
        <Gauge rollUp={rollUp} limit={sums.limit} standing={standing} />
      )}
      {missing.length > 0 && (
        <Callout tone="warn">
          <p data-missing={missing.length}>{say('rollup_missing', { count: missing.length, names: missing })}</p>
        </Callout>
      )}
    </>
  );
}

/** What keeps the sum from being whole, or of one time. */
function besideNamed({ members, withoutNumber }: RollUp): string {
  const older = members.filter(({ remarks }) => remarks.some(({ key }) => key === 'rollup_remark_older')).length;
  return [
    ...(withoutNumber > 0 ? [say('rollup_without_number', { count: withoutNumber })] : []),
    ...(older > 0 ? [say('rollup_sum_older', { count: older })] : []),
  ].join(' ');
}

/** Why the number over the limit may be higher: without it a small one, or none, would look like good news. */
function besideOverLimit(rollUp: RollUp): string {
  const { sums, missing, withoutNumber } = rollUp;
  if (sums.limit === undefined) return '';
  return [
    ...openWords(rollUp),
    ...(missing.length > 0 || withoutNumber > 0 ? [say('rollup_sum_over_limit_part')] : []),
  ].join(' ');
}

function limitHint({ sum, without }: RollUp['memberLimits'], members: number): string {
  if (without === members) return say('rollup_limit_of_none');
  return say('rollup_limit_of_members', { sum, count: members - without });
}

interface SumProps {
  readonly name: string;
  readonly value: number | undefined;
  readonly hint?: string | undefined;
  readonly loud?: boolean;
  /** What has to be known beside the number. */
  readonly children?: string | false | undefined;
}

function Sum({ name, value, hint, loud, children }: SumProps) {
  const key = `rollup_sum_${name.replaceAll('-', '_')}`;
  const id = `sum-${name}`;
  return (
    <li class="figure" data-loud={loud ? 'yes' : undefined}>
      <span class="figure-name" id={id}>
        {say(key)}
      </span>
      <output data-rollup={name} aria-labelledby={id}>
        {value}
      </output>
      {value === undefined && <span class="hint">{say('rollup_limit_unset')}</span>}
      {children && <strong class="beside-number">{children}</strong>}
      {hint && <span class="hint">{hint}</span>}
    </li>
  );
}

/** How all members together stand against the consortium's limit. */
function Gauge({
  rollUp: { sums },
  limit,
  standing,
}: {
  rollUp: RollUp;
  limit: number;
  standing: { verdict: string; count: number };
}) {
  const { namedUsers, cannotTell } = sums;
  const text = say(`rollup_gauge_${standing.verdict}`, { named: namedUsers, limit, count: standing.count });
  return (
    <figure class="gauge" data-standing={standing.verdict}>
      <figcaption>{text}</figcaption>
      <CountBar
        count={namedUsers}
        open={cannotTell}
        limit={limit}
        most={Math.max(namedUsers + cannotTell, limit) * 1.08}
        standing={standing.verdict}
        text={text}
      />
    </figure>
  );
}
