// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { cases, earlierCases } from '../alma/cases.ts';
import { skeletonCases } from '../alma/cases-skeleton.ts';
import { reportOn } from './reporting.ts';

/** Invented, in several scripts, with digits, inside other words and as addresses. None is made of words of Alma's pages. */
const planted = [
  ...['Quennevais', 'Brøndum-Köhler', 'D’Ambrosio', 'Щербаков', '大江健三', 'קובלסקי', 'Nguyễn', 'zbigniew7', 'mquenn'],
  ...['39080012345678', 'q7481x', 'm.quennevais@example.org', 'FACULTYX', '1987-03-14', 'Brewster_Vance'],
] as const;

/** Plants values wherever an element of a page may bear one: class, data attribute and title of what is there, and new elements. */
function plant(drawn: Document): void {
  let count = 0;
  const next = (): string => planted[count++ % planted.length] ?? '';
  for (const element of [...drawn.body.querySelectorAll('div,span,td,th,tr,label,a,li,h1,h2,button')].slice(0, 300)) {
    element.setAttribute('class', `${element.getAttribute('class') ?? ''} is-${next()} ${next()}Row`);
    element.setAttribute('data-value', next());
    element.setAttribute('data-hint-title', `Note about ${next()}`);
    element.setAttribute('title', next());
    element.setAttribute('aria-label', next());
  }
  for (const name of drawn.body.querySelectorAll('label,th,h1,h2,h3,[role="tab"]'))
    name.append(` ${next()} (${next()})`);
  const box = drawn.createElement('div');
  box.innerHTML = planted
    .map(
      (
        value,
      ) => `<div id="row_${value}"></div><div id="pageBean${value}Name"></div><a name="${value}" href="/${value}">${value}</a>
        <label for="pageBean${value}">${value}</label><h2>${value}</h2><h4>Roles of ${value}</h4><p role="${value}">${value}</p>
        <table id="TABLE_DATA_${value}"><thead><tr><th id="SELENIUM_ID_${value}_HEADER_name">${value}</th></tr></thead></table>
        <li id="cuser${value}_span"><a>${value}</a></li><x-${value.replace(/\W/g, '')}></x-${value.replace(/\W/g, '')}>`,
    )
    .join('');
  drawn.body.append(box);
  drawn.body.id = `${drawn.body.id}_${next()}`;
}

const withoutStars = (line: string): string =>
  line
    .replace(/\S*\*[^\s"]*/g, '')
    .replace(/ class=" *"?/g, '')
    .replace(/[\s"]+/g, ' ')
    .trim();

/** The body's id was changed, and facts of the page are no structure. In 2026 it depends on the values shown what is left out of an id. */
const isComparable = (line: string, isOf2026: boolean): boolean =>
  !/^(?:# |body )/.test(line) && !(isOf2026 && /id="[^"]*\*/.test(line));

describe('a report of every page in which somebody’s values stand in classes, ids, labels, headings, titles and data', () => {
  // The longest lists tell two of their rows as every list does; they take long to draw here.
  test.each(
    [
      ...earlierCases,
      ...cases.filter(({ description }, at) => description.layout !== '2026' || at % 8 === 0),
      ...skeletonCases.filter((_, at) => at % 8 === 0),
    ]
      .filter(({ id }) => !/^(list-500|list-10000|titles-2000)/.test(id))
      .map(({ id, description }) => [id, description] as const),
  )(
    '%s: tells none of them, and the structure all the same',
    (id, page) => {
      const before = reportOn(page, id);
      const lines = reportOn(page, id, plant);
      const text = lines.join('\n').toLowerCase();
      const pieces = planted
        .flatMap((value) => [value, ...value.split(/[^\p{L}\p{N}]+/u)])
        .filter((one) => one.length > 3);
      expect(pieces.filter((piece) => text.includes(piece.toLowerCase()))).toEqual([]);
      const kept = new Set(lines.map(withoutStars));
      expect(
        before
          .slice(1)
          .filter((line) => isComparable(line, page.layout === '2026'))
          .map(withoutStars)
          .filter((line) => !kept.has(line)),
      ).toEqual([]);
    },
    300_000,
  );
});
