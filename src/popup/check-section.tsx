import { useId, useState } from 'preact/hooks';
import { fieldLabel } from '../guidance/present.ts';
import { ruleTitle } from '../guidance/words.ts';
import { type FieldName, recordOf } from '../record/index.ts';
import { othersIn } from '../rules/account.ts';
import { isProtected, judge } from '../rules/judge.ts';
import type { Verdict } from '../rules/judgement.ts';
import { startsWithOneOf } from '../rules/match.ts';
import type { Policy } from '../rules/policy.ts';
import type { Say } from '../texts/index.ts';
import { Icon } from './icon.tsx';
import { Section, type Shared } from './section.tsx';

/** What an identifier is looked through for: these rules need nothing else, or say something about accounts that nobody may touch. */
const hasIdentifierMatter = (verdict: Verdict): boolean => verdict.outcome === 'found' && verdict.severity !== 'fact';

/** Type a primary identifier, and get what is known of it from the identifier alone. Nothing typed is kept. */
export function CheckSection({ policy, say, today }: { policy: Policy } & Shared) {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const id = useId();
  const ask = (event: Event) => {
    event.preventDefault();
    setAsked(typed.trim());
  };
  return (
    <Section id="check" title={say('popup_check_title')}>
      <form class="check" onSubmit={ask}>
        <label for={id}>{say('popup_check_label')}</label>
        <div class="together">
          <input
            id={id}
            type="text"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
          />
          <button type="submit">{say('popup_check_button')}</button>
        </div>
      </form>
      <div role="status">{asked && <Result identifier={asked} policy={policy} today={today} say={say} />}</div>
    </Section>
  );
}

interface ResultProps {
  readonly identifier: string;
  readonly policy: Policy;
  readonly today: string;
  readonly say: Say;
}

function Result({ identifier, policy, today, say }: ResultProps) {
  const record = recordOf({ primaryId: identifier });
  const judgement = judge(record, policy, today, say);
  const protection = isProtected(record, policy);
  const found = judgement.verdicts.filter(hasIdentifierMatter);
  const open = missingFor(judgement.verdicts);
  return (
    <div class="result" data-protected={protection}>
      <p class="line strong" data-severity={protection === 'yes' ? 'stop' : 'note'}>
        <Icon name={protection === 'yes' ? 'stop' : protection === 'no' ? 'fine' : 'unsure'} />
        <span>{say(`popup_check_${protection.replaceAll('-', '_')}`, { identifier })}</span>
      </p>
      {protection === 'cannot-tell' && (
        <p>{say('popup_check_open', { fields: open.map((field) => fieldLabel(field, say)) })}</p>
      )}
      {found.map((verdict) => (
        <div key={verdict.rule} data-rule={verdict.rule} data-severity={verdict.severity}>
          <h3>{ruleTitle(verdict.rule, say)}</h3>
          {verdict.findings.map(({ message }) => (
            <p key={message}>{message}</p>
          ))}
        </div>
      ))}
      <p class="hint">{prefixWords(identifier, policy, say)}</p>
    </div>
  );
}

/** The fields without which the rules about accounts that nobody may touch stay undecided. */
function missingFor(verdicts: readonly Verdict[]): FieldName[] {
  const undecided = verdicts.filter(({ rule, outcome }) => outcome === 'cannot-tell' && protecting.has(rule));
  return [...new Set(undecided.flatMap(({ missing }) => missing))];
}

/** The rules that make an account protected (the first six of the catalogue). */
const protecting: ReadonlySet<string> = new Set([
  'ex-libris-account',
  'rialto-account',
  'leganto-guest-account',
  'consortium-account',
  'alma-administrator-account',
  'pickup-location-account',
]);

function prefixWords(identifier: string, policy: Policy, say: Say): string {
  const { prefixes } = policy.institution;
  if (startsWithOneOf(identifier, prefixes)) return say('popup_check_prefix_own');
  const other = othersIn(policy).find((institution) => startsWithOneOf(identifier, institution.prefixes));
  if (other) return say('popup_check_prefix_other', { name: other.name });
  return say(prefixes.length === 0 ? 'popup_check_prefix_unset' : 'popup_check_prefix_none');
}
