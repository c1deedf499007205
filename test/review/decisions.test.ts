import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AskBy,
  acceptSuggestions,
  askFiles,
  bookOf,
  checkDecision,
  type Decision,
  type DecisionKind,
  decide,
  emptyBook,
  figuresOf,
  type Person,
  readAnswers,
  readableFile,
  redo,
  takeBack,
  undo,
} from '../../src/review/model/index.ts';
import { csvFile, fileToJoin, policyWith, practiceReview, reviewOf, today } from './review-of.ts';

const under = (people: readonly Person[], policy = policyWith()) => ({ people, policy, today });

const decision = (kind: DecisionKind, more: Partial<Decision> = {}): Decision => ({
  kind,
  reason: 'left in June',
  by: 'R. Viewer',
  when: today,
  origin: 'person',
  ...more,
});

const rows = (...people: string[][]) =>
  csvFile('roles.csv', [
    ['Primary Identifier', 'User Type', 'Status', 'Role Type', 'Library', 'Expiry Date'],
    ...people,
  ]);
const staff = (id: string, role = 'Cataloger', library = 'Main', type = 'External', expiry = '') => [
  id,
  type,
  'Active',
  role,
  library,
  expiry,
];

describe('checking a decision', () => {
  it('refuses every destructive one for protected accounts, and only these', async () => {
    const { people, person } = reviewOf([await rows(staff('exl_api'), staff('jdoe'))]);
    for (const kind of ['remove-roles', 'deactivate', 'purge'] as const) {
      expect(checkDecision(person('exl_api'), kind, new Map(), under(people)).allowed).toBe('no');
      const unasked = kind === 'purge' ? 'after-confirming' : 'yes';
      expect(checkDecision(person('jdoe'), kind, new Map(), under(people)).allowed).toBe(unasked);
    }
    expect(checkDecision(person('exl_api'), 'keep', new Map(), under(people)).allowed).toBe('yes');
  });

  it('asks twice for a back-up administrator', async () => {
    const policy = policyWith({ backupAccounts: ['breakglass'] });
    const { people, person } = reviewOf([await rows(staff('breakglass'))], policy);
    expect(checkDecision(person('breakglass'), 'deactivate', new Map(), under(people))).toMatchObject({
      allowed: 'after-confirming',
      whys: [{ key: 'sheets_confirm_back_up_administrator' }],
    });
  });

  it('asks twice for the last two administrators, counting the decisions made so far', async () => {
    const admin = (id: string) => staff(id, 'User Administrator');
    const { people, person } = reviewOf([await rows(admin('a'), admin('b'), admin('c'))]);
    expect(checkDecision(person('a'), 'deactivate', new Map(), under(people)).allowed).toBe('yes');
    const one = new Map([['c', decision('purge')]]);
    expect(checkDecision(person('a'), 'deactivate', one, under(people))).toMatchObject({
      allowed: 'after-confirming',
      whys: [{ key: 'sheets_confirm_last_administrators', values: { count: 1 } }],
    });
  });
});

