import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { say } from '../../../platform/say.ts';
import { daysBetween, parseDay } from '../../../record/index.ts';
import { unreadLines } from '../../../sheets/index.ts';
import { type Totals, totalsText } from '../../../totals/index.ts';
import { Callout } from '../../../ui/controls.tsx';
import { missingPeople } from '../../model/index.ts';
import { newestDayIn, totalsOf } from '../../model/totals.ts';
import { useDesk } from '../desk-context.ts';
import { earlierReview } from '../reviewing.ts';
import { standingOf } from '../standing.ts';
import { type DeskState, policyOf, unreadRowsOf } from '../state.ts';
import { downloadTotals } from './downloads.ts';

/** An export so much older than the day of the totals is asked about. */
const daysToAskAbout = 31;

/** The day for which the figures hold: of a review file that was opened again the day on which it was saved, else today. */
function dayOfTotals({ files, today }: DeskState): Totals['date'] {
  const hasExports = files.some(
    ({ reading }) => reading.state === 'read' && reading.tables.some(({ kind }) => kind !== 'answers'),
  );
  const saved = earlierReview(files)?.reading.head.saved;
  return hasExports || saved === undefined || saved > today ? today : saved;
}

/** The institution's name: as the policy has it, or the review that was opened, or as the scope of Patron roles in the files. */
function nameOfInstitution(state: DeskState): string {
  if (state.practice) return say('review_totals_practice_name');
  const [scope = ''] = state.reviewed?.scopes.names ?? [];
  const ofReview = earlierReview(state.files)?.reading.head.policy.institution.name;
  return policyOf(state)?.institution.name ?? ofReview ?? scope;
}

/** The figures for a consortium, without a person, shown as they are saved. */
export function TotalsPart() {
  const { desk, state } = useDesk();
  const { reviewed, book } = state;
  const policy = policyOf(state);
  const id = useId();
  const name = useRef<HTMLInputElement>(null);
  const day = useRef<HTMLInputElement>(null);
  const [typedName, setName] = useState<string>();
  const [typedDay, setDay] = useState<string>();
  const [tried, setTried] = useState(false);
  const institution = typedName ?? nameOfInstitution(state);
  const ownDay = dayOfTotals(state);
  const date = parseDay(typedDay ?? ownDay);
  const isDay = date !== undefined && date <= state.today;
  const isNamed = institution.trim() !== '';
  const totals = useMemo(
    () =>
      reviewed?.complete && policy
        ? totalsOf(
            { people: reviewed.people, joined: reviewed.joined, policy, decisions: book.decisions },
            { institution: institution.trim(), date: date ?? ownDay },
          )
        : undefined,
    [reviewed, policy, book.decisions, institution, date, ownDay],
  );
  if (!reviewed || !totals) return null;
  const save = () => {
    setTried(true);
    if (!isNamed) name.current?.focus();
    else if (!isDay) day.current?.focus();
    else downloadTotals(desk, totals);
  };
  const [nameError, dayError] = [tried && !isNamed, !isDay];
  return (
    <section class="card wide" aria-labelledby={`${id}-title`} data-part="totals">
      <h3 id={`${id}-title`}>{say('review_totals')}</h3>
      <p class="hint">{say('review_totals_hint')}</p>
      <div class="totals-fields">
        <div class="field">
          <label class="label" for={`${id}-name`}>
            {say('review_totals_institution')}
          </label>
          <input
            ref={name}
            id={`${id}-name`}
            data-totals="institution"
            autocomplete="off"
            maxLength={200}
            value={institution}
            aria-invalid={nameError ? true : undefined}
            aria-describedby={`${id}-name-hint`}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <p class={nameError ? 'error' : 'hint'} id={`${id}-name-hint`}>
            {say(nameError ? 'review_totals_institution_missing' : 'review_totals_institution_hint')}
          </p>
        </div>
        <div class="field">
          <label class="label" for={`${id}-day`}>
            {say('review_totals_day')}
          </label>
          <input
            ref={day}
            id={`${id}-day`}
            type="date"
            data-totals="date"
            max={state.today}
            value={typedDay ?? ownDay}
            aria-invalid={dayError ? true : undefined}
            aria-describedby={`${id}-day-hint`}
            onInput={(event) => setDay(event.currentTarget.value)}
          />
          <p class={dayError ? 'error' : 'hint'} id={`${id}-day-hint`}>
            {say(dayError ? 'review_totals_day_wrong' : 'review_totals_day_hint')}
          </p>
        </div>
      </div>
      <Doubts totals={totals} />
      <p>{say('review_totals_shown')}</p>
      <pre class="totals-text" data-totals="text">
        {totalsText(totals)}
      </pre>
      <div class="buttons">
        <button type="button" class="primary" data-export="totals" onClick={save}>
          {say('review_totals_save')}
        </button>
        <button type="button" data-action="open-rollup" onClick={() => desk.doors.openRollUp()}>
          {say('review_totals_rollup')}
        </button>
      </div>
    </section>
  );
}

/** What the figures do not say of themselves, and a consortium would have to know. */
function Doubts({ totals: { date } }: { totals: Totals }) {
  const { state } = useDesk();
  const shows = state.reviewed && newestDayIn(state.reviewed.joined);
  const unused = unreadLines(unreadRowsOf(state).filter(({ used, record }) => used === 'no' && !record));
  const missing = state.reviewed ? missingPeople(state.reviewed) : 0;
  const isOld = shows !== undefined && daysBetween(shows, date) > daysToAskAbout;
  const isPart = standingOf(state)?.isPart === true;
  if (!isOld && unused === 0 && !isPart && missing === 0) return null;
  return (
    <Callout tone="warn">
      {isOld && <p data-doubt="old">{say('review_totals_old', { day: shows, date })}</p>}
      {isPart && <p data-doubt="part">{say('review_totals_part')}</p>}
      {missing > 0 && <p data-doubt="missing">{say('review_totals_missing', { count: missing })}</p>}
      {unused > 0 && <p data-doubt="unused">{say('review_totals_unused', { count: unused })}</p>}
    </Callout>
  );
}
