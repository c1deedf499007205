import { useId } from 'preact/hooks';
import { say } from '../../../platform/say.ts';
import { parseDay } from '../../../record/index.ts';
import type { SheetFacts } from '../../../sheets/types.ts';
import { useDesk } from '../desk-context.ts';
import { type ChosenFile, dayOfSheet } from '../state.ts';

/** The sheets of a workbook: which are read, and which day each shows. Nothing to choose among: nothing is shown. */
export function SheetChoices({ file, sheets }: { file: ChosenFile; sheets: readonly SheetFacts[] }) {
  if (sheets.length === 0) return null;
  const only = sheets.length === 1 ? sheets[0] : undefined;
  if (only && !only.hidden && only.hiddenRows === 0) return null;
  const several = sheets.filter(({ outcome }) => outcome === 'read').length > 1;
  return (
    <fieldset class="field sheets">
      <legend class="label">{say('review_sheets')}</legend>
      {several && <p class="hint">{say('review_sheets_several')}</p>}
      {sheets.map((facts) => (
        <SheetChoice key={facts.sheet} file={file} facts={facts} withDay={several} />
      ))}
    </fieldset>
  );
}

/** What a person should know of a sheet that is not simply read; `undefined` where there is nothing to say. */
function remarkKey({ hidden, outcome }: SheetFacts): string | undefined {
  if (outcome === 'no-list') return 'review_sheet_no_list';
  if (outcome === 'too-many-columns') return 'review_sheet_too_wide';
  if (outcome === 'left-out') return hidden ? 'review_sheet_hidden' : 'review_sheet_left_out';
  return hidden ? 'review_sheet_hidden_read' : undefined;
}

function SheetChoice({ file, facts, withDay }: { file: ChosenFile; facts: SheetFacts; withDay: boolean }) {
  const { desk } = useDesk();
  const id = useId();
  const { sheet, hiddenRows, hiddenRowsRead, outcome } = facts;
  const remark = remarkKey(facts);
  return (
    <div class="sheet" data-sheet={sheet} data-outcome={outcome}>
      <div class="choice">
        <input
          id={id}
          type="checkbox"
          checked={file.said.sheets?.[sheet]?.read ?? !facts.hidden}
          aria-describedby={remark && `${id}-remark`}
          onChange={({ currentTarget }) => desk.chooseSheet(file.key, sheet, { read: currentTarget.checked })}
        />
        <label for={id}>{say('review_sheet_read', { sheet })}</label>
      </div>
      {remark && (
        <p class="hint" id={`${id}-remark`}>
          {say(remark)}
        </p>
      )}
      {hiddenRows > 0 && (
        <div class="choice">
          <input
            id={`${id}-rows`}
            type="checkbox"
            data-action="hidden-rows"
            checked={file.said.sheets?.[sheet]?.hiddenRows ?? false}
            onChange={({ currentTarget }) => desk.chooseSheet(file.key, sheet, { hiddenRows: currentTarget.checked })}
          />
          <label for={`${id}-rows`}>
            {say(hiddenRowsRead ? 'review_sheet_hidden_rows_read' : 'review_sheet_hidden_rows', {
              count: hiddenRows,
              sheet,
            })}
          </label>
        </div>
      )}
      {withDay && outcome === 'read' && <SheetDay file={file} sheet={sheet} />}
    </div>
  );
}

function SheetDay({ file, sheet }: { file: ChosenFile; sheet: string }) {
  const { desk, state } = useDesk();
  const id = useId();
  const day = dayOfSheet(file, sheet);
  const take = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    const given = parseDay(currentTarget.value);
    if (given && given <= state.today) desk.setSheetDay(file.key, sheet, given);
    else currentTarget.value = day;
  };
  return (
    <div class="as-of">
      <label for={id}>{say('review_sheet_day', { sheet })}</label>
      <input id={id} class="short" type="date" value={day} max={state.today} onChange={take} />
    </div>
  );
}
