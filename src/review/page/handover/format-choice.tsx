import { useId } from 'preact/hooks';
import { say } from '../../../platform/say.ts';
import type { FileFormat } from '../../model/index.ts';

/** Workbook or CSV. */
export function FormatChoice({ value, onChoose }: { value: FileFormat; onChoose: (format: FileFormat) => void }) {
  const id = useId();
  return (
    <fieldset class="field choices row">
      <legend class="label">{say('review_format')}</legend>
      {(['xlsx', 'csv'] as const).map((format) => (
        <div class="choice" key={format}>
          <input
            type="radio"
            id={`${id}-${format}`}
            name={id}
            data-format={format}
            checked={value === format}
            onChange={() => onChoose(format)}
          />
          <label for={`${id}-${format}`}>{say(`review_format_${format}`)}</label>
        </div>
      ))}
    </fieldset>
  );
}
