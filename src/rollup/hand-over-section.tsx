import { say } from '../platform/say.ts';
import type { RollUp, RollUpTerms } from '../totals/index.ts';
import type { RollUpDoors } from './page.tsx';
import { Section } from './section.tsx';
import { type TableFormat, tableFile, tableRows } from './table-file.ts';

interface HandOverProps {
  readonly rollUp: RollUp;
  readonly terms: RollUpTerms;
  readonly doors: RollUpDoors;
  readonly practice: boolean;
}

/** The last part: the table as a file, and on paper. */
export function HandOverSection({ rollUp, terms, doors, practice }: HandOverProps) {
  const save = (format: TableFormat) => {
    const name = practice ? 'practice-consortium' : 'alma-named-users-consortium';
    doors.download(`${name}-${terms.today}.${format}`, tableFile(tableRows(rollUp, terms.roleList), format));
  };
  return (
    <Section id="handover">
      <p class="hint">{say('rollup_handover_hint')}</p>
      <p class="buttons">
        <button type="button" class="primary" data-export="rollup-xlsx" onClick={() => save('xlsx')}>
          {say('rollup_save_xlsx')}
        </button>
        <button type="button" data-export="rollup-csv" onClick={() => save('csv')}>
          {say('rollup_save_csv')}
        </button>
        <button type="button" data-action="print" onClick={() => print()}>
          {say('rollup_print')}
        </button>
      </p>
    </Section>
  );
}