describe('the book of decisions', () => {
  it('accepts suggestions only for rows that nobody has touched', async () => {
    const { people } = reviewOf([
      await rows(
        staff('a', 'Cataloger', 'Main', 'External', '2026-01-31'),
        staff('b', 'Cataloger', 'Main', 'External', '2026-01-31'),
        staff('c', 'Cataloger', 'Main', 'External', '2026-01-31'),
      ),
    ]);
    const kept = decide(emptyBook, [['a', decision('keep')]]);
    const touched = takeBack(decide(kept, [['b', decision('purge')]]), ['b']);
    const { book } = acceptSuggestions(touched, people, 'R. Viewer', under(people));
    expect(book.decisions.get('a')?.kind).toBe('keep');
    expect(book.decisions.has('b')).toBe(false);
    expect(book.decisions.get('c')).toMatchObject({ kind: 'deactivate', reason: 'expired-but-active', origin: 'rule' });
  });

  it('never suggests a destructive decision that a check would not allow', async () => {
    const { people } = await practiceReview({ people: 400 });
    const { book, leftOut } = acceptSuggestions(emptyBook, people, 'R. Viewer', under(people));
    const destructive = [...book.decisions].filter(([, { kind }]) => kind !== 'keep' && kind !== 'ask');
    expect(destructive.length).toBeGreaterThan(10);
    expect(people.filter((person) => person.protected && destructive.some(([key]) => key === person.key))).toEqual([]);
    expect(destructive.filter(([key]) => leftOut.includes(key))).toEqual([]);
  });

  it('undo and redo lead exactly back and forth', () => {
    const steps = fc.array(
      fc.record({
        keys: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
        kind: fc.constantFrom<DecisionKind | 'back'>('keep', 'purge', 'ask', 'back'),
      }),
    );
    fc.assert(
      fc.property(steps, (taken) => {
        const books = [bookOf(new Map())];
        for (const { keys, kind } of taken) {
          const book = books.at(-1) ?? emptyBook;
          const next =
            kind === 'back'
              ? takeBack(book, keys)
              : decide(
                  book,
                  keys.map((key) => [key, decision(kind)] as const),
                );
          if (next !== book) books.push(next);
        }
        const essence = ({ decisions, touched }: typeof emptyBook) => [[...decisions].sort(), [...touched].sort()];
        let book = books.at(-1) ?? emptyBook;
        for (const earlier of [...books].reverse()) {
          expect(essence(book)).toEqual(essence(earlier));
          book = undo(book);
        }
        for (const later of books.slice(1)) {
          book = redo(book);
          expect(essence(book)).toEqual(essence(later));
        }
        expect(redo(book)).toBe(book);
      }),
    );
  });

  it('moves the figure over the limit, and no other', async () => {
    const policy = policyWith({ namedUserLimit: 1 });
    const { people, joined } = reviewOf([await rows(staff('a'), staff('b'), staff('c'))], policy);
    const value = (name: string, decisions: ReadonlyMap<string, Decision>) =>
      figuresOf(people, joined, policy, decisions).find((figure) => figure.name === name)?.value;
    expect(value('over-limit', new Map())).toBe(2);
    const decided = new Map([
      ['a', decision('deactivate')],
      ['b', decision('keep')],
    ]);
    expect(value('over-limit', decided)).toBe(1);
    expect(value('named-users', decided)).toBe(3);
    expect(
      figuresOf(people, joined, policyWith(), decided).find(({ name }) => name === 'limit')?.value,
    ).toBeUndefined();
  });
});

