import { useMemo, useRef, useState } from 'preact/hooks';
import { say } from '../../../platform/say.ts';
import { useNarrowWindow } from '../../../ui/use-narrow-window.ts';
import type { DecisionKind } from '../../model/index.ts';
import { useDesk } from '../desk-context.ts';
import {
  besidePanelColumns,
  type ColumnId,
  columnIds,
  firstSort,
  narrowColumns,
  type Sort,
  usualColumns,
} from '../people/columns.ts';
import { type Filter, noFilter } from '../people/filter.ts';
import { FilterBar } from '../people/filter-bar.tsx';
import { PeopleGrid } from '../people/people-grid.tsx';
import { PersonPanel } from '../people/person-panel.tsx';
import { useIndex, useListed } from '../people/use-people.ts';
import { AskPart } from './ask-part.tsx';
import { DecideBar } from './decide-bar.tsx';
import { DecisionDialog } from './decision-dialog.tsx';
import { KeepingPart } from './keeping-part.tsx';
import { useDeciding } from './use-deciding.ts';

/** The letters that decide for the row with the focus. */
const letters: Readonly<Record<string, DecisionKind>> = {
  k: 'keep',
  r: 'remove-roles',
  d: 'deactivate',
  p: 'purge',
  a: 'ask',
};

const nobody: ReadonlySet<string> = new Set();

/** The third step: the people, and what becomes of each. */
export function DecideSection() {
  const { desk, state, narrowing } = useDesk();
  const people = state.reviewed?.people ?? [];
  const { decisions } = state.book;
  const index = useIndex(people);
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [sort, setSort] = useState<Sort>(firstSort);
  const [chosen, setChosen] = useState<ReadonlySet<ColumnId>>(usualColumns);
  const [selected, setSelected] = useState<ReadonlySet<string>>(nobody);
  const [opened, setOpened] = useState<string>();
  const isNarrow = useNarrowWindow();
  const table = useRef<HTMLDivElement>(null);
  const listed = useListed(index, { filter, sort, narrowing }, decisions);
  const deciding = useDeciding(desk);
  const columns = useMemo(() => {
    const shown = isNarrow ? narrowColumns : opened === undefined ? chosen : besidePanelColumns;
    return columnIds.filter((column) => shown.has(column) || column === 'select' || column === 'person');
  }, [chosen, isNarrow, opened === undefined]);
  const rows = listed?.rows ?? [];
  const isJudged = state.reviewed?.complete === true && state.judging === undefined;
  const isCurrent = isJudged && index.people === people && listed?.isCurrent === true;
  const openedPerson = opened === undefined ? undefined : state.reviewed?.byKey.get(opened);

  function toggle(key: string): void {
    const next = new Set(selected);
    if (!next.delete(key)) next.add(key);
    setSelected(next);
  }
  function toggleAll(): void {
    const keys = rows.map(({ person }) => person.key);
    setSelected(keys.every((key) => selected.has(key)) ? nobody : new Set(keys));
  }
  function onLetter(letter: string, key: string): boolean {
    const keys = selected.has(key) ? [...selected] : [key];
    const kind = letters[letter];
    const suggestion = state.reviewed?.byKey.get(key)?.suggestion;
    if (kind) deciding.ask(keys, kind, '');
    else if (letter === 's' && suggestion) {
      deciding.ask([key], suggestion.decision, say(suggestion.why.key, suggestion.why.values));
    } else if (letter === 'u') desk.takeBack(keys);
    return kind !== undefined || letter === 's' || letter === 'u';
  }
  function close(): void {
    setOpened(undefined);
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')?.focus());
  }
  function step(by: 1 | -1): void {
    const at = rows.findIndex(({ person }) => person.key === opened);
    const next = rows[at + by];
    if (next) setOpened(next.person.key);
  }

  return (
    <>
      <p class="intro">{say('about_clean_up')}</p>
      <p class="hint">{say('about_automatic_roles')}</p>
      <KeepingPart />
      <FilterBar
        index={index}
        filter={filter}
        onFilter={setFilter}
        shown={chosen}
        onShow={setChosen}
        count={listed?.rows.length}
      />
      <DecideBar
        rows={rows}
        isCurrent={isCurrent}
        selected={selected}
        onDecided={() => setSelected(nobody)}
        deciding={deciding}
      />
      <div class="people" id="people" tabIndex={-1} ref={table} data-opened={openedPerson ? 'yes' : undefined}>
        <div class="people-table">
          <PeopleGrid
            rows={rows}
            columns={columns}
            sort={sort}
            decisions={decisions}
            selected={selected}
            opened={opened}
            onSort={(column) => setSort({ column, down: sort.column === column && !sort.down })}
            onOpen={setOpened}
            onSelect={toggle}
            onSelectAll={toggleAll}
            onLetter={onLetter}
          />
          {listed?.rows.length === 0 && <p class="nobody">{say('review_nobody')}</p>}
          <p class="hint" id="people-keys">
            {say('review_keys')}
          </p>
        </div>
        {openedPerson && <PersonPanel person={openedPerson} onClose={close} onStep={step} deciding={deciding} />}
      </div>
      <DecisionDialog deciding={deciding} />
      <AskPart />
    </>
  );
}
