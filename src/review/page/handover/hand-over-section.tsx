import { useMemo, useState } from 'preact/hooks';
import { say } from '../../../platform/say.ts';
import { Callout } from '../../../ui/controls.tsx';
import { type FileFormat, handOver, namedUsersAfter, type SetKind, setKinds } from '../../model/index.ts';
import { useDesk } from '../desk-context.ts';
import { decisionWord } from '../people/words.ts';
import { ShowPeople } from '../see/show-people.tsx';
import { policyOf } from '../state.ts';
import { downloadByHand, downloadSet, saveReview } from './downloads.ts';
import { FormatChoice } from './format-choice.tsx';
import { LeftOut, SpoiledBySpreadsheets, StillRisky } from './hand-over-notices.tsx';
import { LastReview } from './last-review.tsx';
import { saveRecord } from './record-file.tsx';
import { TotalsPart } from './totals-part.tsx';

/** What is to be done in Alma with each set, one sentence a step. */
const almaSteps: Readonly<Record<SetKind, readonly string[]>> = {
  deactivate: ['set', 'deactivate_job', 'deactivate_patron', 'check'],
  'remove-roles': ['set', 'roles_job', 'roles_patron', 'check'],
  purge: ['policy', 'set', 'purge_job', 'check'],
};

/** The fourth step: set files for Alma with what to click there, the list of what has to be done by hand, and the record. */
export function HandOverSection() {
  const { desk, state } = useDesk();
  const { reviewed, book } = state;
  const policy = policyOf(state);
  const [format, setFormat] = useState<FileFormat>('xlsx');
  const handed = useMemo(
    () => reviewed?.complete && policy && handOver(reviewed.people, book.decisions, policy, format, reviewed.scopes),
    [reviewed, book.decisions, policy?.roleList, format],
  );
  if (!reviewed || !policy || !handed) return <p class="hint">{say('review_later_handover')}</p>;
  const asked = [...book.decisions.values()].filter(({ kind }) => kind === 'ask').length;
  return (
    <>
      <p class="intro">{say('review_handover_intro')}</p>
      <p class="hint">{say('about_bulk_updates')}</p>
      {asked > 0 && <Callout tone="warn">{say('review_still_asked', { count: asked })}</Callout>}
      <LeftOut handed={handed} />
      <FormatChoice value={format} onChoose={setFormat} />
      {format === 'csv' && <SpoiledBySpreadsheets handed={handed} />}
      <div class="cards">
        {setKinds.map((kind) => (
          <SetCard key={kind} kind={kind} identifiers={handed.sets[kind]} people={handed.keys[kind]} format={format} />
        ))}
        <section class="card" aria-labelledby="by-hand-title">
          <h3 id="by-hand-title">{say('review_by_hand')}</h3>
          <p class="count" data-count="by-hand">
            {say('review_set_people', { count: handed.byHand.length })}
          </p>
          <p class="hint">{say('review_by_hand_hint')}</p>
          <div class="buttons">
            <button
              type="button"
              class="primary"
              data-export="by-hand"
              disabled={handed.byHand.length === 0}
              onClick={() => downloadByHand(desk, handed, format)}
            >
              {say('review_download_by_hand')}
            </button>
            {handed.byHand.length > 0 && (
              <ShowPeople
                count={handed.byHand.length}
                keys={() => handed.byHand.map(({ key }) => key)}
                title={say('review_by_hand')}
              />
            )}
          </div>
        </section>
      </div>
      <section class="card wide" aria-labelledby="record-title">
        <h3 id="record-title">{say('review_record')}</h3>
        <p>
          {say('review_record_sum', {
            after: namedUsersAfter(reviewed.people, book.decisions),
            count: book.decisions.size,
          })}
        </p>
        <p class="hint">{say('review_record_hint')}</p>
        <div class="buttons">
          <button type="button" class="primary" data-export="review" onClick={() => void saveReview(desk)}>
            {say('review_save_file')}
          </button>
          <button type="button" data-export="record" onClick={() => saveRecord(desk)}>
            {say('review_record_save')}
          </button>
          <button type="button" data-action="print" onClick={() => print()}>
            {say('review_record_print')}
          </button>
        </div>
        <LastReview />
      </section>
      <TotalsPart />
    </>
  );
}

interface SetCardProps {
  readonly kind: SetKind;
  readonly identifiers: readonly string[];
  /** The keys of the people in the set. */
  readonly people: readonly string[];
  readonly format: FileFormat;
}

function SetCard({ kind, identifiers, people, format }: SetCardProps) {
  const { desk } = useDesk();
  const id = `set-${kind}-title`;
  const title = say(`review_set_${kind.replace('-', '_')}`);
  return (
    <section class="card" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p class="count" data-count={`set:${kind}`}>
        {say('review_set_people', { count: identifiers.length })}
      </p>
      <div class="buttons">
        <button
          type="button"
          class="primary"
          data-export={`set:${kind}`}
          disabled={identifiers.length === 0}
          onClick={() => downloadSet(desk, kind, identifiers, format)}
        >
          {say('review_download_set', { decision: decisionWord(kind) })}
        </button>
        {people.length > 0 && <ShowPeople count={people.length} keys={() => people} title={title} />}
      </div>
      {kind === 'purge' && <StillRisky people={people} />}
      <details>
        <summary>{say('review_alma_steps')}</summary>
        <ol>
          {almaSteps[kind].map((step) => (
            <li key={step}>{say(`review_alma_${step}`)}</li>
          ))}
        </ol>
        {kind === 'purge' && (
          <>
            <p class="hint">{say('about_delete_user_policy')}</p>
            <p class="hint">{say('about_purge_ways')}</p>
          </>
        )}
      </details>
    </section>
  );
}
