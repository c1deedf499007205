import { useMemo } from 'preact/hooks';
import { say } from '../../../platform/say.ts';
import { type Figure, figuresOf, newestReport } from '../../model/index.ts';
import { useDesk } from '../desk-context.ts';
import { UnreadRows } from '../files/unread-rows.tsx';
import { policyOf } from '../state.ts';
import { LimitForm } from './limit-form.tsx';
import { ShowPeople } from './show-people.tsx';

const keyOf = (name: string) => `review_figure_${name.replaceAll('-', '_')}`;

/** Figures that are good when they are above nothing, and others that ask for a look. */
const asksForALook = new Set(['over-limit', 'unread-rows']);

/** The figures of the review, each with the list behind it. */
export function Figures() {
  const { state } = useDesk();
  const { reviewed, book } = state;
  const policy = policyOf(state);
  const figures = useMemo(
    () => (reviewed && policy ? figuresOf(reviewed.people, reviewed.joined, policy, book.decisions) : []),
    [reviewed, policy?.namedUserLimit, book.decisions],
  );
  return (
    <>
      <ul class="figures">
        {figures.map((figure) => (
          <FigureItem key={figure.name} figure={figure} />
        ))}
      </ul>
      <UnreadRows count={reviewed?.joined.unreadRows.length ?? 0} />
    </>
  );
}

const ofExLibris = /^exl_/;

/** The people behind a figure; behind rows, those whom the rows name. */
function usePeopleBehind({ name, people }: Figure): readonly string[] {
  const { reviewed } = useDesk().state;
  return useMemo(() => {
    const newest = reviewed && newestReport(reviewed.joined.files);
    if (newest === undefined || !name.startsWith('report-rows')) return people;
    const listed = reviewed?.people.filter(({ files }) => files.includes(newest)).map(({ key }) => key) ?? [];
    return name === 'report-rows' ? listed : listed.filter((key) => !ofExLibris.test(key));
  }, [reviewed, name, people]);
}

/** Beside the named users: those of whom nobody can tell. Without them a small number would look like good news. */
function CannotTell() {
  const { people = [] } = useDesk().state.reviewed ?? {};
  const open = people.filter(({ answer }) => answer === 'cannot-tell');
  if (open.length === 0) return null;
  return (
    <span class="cannot-tell">
      {say('review_cannot_tell', { count: open.length })}
      <ShowPeople
        count={open.length}
        keys={() => open.map(({ key }) => key)}
        title={say('review_cannot_tell_people')}
        action="cannot-tell"
      />
    </span>
  );
}

/** Beside the rows of the report: those of which nothing could be used. Without them the number would look whole. */
function UnusedRows() {
  const { reviewed } = useDesk().state;
  const newest = reviewed && newestReport(reviewed.joined.files);
  const report = newest === undefined ? undefined : reviewed?.joined.files[newest];
  const unused = reviewed?.joined.unreadRows.filter(
    ({ file, sheet, used }) => used === 'no' && file === report?.name && sheet === report.sheet,
  );
  const count = new Set(unused?.map(({ line }) => line)).size;
  if (count === 0) return null;
  return (
    <span class="cannot-tell" data-unused-rows={count}>
      {say('review_figure_report_rows_unused', { count })} <a href="#unread-rows">{say('review_unread_list')}</a>
    </span>
  );
}

/** Why a figure cannot be said. */
function UnknownWhy({ name }: { name: Figure['name'] }) {
  const isLimitSet = policyOf(useDesk().state)?.namedUserLimit !== null;
  const isOpen = name === 'over-limit' && isLimitSet;
  return <span class="hint">{say(isOpen ? 'review_figure_over_limit_open' : `${keyOf(name)}_unknown`)}</span>;
}

function FigureItem({ figure }: { figure: Figure }) {
  const { name, value } = figure;
  const people = usePeopleBehind(figure);
  const id = `figure-${name}`;
  const loud = asksForALook.has(name) && (value ?? 0) > 0;
  return (
    <li class="figure" data-loud={loud ? 'yes' : undefined}>
      <span class="figure-name" id={id}>
        {say(keyOf(name))}
      </span>
      <output data-figure={name} aria-labelledby={id}>
        {value}
      </output>
      {value === undefined && <UnknownWhy name={name} />}
      {name === 'report-rows' && <UnusedRows />}
      {name === 'limit' && <LimitForm />}
      {name === 'named-users' && <CannotTell />}
      <span class="hint">{say(`${keyOf(name)}_hint`)}</span>
      {people.length > 0 && (
        <ShowPeople
          count={people.length}
          keys={() => people}
          title={say(`${keyOf(name)}_people`)}
          action={`figure:${name}`}
        />
      )}
      {name === 'unread-rows' && (value ?? 0) > 0 && <a href="#unread-rows">{say('review_unread_list')}</a>}
      {name === 'dropped-ip-cells' && (value ?? 0) > 0 && <a href="#files">{say('review_addresses_by_file')}</a>}
    </li>
  );
}
