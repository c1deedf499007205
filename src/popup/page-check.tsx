import { useState } from 'preact/hooks';
import { fieldLabel } from '../guidance/present.ts';
import { ruleTitle } from '../guidance/words.ts';
import type { AnchorDescription, PageDescription } from '../platform/messages.ts';
import { type InForce, isLocked } from '../settings/index.ts';
import type { Say } from '../texts/index.ts';
import { Fold, type Shared } from './section.tsx';

/** Lets a person point at a field on the page in front; gives whether the page could be asked. */
export type Teach = (field: string) => Promise<boolean>;

interface Props extends Pick<Shared, 'say' | 'open'> {
  readonly page: PageDescription;
  readonly inForce: InForce | undefined;
  readonly teach: Teach;
}

/** Which fields the reader found on the page, by what, how sure that is, what is silent for want of the others, and how to show them to it. */
export function PageCheck({ page, inForce, teach, say, open }: Props) {
  const { anchors, undecided } = page;
  const [failed, setFailed] = useState(false);
  if (anchors.length === 0) return null;
  const locked = inForce === undefined || isLocked(inForce.lockedKeys, 'taughtLocators');
  const show = async (field: string) => setFailed(!(await teach(field)));
  const isMissing = anchors.some(({ found }) => !found);
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
          {anchors.map((anchor) => (
            <Row key={anchor.field} anchor={anchor} say={say} show={locked ? undefined : show} />
          ))}
        </tbody>
      </table>
      {isMissing && <p class="hint">{say(locked ? 'popup_teach_locked' : 'popup_teach_about')}</p>}
      <p role="status">{failed && say('popup_teach_failed')}</p>
      <Lost anchors={anchors} say={say} open={open} />
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

/** The roles as a whole are shown by one column of theirs: that of the names. */
const shownFor = (field: string): string => (field === 'roles' ? 'role.name' : field);

function Row(props: { anchor: AnchorDescription; say: Say; show: ((field: string) => void) | undefined }) {
  const { anchor, say, show } = props;
  const { field, found, by, sure } = anchor;
  const label = fieldLabel(field, say);
  return (
    <tr data-anchor={field} data-found={String(found)}>
      <th scope="row">{label}</th>
      <td>
        {found && by ? say(`popup_found_by_${by.replaceAll('-', '_')}`) : say('popup_not_found')}
        {found && /^(expiry|purge)Date$/.test(field) && <p class="hint">{orderIn(anchor, say)}</p>}
      </td>
      <td>
        {found && say(`popup_sure_${sure}`)}
        {!found && show && (
          <button
            type="button"
            class="plain"
            data-teach={shownFor(field)}
            aria-label={say('popup_teach_named', { field: label })}
            onClick={() => show(shownFor(field))}
          >
            {say('popup_teach')}
          </button>
        )}
      </td>
    </tr>
  );
}

/** In which order the days of a field are read, and what tells it. */
function orderIn({ days = [] }: AnchorDescription, say: Say): string {
  const [order, ...told] = days;
  if (order === undefined) return say('popup_days_untold');
  return say(`popup_days_${order}`, {
    signs: told.map((sign) => (sign === 'setting' ? say('popup_days_setting') : sign)),
  });
}

/** Places that somebody has shown and that are not on this page: told, and nothing guessed in their stead. */
function Lost({ anchors, say, open }: { anchors: readonly AnchorDescription[] } & Pick<Shared, 'say' | 'open'>) {
  const lost = anchors.filter(({ found, by }) => !found && by === 'taught').map(({ field }) => fieldLabel(field, say));
  if (lost.length === 0) return null;
  return (
    <div class="callout" data-tone="warn" data-lost>
      <p>{say('popup_lost', { fields: lost, count: lost.length })}</p>
      <p class="actions">
        <button type="button" onClick={() => open('options', 'pages')}>
          {say('popup_lost_review')}
        </button>
      </p>
    </div>
  );
}

/** What has switched itself off on this page for want of something it needs; each is told once, here. */
export function SwitchedOff({ page, say }: { page: PageDescription; say: Say }) {
  const misses = (field: string) => page.anchors.some((anchor) => anchor.field === field && !anchor.found);
  const off = [
    ...(page.noPlace ? ['place' as const] : []),
    ...(misses('roles') ? ['roles' as const] : []),
    ...(misses('primaryId') && misses('name') ? ['identity' as const] : []),
  ];
  if (off.length === 0) return null;
  return (
    <>
      <h3>{say('popup_off_title')}</h3>
      <ul class="plain">
        {off.map((feature) => (
          <li key={feature} data-off={feature}>
            {say(`popup_off_${feature}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
