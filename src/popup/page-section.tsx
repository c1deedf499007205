import { unreadGroups } from '../guidance/present.ts';
import { ruleTitle, systemWords } from '../guidance/words.ts';
import type { PageDescription } from '../platform/messages.ts';
import { isSandboxHost } from '../rules/hosts.ts';
import type { Severity } from '../rules/policy.ts';
import type { InForce } from '../settings/index.ts';
import type { Say } from '../texts/index.ts';
import { Icon } from './icon.tsx';
import { PageCheck, SwitchedOff, type Teach } from './page-check.tsx';
import { type PageAnswer, Section, type Shared } from './section.tsx';
import { ListSwitchedOff, SignsCheck } from './signs-check.tsx';
import { type NameRole, UnknownRoles } from './unknown-roles.tsx';

/** What the page in front shows, and what of it could not be read. */
export function PageSection(
  props: {
    page: PageAnswer;
    inForce: InForce | undefined;
    teach: Teach;
    nameRole: NameRole;
    allow: () => void;
  } & Shared,
) {
  const { page, say, open } = props;
  return (
    <Section id="this-page" title={say('popup_page_title')}>
      <div role="status">
        {page === undefined && <p class="hint">{say('popup_page_asking')}</p>}
        {typeof page === 'string' && <p data-no-answer={page}>{say(`popup_page_${page}`)}</p>}
        {typeof page === 'object' && page.screen !== 'user-record' && <p>{say(`popup_page_${keyOf(page.screen)}`)}</p>}
        {typeof page === 'object' && page.screen === 'user-record' && <Record {...props} page={page} />}
      </div>
      {page === 'withheld' && (
        <p class="actions">
          <button type="button" onClick={props.allow}>
            {say('popup_allow')}
          </button>
        </p>
      )}
      {typeof page === 'object' && page.translated && (
        <p class="callout" data-tone="warn" data-translated>
          {say('popup_page_translated')}
        </p>
      )}
      {typeof page === 'object' && <ListSwitchedOff page={page} say={say} />}
      {typeof page === 'object' && <SignsCheck page={page} say={say} />}
      {typeof page === 'object' && <p class="hint">{systemWords(isSandboxHost(page.host), say)}</p>}
      {typeof page === 'object' && page.tab !== undefined && (
        <>
          <p class="hint">{say('popup_report_about')}</p>
          <p class="actions">
            <button type="button" onClick={() => open('report', String(page.tab))}>
              {say('popup_report')}
            </button>
          </p>
        </>
      )}
    </Section>
  );
}

const keyOf = (screen: PageDescription['screen']): string => screen.replaceAll('-', '_');

interface RecordProps extends Pick<Shared, 'say' | 'open'> {
  readonly page: PageDescription;
  readonly inForce: InForce | undefined;
  readonly teach: Teach;
  readonly nameRole: NameRole;
}

function Record({ page, inForce, teach, nameRole, say, open }: RecordProps) {
  return (
    <>
      {page.namedUser && (
        <p class="line" data-named-user={page.namedUser.answer}>
          <Icon name={page.namedUser.answer} />
          <span>{say(`popup_answer_${page.namedUser.answer.replaceAll('-', '_')}`)}</span>
        </p>
      )}
      <Findings findings={page.findings.filter(({ severity }) => severity !== 'fact')} say={say} />
      {page.gaveUp && (
        <p class="callout" data-tone="warn">
          {say('popup_page_gave_up')}
        </p>
      )}
      <Unread page={page} say={say} />
      <SwitchedOff page={page} say={say} />
      <PageCheck page={page} inForce={inForce} teach={teach} say={say} open={open} />
      <UnknownRoles page={page} inForce={inForce} nameRole={nameRole} say={say} open={open} />
    </>
  );
}

const levelOf = (severity: Severity) => (severity === 'fact' ? 'note' : severity);

function Findings({ findings, say }: { findings: PageDescription['findings']; say: Say }) {
  if (findings.length === 0) return <p>{say('popup_page_nothing_found')}</p>;
  return (
    <ul class="findings">
      {findings.map(({ rule, severity }) => (
        <li class="line" key={rule} data-rule={rule} data-severity={severity}>
          <Icon name={levelOf(severity)} />
          <span class="word">{say(`guidance_severity_${severity}`)}</span>
          <span>{ruleTitle(rule, say)}</span>
        </li>
      ))}
    </ul>
  );
}

function Unread({ page, say }: { page: PageDescription; say: Say }) {
  if (page.unread.length === 0) return <p>{say('popup_page_all_read')}</p>;
  return (
    <>
      <h3>{say('popup_unread_title')}</h3>
      {unreadGroups(page.unread, say).map(({ why, fields }) => (
        <div key={why}>
          <ul class="chips">
            {fields.map(({ field, label }) => (
              <li key={field} data-unread={field}>
                {label}
              </li>
            ))}
          </ul>
          <p class="hint">{why}</p>
        </div>
      ))}
    </>
  );
}
