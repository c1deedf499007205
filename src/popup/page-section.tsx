import { fieldLabel, unreadGroups } from '../guidance/present.ts';
import { ruleTitle } from '../guidance/words.ts';
import type { AnchorDescription, PageDescription } from '../platform/messages.ts';
import type { Severity } from '../rules/policy.ts';
import type { Say } from '../texts/index.ts';
import { Icon } from './icon.tsx';
import { Fold, type PageAnswer, Section, type Shared } from './section.tsx';

/** What the page in front shows, and what of it could not be read. */
export function PageSection({ page, say, open }: { page: PageAnswer } & Shared) {
  return (
    <Section id="this-page" title={say('popup_page_title')}>
      <div role="status">
        {page === undefined && <p class="hint">{say('popup_page_asking')}</p>}
        {page === 'none' && <p>{say('popup_page_no_alma')}</p>}
        {typeof page === 'object' && page.screen !== 'user-record' && <p>{say(`popup_page_${keyOf(page.screen)}`)}</p>}
        {typeof page === 'object' && page.screen === 'user-record' && <Record page={page} say={say} open={open} />}
      </div>
    </Section>
  );
}

const keyOf = (screen: PageDescription['screen']): string => screen.replaceAll('-', '_');

function Record({ page, say }: { page: PageDescription; say: Say; open: Shared['open'] }) {
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
      <PageCheck anchors={page.anchors} undecided={page.undecided} say={say} />
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

/** Which fields the reader found on the page, by what, how sure that is, and which rules are silent for want of the others. */
function PageCheck(props: { anchors: readonly AnchorDescription[]; undecided: readonly string[]; say: Say }) {
  const { anchors, undecided, say } = props;
  if (anchors.length === 0) return null;
  return (
    <Fold title={say('popup_check_page_title')}>
      <p class="hint">{say('popup_check_page_about')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('popup_check_page_field')}</th>
            <th scope="col">{say('popup_check_page_found')}</th>
            <th scope="col">{say('popup_check_page_sure')}</th>
          </tr>
        </thead>
        <tbody>
          {anchors.map(({ field, found, by, sure }) => (
            <tr key={field} data-anchor={field} data-found={String(found)}>
              <th scope="row">{fieldLabel(field, say)}</th>
              <td>{found && by ? say(`popup_found_by_${by.replaceAll('-', '_')}`) : say('popup_not_found')}</td>
              <td>{found ? say(`popup_sure_${sure}`) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {undecided.length > 0 && (
        <>
          <h3>{say('guidance_undecided_title', { count: undecided.length })}</h3>
          <ul class="plain">
            {undecided.map((rule) => (
              <li key={rule}>{ruleTitle(rule, say)}</li>
            ))}
          </ul>
        </>
      )}
    </Fold>
  );
}