describe('asking somebody', () => {
  const asked = new Map(['a', 'b', 'c'].map((key) => [key, decision('ask')]));

  async function asking() {
    const review = reviewOf([await rows(staff('a'), staff('b', 'Cataloger', 'Law'), staff('c'), staff('d'))]);
    return { ...review, files: askFiles(review.people, asked, 'library') };
  }

  it('makes one file for each library, of those to be asked about', async () => {
    const { files } = await asking();
    expect(files.map(({ group, people }) => [group, people])).toEqual([
      ['Law', ['b']],
      ['Main', ['a', 'c']],
    ]);
    expect(files[1]?.rows.map((cells) => cells[0])).toEqual(['USERNAME', 'a', 'c']);
  });

  it('makes one file for each job category, those without one apart', async () => {
    const headings = ['Primary Identifier', 'Job Category', 'User Group', 'Role Type'];
    const { people } = reviewOf([
      await csvFile('people.csv', [
        headings,
        ['a', 'Cataloging', 'Staff', 'Cataloger'],
        ['b', '', 'Student', 'Cataloger'],
        ['c', 'Access', 'Staff', 'Cataloger'],
      ]),
    ]);
    const groups = (by: AskBy) => askFiles(people, asked, by).map(({ group, people: keys }) => [group, ...keys]);
    expect(groups('jobCategory')).toEqual([
      ['Access', 'c'],
      ['Cataloging', 'a'],
      [null, 'b'],
    ]);
    expect(groups('userGroup')).toEqual([
      ['Staff', 'a', 'c'],
      ['Student', 'b'],
    ]);
  });

  it('takes for the library the scope of most of the roles that count, where no column names one', async () => {
    const { people } = reviewOf([
      await csvFile('roles.csv', [
        ['Primary Identifier', 'Status', 'Role Type', 'Role Scope'],
        ['a', 'Active', 'Patron', 'INST'],
        ['a', 'Active', 'Patron', 'INST'],
        ['a', 'Active', 'Circulation Desk Operator', 'LAW'],
        ['a', 'Active', 'Circulation Desk Manager', 'LAW'],
        ['a', 'Active', 'Cataloger', 'MAIN'],
        ['b', 'Active', 'Cataloger', ''],
        ['c', 'Active', 'Requests Operator', 'MAIN'],
        ['c', 'Active', 'Circulation Desk Operator', 'LAW'],
      ]),
    ]);
    expect(askFiles(people, asked, 'library').map(({ group, people: keys }) => [group, ...keys])).toEqual([
      ['LAW', 'a', 'c'],
      [null, 'b'],
    ]);
  });

  it.each(['csv', 'xlsx'] as const)(
    'reads the answers back from %s, and shows contradictions without overwriting',
    async (format) => {
      const { files, people } = await asking();
      const answered = (files[1]?.rows ?? []).map((cells, at) =>
        at === 0 ? cells : [...cells.slice(0, 6), at === 1 ? 'Remove roles' : 'perhaps', 'moved', 'S. Visor'],
      );
      const more = [
        ...answered,
        ['b', '', '', '', '', '', 'keep', '', 'S. Visor'],
        ['zzz', '', '', '', '', '', 'keep', '', ''],
      ];
      const bytes = readableFile(more, format) as Uint8Array<ArrayBuffer>;
      const { tables } = await fileToJoin({ name: 'answers', asOf: today, bytes });
      expect(tables).toHaveLength(1);
      const book = decide(bookOf(asked), [['b', decision('deactivate')]]);
      const read = readAnswers(tables, book, under(people));
      expect(read.accepted).toEqual(['a']);
      expect(read.book.decisions.get('a')).toEqual({
        kind: 'remove-roles',
        reason: 'moved',
        by: 'S. Visor',
        when: today,
        origin: 'answer',
      });
      expect(read.contradictions).toMatchObject([{ key: 'b', answer: 'keep', have: { kind: 'deactivate' } }]);
      expect(read.book.decisions.get('b')?.kind).toBe('deactivate');
      expect(read.unknownAnswers).toMatchObject([{ key: 'c' }]);
      expect(read.unknownPeople).toMatchObject([{ identifier: 'zzz' }]);
      expect(undo(read.book).decisions).toEqual(book.decisions);
    },
  );

  it('reads the answers of all sheets of a file as one step, and says in which sheet something contradicts', async () => {
    const { people } = await asking();
    const sheet = async (name: string, ...answers: string[][]) => {
      const { tables } = await csvFile('answers.csv', [['USERNAME', 'Decision', 'Decided by'], ...answers]);
      return tables.map((table) => ({ ...table, sheet: name }));
    };
    const tables = [
      ...(await sheet('Law', ['a', 'keep', 'L.'], ['nobody', 'keep', ''])),
      ...(await sheet('Main', ['b', 'deactivate', 'M.'], ['a', 'deactivate', 'M.'])),
    ];
    const read = readAnswers(tables, bookOf(asked), under(people));
    expect(read.accepted).toEqual(['a', 'b']);
    expect(read.contradictions).toMatchObject([{ key: 'a', line: 3, sheet: 'Main', answer: 'deactivate' }]);
    expect(read.unknownPeople).toEqual([{ identifier: 'nobody', line: 3, sheet: 'Law' }]);
    expect(undo(read.book).decisions).toEqual(asked);
  });
});
