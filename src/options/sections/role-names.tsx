import { useEffect, useRef, useState } from 'preact/hooks';
import { roleChoiceOf, roleChoices } from '../../guidance/role-choice.ts';
import { say } from '../../platform/say.ts';
import { sameRoleName } from '../../rules/match.ts';
import type { RoleName } from '../../rules/policy.ts';
import { disputedNames, namesOfOthers } from '../../rules/roles.ts';
import { withRoleNames } from '../../settings/index.ts';
import { readCodeTable } from '../../sheets/code-table.ts';
import { Callout } from '../../ui/controls.tsx';
import { DropPlace, type TakenFile } from '../../ui/drop-place.tsx';
import { EntryList } from '../../ui/entry-list.tsx';
import { RoleQuestion } from '../../ui/role-question.tsx';
import { textIfAny } from '../bound-controls.tsx';
import { entryTexts } from '../entry-texts.ts';
import { type RoleNamesFound, roleNamesIn } from '../role-names.ts';
import { useSetting } from '../settings-context.ts';

const labelOf = (written: string): string =>
  roleChoices(say).find(({ value }) => value === roleChoiceOf(written))?.label ?? written;

/** What this institution's Alma calls its roles: one by one, or all at once from Alma's code table. */
export function RoleNames() {
  const { value, locked, take } = useSetting<readonly RoleName[]>('roleNames');
  return (
    <>
      <EntryList
        label={say('options_role_names')}
        hint={say('options_role_names_hint')}
        locked={locked}
        entries={value}
        nameOf={({ name }) => name}
        show={({ name, role }) => (
          <p>
            <strong>
              <bdi>{name}</bdi>
            </strong>{' '}
            {labelOf(role)}
          </p>
        )}
        fields={[
          {
            kind: 'line',
            name: 'name',
            label: say('options_role_names_name'),
            required: say('options_role_names_name_missing'),
          },
          { kind: 'select', name: 'role', label: say('options_role_names_role'), options: [...roleChoices(say)] },
        ]}
        toForm={(entry) => ({ name: entry?.name ?? '', role: roleChoiceOf(entry?.role ?? 'Patron') })}
        fromForm={({ name, role }) => ({ name: String(name), role: String(role) })}
        onChange={take}
        texts={entryTexts('options_role_names')}
      />
      <Doubts names={value} />
      {locked === undefined && <FromCodeTable onNames={(names) => take(value, withRoleNames(value, names))} />}
    </>
  );
}

/** What nobody can tell, or what is likely a slip, of names that were said. */
function Doubts({ names }: { readonly names: readonly RoleName[] }) {
  return (
    <>
      {disputedNames(names).map((name) => (
        <Callout key={name} tone="warn">
          {say('options_role_names_disputed', {
            name,
            roles: names.filter((one) => sameRoleName(one.name, name)).map(({ role }) => labelOf(role)),
          })}
        </Callout>
      ))}
      {namesOfOthers(names).map(({ name, role }) => (
        <Callout key={`${name} ${role}`} tone="warn">
          {say('options_role_names_english', { name, role: labelOf(role) })}
        </Callout>
      ))}
    </>
  );
}

/** Takes the names of a code table over, after it was said what it holds. */
function FromCodeTable({ onNames }: { onNames: (names: readonly RoleName[]) => void }) {
  const [found, setFound] = useState<RoleNamesFound | { refused: string }>();
  const [done, setDone] = useState('');
  const group = useRef<HTMLDivElement>(null);
  const report = useRef<HTMLElement>(null);
  const wasOpen = useRef(false);
  // What had the focus goes when the report does: it returns to where the next table is given.
  useEffect(() => {
    if (found) report.current?.focus();
    else if (wasOpen.current) group.current?.querySelector('input')?.focus();
    wasOpen.current = found !== undefined;
  }, [found]);

  async function open([file, another]: readonly TakenFile[]): Promise<void> {
    if (!file) return;
    setDone('');
    if (another) return setFound({ refused: say('options_role_table_one') });
    const reading = await readCodeTable(file.blob);
    setFound(reading.state === 'read' ? roleNamesIn(reading.rows) : { refused: refusalText(reading.reason) });
  }
  function apply(names: readonly RoleName[]): void {
    onNames(names);
    setFound(undefined);
    setDone(say('options_role_table_done', { count: names.length }));
  }
  return (
    <div class="group" ref={group}>
      <DropPlace
        label={say('options_role_table')}
        hint={say('options_role_table_hint')}
        input="role-table"
        accept=".json,.xml,.csv,.tsv,.txt,.xlsx"
        single
        onFiles={(files) => void open(files)}
      />
      {found && (
        <section class="report" ref={report} tabIndex={-1} aria-label={say('options_role_table_report')}>
          {'refused' in found ? (
            <Callout tone="stop">{found.refused}</Callout>
          ) : (
            <Found found={found} onApply={apply} onCancel={() => setFound(undefined)} />
          )}
        </section>
      )}
      <p role="status">{done}</p>
    </div>
  );
}

const refusalText = (reason: string): string =>
  reason === 'other-code-table'
    ? say('options_role_table_other')
    : (textIfAny(`sheets_refused_${reason.replaceAll('-', '_')}`) ?? say('options_role_table_none'));

interface FoundProps {
  readonly found: RoleNamesFound;
  readonly onApply: (names: readonly RoleName[]) => void;
  readonly onCancel: () => void;
}

/** What a table says; each name with a code that nobody knows can be given its role, or be left out. */
function Found({ found: { named, known, unknown }, onApply, onCancel }: FoundProps) {
  const [said, setSaid] = useState<ReadonlyMap<string, string>>(new Map());
  const names = [...named, ...[...said].map(([name, role]) => ({ name, role }))];
  const choose = (name: string, role: string | undefined) =>
    setSaid((before) => {
      const after = new Map(before);
      if (role === undefined) after.delete(name);
      else after.set(name, role);
      return after;
    });
  return (
    <>
      <p>{say('options_role_table_named', { count: named.length })}</p>
      <p>{say('options_role_table_known', { count: known })}</p>
      <Doubts names={names} />
      {unknown.length > 0 && (
        <>
          <p>{say('options_role_table_unknown', { count: unknown.length })}</p>
          {unknown.map(({ code, description }) => (
            <RoleQuestion
              key={description}
              label={say('options_role_table_which', { name: description, code })}
              options={roleChoices(say)}
              open={say('role_question_open')}
              onChoose={(role) => choose(description, role)}
            />
          ))}
        </>
      )}
      <div class="buttons">
        {names.length > 0 && (
          <button type="button" class="primary" onClick={() => onApply(names)}>
            {say('options_role_table_apply', { count: names.length })}
          </button>
        )}
        <button type="button" onClick={onCancel}>
          {say('options_cancel')}
        </button>
      </div>
    </>
  );
}
