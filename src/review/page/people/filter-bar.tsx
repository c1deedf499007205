import { useId } from 'preact/hooks';
import { say } from '../../../platform/say.ts';
import { useDesk } from '../desk-context.ts';
import { type ColumnId, columnIds } from './columns.ts';
import { decisionChoices, type Filter, noFilter, sources } from './filter.ts';
import type { PeopleIndex } from './people-index.ts';
import { decisionWord, ruleTitle } from './words.ts';

const part = (code: string) => code.replaceAll('-', '_');
const answers = ['counts', 'does-not-count', 'cannot-tell'] as const;

interface FilterBarProps {
  readonly index: PeopleIndex;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly shown: ReadonlySet<ColumnId>;
  readonly onShow: (shown: ReadonlySet<ColumnId>) => void;
  readonly count: number | undefined;
}

/** Search, filters, and the columns to show. */
export function FilterBar({ index, filter, onFilter, shown, onShow, count }: FilterBarProps) {
  const { narrowing, narrow, state } = useDesk();
  const id = useId();
  const set = (change: Partial<Filter>) => onFilter({ ...filter, ...change });
  const active = Object.entries(filter).filter(([, value]) => value !== '').length;
  const all = state.reviewed?.people.length ?? 0;
  return (
    <div class="filters">
      {narrowing && (
        <p class="narrowing">
          {say('review_narrowed', { title: narrowing.title })}{' '}
          <button type="button" class="plain" data-action="show-all" onClick={() => narrow(undefined)}>
            {say('review_show_all')}
          </button>
        </p>
      )}
      <div class="filter-line">
        <div class="field search">
          <label class="label" for={id}>
            {say('review_search')}
          </label>
          <input
            id={id}
            type="search"
            data-filter="search"
            autocomplete="off"
            spellcheck={false}
            value={filter.search}
            onInput={(event) => set({ search: event.currentTarget.value })}
          />
        </div>
        <Choice
          name="answer"
          value={filter.answer}
          onChoose={(answer) => set({ answer })}
          options={answers}
          word={(value) => say(`review_answer_${part(value)}`)}
        />
        <Choice
          name="decision"
          value={filter.decision}
          onChoose={(decision) => set({ decision })}
          options={decisionChoices}
          word={(value) =>
            value === 'none' || value === 'suggested' ? say(`review_filter_${value}`) : decisionWord(value)
          }
        />
        <Choice
          name="rule"
          value={filter.rule}
          onChoose={(rule) => set({ rule })}
          options={index.rules}
          word={ruleTitle}
        />
      </div>
      <details class="more-filters">
        <summary>{say('review_more_filters')}</summary>
        <div class="filter-line">
          <Choice
            name="group"
            value={filter.group}
            onChoose={(group) => set({ group })}
            options={index.groups}
            word={(value) => value}
          />
          <Choice
            name="job_category"
            value={filter.jobCategory}
            onChoose={(jobCategory) => set({ jobCategory })}
            options={index.jobCategories}
            word={(value) => value}
          />
          <Choice
            name="role"
            value={filter.role}
            onChoose={(role) => set({ role })}
            options={index.roles}
            word={(value) => value}
          />
          <Choice
            name="source"
            value={filter.source}
            onChoose={(source) => set({ source })}
            options={sources}
            word={(value) => say(`review_source_${part(value)}`)}
          />
        </div>
        <Columns shown={shown} onShow={onShow} />
      </details>
      <p class="filter-count">
        <span role="status">{count === undefined ? '' : say('review_listed', { count, all })}</span>
        {active > 0 && (
          <button type="button" class="plain" data-action="clear-filters" onClick={() => onFilter(noFilter)}>
            {say('review_clear_filters')}
          </button>
        )}
      </p>
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly value: T | '';
  readonly options: readonly T[];
  readonly word: (value: T) => string;
  readonly onChoose: (value: T | '') => void;
}

function Choice<T extends string>({ name, value, options, word, onChoose }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div class="field">
      <label class="label" for={id}>
        {say(`review_filter_by_${name}`)}
      </label>
      <select
        id={id}
        data-filter={name}
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value as T | '')}
      >
        <option value="">{say('review_filter_any')}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {word(option)}
          </option>
        ))}
      </select>
    </div>
  );
}

function Columns({ shown, onShow }: Pick<FilterBarProps, 'shown' | 'onShow'>) {
  const id = useId();
  const toggle = (column: ColumnId) => {
    const next = new Set(shown);
    if (!next.delete(column)) next.add(column);
    onShow(next);
  };
  return (
    <fieldset class="field choices row columns-choice">
      <legend class="label">{say('review_columns')}</legend>
      {columnIds
        .filter((column) => column !== 'select' && column !== 'person')
        .map((column) => (
          <div class="choice" key={column}>
            <input type="checkbox" id={`${id}-${column}`} checked={shown.has(column)} onChange={() => toggle(column)} />
            <label for={`${id}-${column}`}>{say(`review_col_${part(column)}`)}</label>
          </div>
        ))}
    </fieldset>
  );
}
