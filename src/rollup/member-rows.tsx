import { Component } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { say } from '../platform/say.ts';
import type { Member } from '../totals/index.ts';
import { CountBar } from '../ui/count-bar.tsx';
import type { UsedFile } from './given-files.ts';
import { remarkWords, roleListName, standingWords } from './words.ts';

/** What a member's row or card is drawn with. */
export interface MemberToDraw {
  readonly member: Member;
  /** What the width of a bar stands for. */
  readonly most: number;
  /** All files of this member that are used, the newest first. */
  readonly files: readonly UsedFile[];
  readonly remove: (keys: readonly number[]) => void;
}

interface Row {
  readonly row: MemberToDraw;
}

/** What is drawn anew only with another `row`: in another order rows are moved, and nothing in them is looked at. */
abstract class Drawn extends Component<Row> {
  override shouldComponentUpdate(next: Row): boolean {
    return next.row !== this.props.row;
  }
}

/** What stands in a member's row of the table. */
export class MemberCells extends Drawn {
  override render() {
    return drawCells(this.props.row);
  }
}

/** The same on a card, in a narrow window. */
export class MemberCard extends Drawn {
  override render() {
    return drawCard(this.props.row);
  }
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

function drawCells(row: MemberToDraw) {
  const { member } = row;
  return (
    <>
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
    </>
  );
}

function drawCard(row: MemberToDraw) {
  const { member } = row;
  return (
    <>
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
    </>
  );
}

const standingFor = (column: string, { standing }: Member) => (column === 'standing' ? standing.verdict : undefined);

/** The bar, the remarks, and the files behind a number. */
function Beside({ member, most, files, remove }: MemberToDraw) {
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

function FilesOfMember({ files, remove }: Pick<MemberToDraw, 'files' | 'remove'>) {
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
