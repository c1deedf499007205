import type { Place } from '../../src/alma/screen.ts';
import type { Shown } from '../../src/guidance/guidance.ts';
import { type Presentation, type PresentationContext, present } from '../../src/guidance/present.ts';
import type { UserRecord } from '../../src/record/index.ts';
import { read, recordOf } from '../../src/record/index.ts';
import type { Judgement, NamedUser, Verdict } from '../../src/rules/judgement.ts';
import { english } from './english.ts';

export { english };

/** A verdict with what is said of it; clear unless told otherwise. */
export const verdict = (rule: string, told: Partial<Verdict> = {}): Verdict => ({
  rule,
  severity: 'note',
  outcome: 'clear',
  findings: told.outcome === 'found' ? [{ message: `What ${rule} says.` }] : [],
  missing: [],
  off: false,
  ...told,
});

export const found = (rule: string, severity: Verdict['severity']): Verdict =>
  verdict(rule, { severity, outcome: 'found' });

const doesNotCount: NamedUser = {
  answer: 'does-not-count',
  deciding: [],
  authority: 'wrlc-carli',
  line: 'Does not count as a named user.',
  missing: [],
};

export const judged = (verdicts: readonly Verdict[], namedUser: Partial<NamedUser> = {}): Judgement => ({
  namedUser: { ...doesNotCount, ...namedUser },
  verdicts,
});

/** An invented user of whom everything is known that Alma's user record can show. */
export const wholeRecord: UserRecord = recordOf(
  {
    primaryId: 'rkessler',
    name: 'Kessler, Ruth',
    recordType: 'PUBLIC',
    accountType: 'INTERNAL',
    status: 'ACTIVE',
    userGroup: 'Faculty',
    expiryDate: null,
    purgeDate: null,
    roles: [{ name: 'Patron' }],
  },
  'not-on-this-page',
);

export const context: PresentationContext = {
  titleOf: (rule) => `Title of ${rule}`,
  sourcesOf: (rule) => [`Source of ${rule}`],
  authority: 'Counted by the list.',
  roleList: 'Role list: the list.',
  policy: 'The policy.',
  sandbox: false,
};

export const presented = (judgement: Judgement, record: UserRecord = wholeRecord): Presentation =>
  present(judgement, record, context, english);

/** A page of Alma with a place for guidance before `#roles`, and a role in each of so many rows. */
export function almaPage(document: Document, rows = 3): { place: () => Place | undefined; cells: () => Element[] } {
  const heading = document.createElement('h1');
  heading.textContent = 'User Details';
  const form = document.createElement('form');
  form.id = 'form';
  const table = document.createElement('table');
  table.id = 'roles';
  for (let row = 0; row < rows; row += 1) {
    const cell = table.insertRow().insertCell();
    cell.textContent = `Role ${row}`;
  }
  form.append(table);
  document.body.replaceChildren(heading, form);
  return {
    place: () => {
      const parent = document.getElementById('form');
      return parent ? { parent, before: document.getElementById('roles') } : undefined;
    },
    cells: () => [...document.querySelectorAll('#roles td')],
  };
}

/** What is shown of a record on such a page. */
export function shown(page: ReturnType<typeof almaPage>, presentation: Presentation, key = 'a'): Shown {
  const marks = page.cells().map((cell) => ({ cell, counts: 'yes' as const, text: 'Counts.' }));
  return { key, presentation, marks, place: page.place };
}

export { read };
