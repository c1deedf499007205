import { say } from '../../../platform/say.ts';
import type { Day } from '../../../record/index.ts';
import type { Difference, Person, ReviewFile } from '../../model/index.ts';
import { useDesk } from '../desk-context.ts';

/** Fields whose values are words of ours. */
const worded: ReadonlySet<Difference['field']> = new Set(['status', 'recordType', 'accountType']);

/** A role, with what a file says of its state: its name, whether it is off, the day on which it ends, a line each. */
function roleOf(word: string): string {
  const [name = '', off, day] = word.split('\n');
  const shown = off ? say('records_differ_role_off', { role: name }) : name;
  return day ? say('records_differ_role_until', { role: shown, day: day as Day }) : shown;
}

function wordsOf(field: Difference['field'], words: readonly string[]): string {
  if (words.length === 0) return say(field === 'roles' ? 'records_differ_roles_none' : 'review_field_empty');
  const shownAs = (word: string) => {
    if (worded.has(field)) return say(`review_value_${word.toLowerCase()}`);
    return field === 'roles' ? roleOf(word) : word;
  };
  const shown = words.map(shownAs);
  return say('review_list', { items: shown });
}

const labelOf = (field: Difference['field']) =>
  field === 'roles' ? say('review_panel_roles') : say(`review_field_${field.toLowerCase()}`);

/** What each file says, with its day, and which of them holds. */
function Differing({ difference, files }: { difference: Difference; files: readonly ReviewFile[] }) {
  const { field, said, held } = difference;
  const fileAt = (at: number) => files[at];
  const sayings = said.flatMap(({ file: at, words }) => {
    const file = fileAt(at);
    if (!file) return [];
    const key = file.dayIsGuess ? 'records_differ_said_guess' : 'records_differ_said';
    return [say(key, { words: wordsOf(field, words), file: file.name, day: file.asOf })];
  });
  const holding = held === undefined ? undefined : fileAt(held)?.name;
  return (
    <li data-differs={field} data-held={holding}>
      {say('records_differ_on', { field: labelOf(field), said: sayings })}{' '}
      {holding === undefined ? say('records_differ_open') : say('records_differ_held', { file: holding })}
    </li>
  );
}

/** Where user records and other files disagree on a person: both are shown, so that nobody has to believe either. */
export function Differences({ person: { differences = [] } }: { person: Person }) {
  const { files = [] } = useDesk().state.reviewed?.joined ?? {};
  if (differences.length === 0) return null;
  return (
    <div class="differences">
      <p>
        <strong>{say('records_differ')}</strong>
      </p>
      <ul>
        {differences.map((difference) => (
          <Differing key={difference.field} difference={difference} files={files} />
        ))}
      </ul>
    </div>
  );
}
