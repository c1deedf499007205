import { useMemo } from 'preact/hooks';
import { say } from '../../../platform/say.ts';
import { spreadsheetChanges } from '../../../sheets/index.ts';
import { Callout } from '../../../ui/controls.tsx';
import { type HandOver, purgeRisks, setKinds } from '../../model/index.ts';
import { useDesk } from '../desk-context.ts';
import { ShowPeople } from '../see/show-people.tsx';
import { policyOf } from '../state.ts';

/** How many identifiers a warning names. */
const NAMED = 5;

/** Decisions that lead to no file: they would be missed in Alma without a word. */
export function LeftOut({ handed: { leftOut } }: { handed: HandOver }) {
  const { protected: protectedPeople, inNoFile } = leftOut;
  return (
    <>
      {protectedPeople.length > 0 && (
        <Callout tone="warn">
          <p data-left-out="protected">{say('review_left_out_protected', { count: protectedPeople.length })}</p>
          <p class="buttons">
            <ShowPeople
              count={protectedPeople.length}
              keys={() => protectedPeople}
              title={say('review_left_out_protected_people')}
            />
          </p>
        </Callout>
      )}
      {inNoFile.length > 0 && (
        <Callout tone="warn">
          <p data-left-out="in-no-file">
            {say('review_left_out_in_no_file', { count: inNoFile.length, identifiers: inNoFile.slice(0, NAMED) })}
          </p>
        </Callout>
      )}
    </>
  );
}

/** Beside CSV: a spreadsheet that opens the file and saves it makes other identifiers of these, and Alma would look for other people. */
export function SpoiledBySpreadsheets({ handed: { sets } }: { handed: HandOver }) {
  const spoiled = useMemo(() => setKinds.flatMap((kind) => sets[kind].filter(spreadsheetChanges)), [sets]);
  if (spoiled.length === 0) return null;
  return (
    <Callout tone="warn">
      <p data-spoiled={spoiled.length}>
        {say('review_csv_spoiled', { count: spoiled.length, identifiers: spoiled.slice(0, NAMED) })}
      </p>
    </Callout>
  );
}

/** Those in the purge set of whom not all is known to be harmless: decided on with open eyes, or before another file was read. */
export function StillRisky({ people }: { people: readonly string[] }) {
  const { state } = useDesk();
  const { reviewed, today } = state;
  const policy = policyOf(state);
  const risky = useMemo(
    () =>
      people.filter((key) => {
        const person = reviewed?.byKey.get(key);
        return person !== undefined && policy !== undefined && purgeRisks(person, { policy, today }).length > 0;
      }),
    [people, reviewed, policy, today],
  );
  if (risky.length === 0) return null;
  return (
    <Callout tone="warn">
      <p data-risky={risky.length}>{say('review_purge_risky', { count: risky.length })}</p>
      <p class="buttons">
        <ShowPeople
          count={risky.length}
          keys={() => risky}
          title={say('review_purge_risky_people')}
          action="risky-purges"
        />
      </p>
    </Callout>
  );
}
