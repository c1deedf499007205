export { mostCharacters, type ParsedTotals, parseTotals, type Remark } from './parse-totals.ts';
export {
  institutionKey,
  type Member,
  namedUnder,
  type RollUp,
  type RollUpTerms,
  rollUp,
  type Standing,
  sameFigures,
  type YearOfAll,
} from './roll-up.ts';
export { type Totals, totalsFormat, totalsText, totalsVersion } from './totals.ts';
