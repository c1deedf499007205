import { useMemo, useRef, useState } from 'preact/hooks';
import { say } from '../platform/say.ts';
import { institutionKey, type Member, type RollUp } from '../totals/index.ts';
import { CountBar } from '../ui/count-bar.tsx';
import { useNarrowWindow } from '../ui/use-narrow-window.ts';
import type { UsedFile } from './given-files.ts';
import { type Column, columns, sortedMembers } from './member-columns.ts';
import { Section } from './section.tsx';
import { remarkWords, roleListName, standingWords } from './words.ts';

interface MembersProps {
  readonly rollUp: RollUp;
  readonly files: readonly UsedFile[];
  readonly remove: (keys: readonly number[]) => void;
}

/** What a row is drawn with. */
interface RowProps {
  readonly member: Member;
  /** What the width of a bar stands for. */
  readonly most: number;
  /** All files of this member that are used, the newest first. */
  readonly files: readonly UsedFile[];
  readonly remove: MembersProps['remove'];
}

/** The third part: a row for each member, with what does not compare said beside the number. */
export function MembersSection({ rollUp: { members }, files, remove }: MembersProps) {
  const [order, setOrder] = useState<{ column: Column; down: boolean }>({ column: 'member', down: false });
  const isNarrow = useNarrowWindow();
  const ordered = useMemo(() => sortedMembers(members, order.column, order.down), [members, order]);
  const filesOf = useMemo(() => byMember(files), [files]);
  const most = Math.max(1, ...members.map(mostOf)) * 1.04;
  const rows = ordered.map((member) => ({ member, most, remove, files: filesOf.get(member.key) ?? [] }));
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
          <ul class="member-cards">
            {rows.map((row) => (
              <MemberCard key={row.member.key} {...row} />
            ))}
          </ul>
        </>
      ) : (
        <table class="members">
          <thead>
            <tr>
              {columns.map((column) => (
                <Heading key={column} column={column} order={order} onSort={sort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <MemberRow key={row.member.key} {...row} />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

const mostOf = ({ newest: { figures, limit } }: Member): number =>
  Math.max(figures.namedUsers + figures.cannotTell, limit ?? 0);

function byMember(files: readonly UsedFile[]): ReadonlyMap<string, readonly UsedFile[]> {
  const byKey = new Map<string, UsedFile[]>();
  for (const file of [...files].sort((a, b) => (a.totals.date < b.totals.date ? 1 : -1))) {
    const key = institutionKey(file.totals.institution);
    byKey.set(key, [...(byKey.get(key) ?? []), file]);
  }
  return byKey;
}

interface HeadingProps {
  readonly column: Column;
  readonly order: { readonly column: Column; readonly down: boolean };
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

/** The cells of a member besides its name, by column. */
function cellsOf({ newest, named, standing }: Member) {
  const { figures, limit, date, policy } = newest;
  return [
    { column: 'named', shown: named ?? say('rollup_unknown'), hint: undefined },
    { column: 'own', shown: figures.namedUsers, hint: say('rollup_after', { after: figures.afterDecisions }) },
    { column: 'cannot-tell', shown: figures.cannotTell, hint: undefined },
    { column: 'limit', shown: limit ?? say('rollup_no_limit'), hint: undefined },
    { column: 'standing', shown: standingWords(standing), hint: undefined },
    { column: 'date', shown: date, hint: undefined },
    { column: 'policy', shown: policy.name, hint: roleListName(policy.roleList) },
  ] as const;
}

function MemberRow(row: RowProps) {
  const { member } = row;
  return (
    <tr data-member={member.newest.institution}>
      <th scope="row" class="member">
        <span class="member-name">
          <bdi>{member.newest.institution}</bdi>
        </span>
        <Beside {...row} />
      </th>
      {cellsOf(member).map(({ column, shown, hint }) => (
        <td key={column} class={`column-${column}`} data-cell={column} data-standing={standingFor(column, member)}>
          <bdi>{shown}</bdi>
          {hint && <span class="hint">{hint}</span>}
        </td>
      ))}
    </tr>
  );
}

function MemberCard(row: RowProps) {
  const { member } = row;
  return (
    <li class="card" data-member={member.newest.institution}>
      <h3>
        <bdi>{member.newest.institution}</bdi>
      </h3>
      <Beside {...row} />
      <dl>
        {cellsOf(member).map(({ column, shown, hint }) => (
          <div key={column}>
            <dt>{say(`rollup_column_${column.replaceAll('-', '_')}`)}</dt>
            <dd data-cell={column} data-standing={standingFor(column, member)}>
              <bdi>{shown}</bdi>
              {hint && <span class="hint">{hint}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

const standingFor = (column: string, { standing }: Member) => (column === 'standing' ? standing.verdict : undefined);

/** The bar, the remarks, and the files behind a number. */
function Beside({ member, most, files, remove }: RowProps) {
  const { newest, standing, remarks } = member;
  return (
    <>
      {/* The member's own number: its limit holds for the roles that its own policy counts. */}
      <CountBar
        count={newest.figures.namedUsers}
        open={newest.figures.cannotTell}
        limit={newest.limit ?? undefined}
        most={most}
        standing={standing.verdict}
      />
      {remarks.length > 0 && (
        <ul class="remarks">
          {remarks.map((remark) => (
            <li key={`${remark.key} ${remark.values.day}`} data-remark={remark.key.replace('rollup_remark_', '')}>
              {remarkWords(remark, member)}
            </li>
          ))}
        </ul>
      )}
      <FilesOfMember files={files} remove={remove} />
    </>
  );
}

function FilesOfMember({ files, remove }: Pick<RowProps, 'files' | 'remove'>) {
  const [isOpen, setOpen] = useState(false);
  const summary = useRef<HTMLElement>(null);
  const takeAway = (key: number) => {
    // The button goes with its file, and the focus must not go with it.
    (files.length > 1 ? summary.current : document.getElementById('files'))?.focus();
    remove([key]);
  };
  return (
    <details class="member-files" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary ref={summary}>{say('rollup_files_of_member', { count: files.length })}</summary>
      {isOpen && (
        <ul class="plain-list">
          {files.map(({ key, name, totals }) => (
            <li key={key}>
              <span>
                {say('rollup_file_of_member', { file: name, day: totals.date, named: totals.figures.namedUsers })}
              </span>
              <button
                type="button"
                class="plain"
                aria-label={say('rollup_remove_file', { file: name })}
                onClick={() => takeAway(key)}
              >
                {say('rollup_remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
