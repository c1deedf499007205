import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { say } from '../platform/say.ts';
import type { Member, RollUp } from '../totals/index.ts';
import { useNarrowWindow } from '../ui/use-narrow-window.ts';
import { useSlices } from '../ui/use-slices.ts';
import type { UsedFile } from './given-files.ts';
import { type Column, columns, sortedMembers } from './member-columns.ts';
import { MemberCard, MemberCells, type MemberToDraw } from './member-rows.tsx';
import { Section } from './section.tsx';

/** Rows drawn in one go, and in each frame after it. */
export const rowsAFrame = 8;

interface MembersProps {
  readonly rollUp: RollUp;
  readonly filesOf: ReadonlyMap<string, readonly UsedFile[]>;
  readonly remove: MemberToDraw['remove'];
  /** Called when all rows are drawn. */
  readonly onWhole: () => void;
}

interface Order {
  readonly column: Column;
  readonly down: boolean;
}

/** The third part: a row for each member, with what does not compare said beside the number. */
export function MembersSection({ rollUp: { members }, filesOf, remove, onWhole }: MembersProps) {
  const [order, setOrder] = useState<Order>({ column: 'member', down: false });
  const isNarrow = useNarrowWindow();
  const rowOf = useMemo(() => rowsOf(members, filesOf, remove), [members, filesOf, remove]);
  const rows = useMemo(
    () => sortedMembers(members, order.column, order.down).flatMap(({ key }) => rowOf.get(key) ?? []),
    [members, rowOf, order],
  );
  const sort = (column: Column) => setOrder({ column, down: column === order.column && !order.down });
  return (
    <Section id="members">
      <p class="hint legend bars-legend">
        <span class="key after" /> {say('rollup_legend_own')} <span class="key open" /> {say('rollup_legend_open')}{' '}
        <span class="key limit" /> {say('rollup_legend_limit')}
      </p>
      {isNarrow ? (
        <>
          <SortChoice column={order.column} onChoose={(column) => setOrder({ column, down: false })} />
          <MemberCards rows={rows} order={order} onWhole={onWhole} />
        </>
      ) : (
        <MemberTable rows={rows} onWhole={onWhole} order={order} onSort={sort} />
      )}
    </Section>
  );
}

/** What each member is drawn with, by its key; the same in every order. */
function rowsOf(
  members: readonly Member[],
  filesOf: MembersProps['filesOf'],
  remove: MembersProps['remove'],
): ReadonlyMap<string, MemberToDraw> {
  const most = Math.max(1, ...members.map(mostOf)) * 1.04;
  return new Map(members.map((member) => [member.key, { member, most, remove, files: filesOf.get(member.key) ?? [] }]));
}

const mostOf = ({ newest: { figures, limit } }: Member): number =>
  Math.max(figures.namedUsers + figures.cannotTell, limit ?? 0);

interface RowsProps {
  readonly rows: readonly MemberToDraw[];
  readonly order: Order;
  readonly onWhole: () => void;
}

const keyOf = ({ member }: MemberToDraw): string => member.key;

/**
 * The rows to be drawn now. In another order a row is out of sight until it stands in its place: those in sight need not be laid
 * out anew with each that is moved. With other figures all stay, and with them the focus.
 */
function useRows({ rows, order, onWhole }: RowsProps) {
  const { drawn, settled, isWhole } = useSlices(rows, keyOf, rowsAFrame);
  const last = useRef(order);
  if (isWhole) last.current = order;
  const inSight = order === last.current ? drawn.length : settled;
  useLayoutEffect(() => {
    if (isWhole) onWhole();
  }, [isWhole, onWhole]);
  return {
    rows: drawn.map((row, at) => ({
      row,
      shared: { 'data-member': row.member.newest.institution, hidden: at >= inSight },
    })),
    isBusy: isWhole ? undefined : true,
  };
}

function MemberCards(props: RowsProps) {
  const { rows, isBusy } = useRows(props);
  return (
    <ul class="member-cards" aria-busy={isBusy}>
      {rows.map(({ row, shared }) => (
        <li key={keyOf(row)} class="card" {...shared}>
          <MemberCard row={row} />
        </li>
      ))}
    </ul>
  );
}

function MemberTable(props: RowsProps & { onSort: (column: Column) => void }) {
  const { rows, isBusy } = useRows(props);
  return (
    <table class="members" aria-busy={isBusy}>
      <thead>
        <tr>
          {columns.map((column) => (
            <Heading key={column} column={column} order={props.order} onSort={props.onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, shared }) => (
          <tr key={keyOf(row)} {...shared}>
            <MemberCells row={row} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface HeadingProps {
  readonly column: Column;
  readonly order: Order;
  readonly onSort: (column: Column) => void;
}

function Heading({ column, order, onSort }: HeadingProps) {
  const isSorted = order.column === column;
  const direction = order.down ? 'descending' : 'ascending';
  return (
    <th scope="col" class={`column-${column}`} aria-sort={isSorted ? direction : undefined}>
      <button type="button" class="plain sort" data-sort={column} onClick={() => onSort(column)}>
        {say(`rollup_column_${column.replaceAll('-', '_')}`)}
      </button>
    </th>
  );
}

function SortChoice({ column, onChoose }: { column: Column; onChoose: (column: Column) => void }) {
  return (
    <label class="sort-choice">
      {say('rollup_sort')}{' '}
      <select data-sort="choice" value={column} onChange={(event) => onChoose(event.currentTarget.value as Column)}>
        {columns.map((one) => (
          <option key={one} value={one} selected={one === column}>
            {say(`rollup_column_${one.replaceAll('-', '_')}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
