import type { DateFormat, Look } from '../description.ts';

/** How a page's title, its date field and its scripts name one order of day, month and year. */
interface Pattern {
  readonly title: string;
  readonly zdp: string;
  readonly script: string;
}

const patterns: Readonly<Record<DateFormat, Pattern>> = {
  iso: { title: 'yyyy-MM-dd', zdp: 'Y-m-d', script: 'YYYY-MM-DD' },
  mdy: { title: 'MM/dd/yyyy', zdp: 'm/d/Y', script: 'MM/DD/YYYY' },
  dmy: { title: 'dd/MM/yyyy', zdp: 'd/m/Y', script: 'DD/MM/YYYY' },
  dotted: { title: 'dd.MM.yyyy', zdp: 'd.m.Y', script: 'DD.MM.YYYY' },
  textual: { title: 'd MMM yyyy', zdp: 'j M Y', script: 'D MMM YYYY' },
};

type Dated = Pick<Look, 'dateFormat' | 'skeleton'>;

/** What the scripts of a page say about dates; `null` when they say nothing. */
export const scriptPattern = ({ dateFormat, skeleton: { dateOrder } }: Dated): string | null =>
  ['everywhere', 'script', 'contradicting'].includes(dateOrder) ? patterns[dateFormat].script : null;

/** The other order of the same signs, for pages that contradict themselves. */
const turned: Readonly<Partial<Record<DateFormat, DateFormat>>> = { mdy: 'dmy', dmy: 'mdy' };

/** The attributes by which a date field tells its order. */
export function fieldPattern({ dateFormat, skeleton: { dateOrder } }: Dated): Record<string, string> {
  const { title, zdp } = patterns[(dateOrder === 'contradicting' && turned[dateFormat]) || dateFormat];
  switch (dateOrder) {
    case 'everywhere':
    case 'contradicting':
      return { title, 'data-zdp_format': zdp };
    case 'title':
      return { title };
    case 'zdp':
      return { 'data-zdp_format': zdp };
    default:
      return {};
  }
}

/** Whether a page tells the order of its dates; a read-only one has no date field that could, or could contradict its scripts. */
export function tellsDateOrder({ skeleton: { dateOrder }, editable }: Dated & { readonly editable: boolean }): boolean {
  if (dateOrder === 'contradicting') return !editable;
  return dateOrder === 'everywhere' || dateOrder === 'script' || (editable && /^(title|zdp)$/.test(dateOrder));
}
