import { hasDoubtfulComma } from './cells.ts';
import type { Collected } from './collector.ts';
import { mayBeSwapped, orderBy } from './dates.ts';
import { each, type Steps } from './steps.ts';
import { answerFor, choiceFor, choiceQuestion, headingOf } from './table-questions.ts';
import type { Century, ColumnDateOrder, DateColumn, Question } from './types.ts';

/** How the days of a table are to be read. */
export interface Orders {
  byColumn: Map<DateColumn, ColumnDateOrder>;
  byHeading: Record<string, ColumnDateOrder>;
  centuries: Map<DateColumn, Century>;
  /** Columns whose whole days have day and month swapped. */
  swapped: Set<DateColumn>;
}

/** The order and the century of each date column, by its own cells or by what a person has answered; else the question to ask. */
export function dateOrders(table: Collected): Orders | { question: Question } {
  const orders: Orders = {
    byColumn: new Map(),
    byHeading: Object.create(null),
    centuries: new Map(),
    swapped: new Set(),
  };
  for (const [column, { evidence }] of table.dates) {
    const heading = headingOf(table, column);
    const order = orderBy(evidence);
    const known = order === 'ask' ? answerFor(table.source.options.dateOrders, heading) : order;
    if (!known) {
      const { sheet } = table.source;
      const question = { ask: 'date-order', needsDateOrder: heading, samples: evidence.samples } as const;
      return { question: sheet === undefined ? question : { ...question, sheet } };
    }
    if (known !== 'none') {
      orders.byColumn.set(column, known);
      orders.byHeading[heading] = known;
    }
    if (mayBeSwapped(evidence)) {
      const told = choiceFor(table, 'swapped-days', heading);
      const samples = [...evidence.swappable.slice(0, 2), ...evidence.others];
      if (!told) return { question: choiceQuestion(table, 'swapped-days', heading, { samples }) };
      if (told === 'swapped') orders.swapped.add(column);
    }
    if (evidence.shortYears.length === 0) continue;
    const century = choiceFor(table, 'century', heading);
    if (!century) return { question: choiceQuestion(table, 'century', heading, { samples: evidence.shortYears }) };
    orders.centuries.set(column, century);
  }
  return orders;
}

const MOST_SAMPLES = 5;

/** Whether commas part several roles in one cell: asked where a cell of roles holds one. */
export function* commasPart(table: Collected): Steps<boolean | { question: Question }> {
  const places = table.columns.flatMap((column, at) => (column === 'roleType' ? [at] : []));
  if (places.length === 0) return false;
  const samples = new Set<string>();
  const { isRoleName } = table.source.options;
  yield* each(table.rows, ({ cells }) => {
    for (const at of places)
      if (samples.size < MOST_SAMPLES && hasDoubtfulComma(cells[at] ?? '', isRoleName))
        samples.add(cells[at] as string);
  });
  if (samples.size === 0) return false;
  const heading = headingOf(table, 'roleType');
  const told = choiceFor(table, 'several-roles', heading);
  if (told) return told === 'several';
  return {
    question: choiceQuestion(table, 'several-roles', heading, { samples: [...samples].slice(0, MOST_SAMPLES) }),
  };
}
