import { attributeOf, matches } from '../elements.ts';
import type { Keep } from './page-report.ts';

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const release = new RegExp(`version=(${months})(?:%20|\\s)?(20\\d\\d)`);
/** How a page writes days: letters for day, month and year around one sign. */
const dayPattern = /^([dmy])\1*([./-])(?!\1)([dmy])\3*\2(?!\1|\3)([dmy])\4*$/i;
const functionOfDates = /getDateFormat\s*\(\)\s*\{\s*return\s*['"]([^'"]{5,12})['"]/;
const colours = /^(denim|blue|green|red|purple|orange|grey|gray|black|white|dark|light|teal|yellow|brown|pink|indigo)$/;
/** Where a page repeats its own name, language and layout aside. */
const names = ['body_id', 'boomerang_page_id', 'entryPointMenuItemXML', 'page_type', 'ngNavStepName'];
/** Larger numbers are told as such: of a list it matters whether its counter is that of its rows. */
const mostCounted = 999;

/**
 * What a report tells of a page besides its structure, a line each: release, theme, the page's names and help id, the types of the page's
 * entities (never their links), the counters of its lists beside the rows drawn, how it writes days. No value of a record.
 */
export function factsOf(document: Document, structure: Keep): readonly string[] {
  const each = <E extends Element>(selector: string) => [...document.querySelectorAll<E>(selector)];
  const scripts = (selector: string) => each(`${selector} script`).map(({ textContent }) => textContent ?? '');
  const facts: string[] = [];
  const tell = (what: string, found: Iterable<string | null | undefined>): void => {
    const said = [...new Set(found)].filter(Boolean);
    if (said.length > 0) facts.push(`# ${what} ${said.join(' ')}`);
  };
  tell(
    'release',
    each('[src*="version="]').map((one) =>
      release
        .exec(one.getAttribute('src') ?? '')
        ?.slice(1)
        .join(''),
    ),
  );
  const theme = /\bbase-([a-z_]+)-theme\b/.exec(document.querySelector('base-root')?.className ?? '')?.[1];
  tell('theme', [theme?.replace(/[a-z]+/g, (word) => (colours.test(word) ? word : '*'))]);
  tell(
    'help',
    each('[data-help-id]').map((one) => structure(one.getAttribute('data-help-id') ?? '')),
  );
  tell('names', [
    ...names.flatMap((id) => each(`#${id},#dynamic_${id}`)).map((one) => structure(textIn(one))),
    ...each('#pageForm').map((form) =>
      structure(/xmlFileName=([\w.]+)/.exec(attributeOf(form, 'action') ?? '')?.[1] ?? ''),
    ),
  ]);
  const entities = scripts('#apm-set')
    .join()
    .replace(/\\|&quot;/g, '');
  tell(
    'entities',
    count([...entities.matchAll(/type"?:"?([A-Z_]{2,30})\b/g)].map(([, type = '']) => structure(type.toLowerCase()))),
  );
  for (const list of each('.almaList,table[id^="TABLE_DATA_"]')) {
    const name = list.id.replace('TABLE_DATA_', '');
    const counter = document.getElementById(`${name.replaceAll('.', '')}_record_count`)?.textContent;
    const rows = list.querySelectorAll('tbody > tr').length;
    const kind = matches(list, 'table') ? 'table' : list.querySelector('.typeC2') ? 'empty' : 'list';
    tell(kind, [structure(name), `rows=${told(rows)}`, counter ? `counter=${told(Number.parseInt(counter, 10))}` : '']);
  }
  tell(
    'days',
    [
      ...each('input[title]').map((one) => one.getAttribute('title') ?? ''),
      ...each('[data-zdp_format]').map((one) => one.getAttribute('data-zdp_format') ?? ''),
      ...scripts('body').map((text) => functionOfDates.exec(text)?.[1] ?? ''),
    ].filter((text) => dayPattern.test(text)),
  );
  return facts;
}

const textIn = (element: Element): string => element.getAttribute('value') ?? element.textContent ?? '';

const told = (number: number): string => (number > mostCounted ? `${mostCounted}+` : String(number));

function count(found: readonly string[]): string[] {
  return [...new Set(found)].map((one) => `${one}:${told(found.filter((other) => other === one).length)}`);
}
