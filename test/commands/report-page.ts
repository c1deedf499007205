import type { ReportedElement, ReportedPage } from './report-file.ts';

/** Rows of a list are told as two; so many are made of them at most. */
const mostRows = 100;

/** What is put where the report left something out, by what ids, names and classes around it say. First match holds. */
const invented: readonly (readonly [RegExp, string])[] = [
  [/birth|date|expir|purge/i, 'day'],
  [/recordType/i, 'Public'],
  [/accountType|userType/i, 'Internal'],
  [/status/i, 'Active'],
  [/userGroup|group/i, 'Staff'],
  [/roleType|rolename|_role\b/i, 'Cataloger'],
  [/scope/i, 'Example University'],
  [/primaryId|userName|identifier/i, 'report01'],
  [/name/i, 'Invented, Person'],
];

const codes: Readonly<Record<string, string>> = {
  Public: 'PUBLIC',
  Internal: 'INTERNAL',
  Active: 'ACTIVE',
  Staff: 'STAFF',
};

interface Node_ extends ReportedElement {
  readonly children: Node_[];
}

/** Puts the lines of a report back into one another. */
function treeOf(elements: readonly ReportedElement[]): Node_[] {
  const roots: Node_[] = [];
  const open: Node_[] = [];
  for (const element of elements) {
    const node = { ...element, children: [] };
    open.length = Math.min(open.length, element.depth);
    (open.at(-1)?.children ?? roots).push(node);
    open.push(node);
  }
  return roots;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const whole = (masked: string): string => masked.replaceAll('*', 'x');
const attribute = ({ attributes }: ReportedElement, name: string): string =>
  attributes.find(([other]) => other === name)?.[1] ?? '';

const voids = new Set(['input', 'img', 'br', 'hr', 'meta', 'area', 'col', 'source', 'wbr']);

interface Making {
  readonly day: string;
  /** Rows drawn in a list, by its name. */
  readonly rows: ReadonlyMap<string, { readonly rows: number; readonly counter: string | undefined }>;
}

function factsIn({ facts }: ReportedPage): Making {
  const pattern = facts.find(([what]) => what === 'days')?.[1].split(' ')[0] ?? 'yyyy-MM-dd';
  const day = pattern.replace(/y+/i, '2027').replace(/m+/i, '03').replace(/d+/i, '04');
  const rows = facts.flatMap(([what, said]) => {
    const [, name = '', drawn = '0', counter] = /^(\S+) rows=(\d+)\+?(?: counter=(\w+))?/.exec(said) ?? [];
    return /^(table|list|empty)$/.test(what) ? [[name, { rows: Number(drawn), counter }] as const] : [];
  });
  return { day, rows: new Map(rows) };
}

/** The value for a place whose own names, or those around it, say what it is. */
function valueFor(places: readonly string[], { day }: Making): string {
  for (const place of [...places].reverse()) {
    const found = invented.find(([names]) => names.test(place));
    if (found) return found[1] === 'day' ? day : found[1];
  }
  return 'Invented';
}

/** The elements around one, the nearest last. */
type Path = readonly Node_[];

/** Draws one element with all that stands in it. */
function draw(node: Node_, path: Path, making: Making): string {
  const places = placesAround(path);
  const own = ['class', 'name', 'id'].map((name) => attribute(node, name)).filter(Boolean);
  const around = [...places, ...own.map(whole)];
  const tag = /^[a-z][\w-]*$/.test(node.tag) ? node.tag : 'x-element';
  const value = valueFor(around, making);
  // A list that is searched in or filtered is not a whole one.
  const isField =
    /^(pageBean|SPAN)/.test(attribute(node, 'id')) && !/checkbox|radio|submit|button/.test(attribute(node, 'type'));
  const said = tag === 'input' && isField ? ` value="${escaped(value)}"` : '';
  const shown = node.attributes.map(([name, text]) => ` ${name}="${escaped(whole(text))}"`).join('');
  const start = `<${tag}${shown}${node.hidden ? ' style="display: none"' : ''}${said}>`;
  if (voids.has(tag)) return start;
  return `${start}${textOf(node, path, value, making)}${optionsOf(node, value)}${childrenOf(node, path, making)}</${tag}>\n`;
}

/**
 * The ids and names around an element. A cell's column is told by the cell itself, where it has an id; nothing else of its row or its list
 * may speak for it.
 */
function placesAround(path: Path): readonly string[] {
  const from = path.findLastIndex(({ tag }) => tag === 'tr');
  const near = path.slice(from + 1).flatMap((node) => [attribute(node, 'id'), attribute(node, 'name')]);
  return near.filter(Boolean).map(whole);
}

/** The name of the list that an element belongs to: of the first table in what stands around it. */
function listNear(path: Path): string | undefined {
  for (const around of [...path].reverse()) {
    const table = first(around, (node) => attribute(node, 'id').startsWith('TABLE_DATA_'));
    if (table) return attribute(table, 'id').slice('TABLE_DATA_'.length);
  }
  return undefined;
}

const isLeftOut = ({ text }: Node_): boolean => text === null;

function first(node: Node_, wanted: (node: Node_) => boolean): Node_ | undefined {
  if (wanted(node)) return node;
  for (const child of node.children) {
    const found = first(child, wanted);
    if (found) return found;
  }
  return undefined;
}

function textOf(node: Node_, path: Path, value: string, { rows }: Making): string {
  const counted = /^(.*)_record_count$/.exec(attribute(node, 'id'))?.[1];
  const { counter } = rows.get(counted ?? '') ?? {};
  if (counter !== undefined && counter !== 'NaN') return counter;
  if (node.text === undefined) return '';
  // What a label or a header says as a whole stands in the innermost of its parts.
  const around = path.find(({ text }) => typeof text === 'string');
  if (around) return first(around, isLeftOut) === node ? escaped(whole(around.text ?? '')) : '';
  if (node.text !== null) return first(node, isLeftOut) ? '' : escaped(whole(node.text));
  if (!/\blistNumOfRecords\b/.test(attribute(node, 'class'))) return escaped(value);
  const drawn = rows.get(listNear(path) ?? '')?.rows ?? 0;
  return drawn === 0 ? '' : `(1 - ${drawn} of ${drawn})`;
}

const optionsOf = (node: Node_, value: string): string => {
  if (node.tag !== 'select') return '';
  if (/filter/i.test(attribute(node, 'id'))) return '<option value="ALL" selected>All</option>';
  return `<option value="${escaped(codes[value] ?? value)}" selected>${escaped(value)}</option>`;
};

/** Rows of a list are told as two: the others that were drawn are like the last of them, under numbers of their own. */
function childrenOf(node: Node_, path: Path, making: Making): string {
  const drawn = node.children.map((child) => draw(child, [...path, node], making));
  const last = drawn.at(-1);
  if (node.tag !== 'tbody' || last === undefined) return drawn.join('');
  const rows = Math.min(making.rows.get(listNear(path) ?? '')?.rows ?? 0, mostRows);
  const more = Array.from({ length: Math.max(0, rows - drawn.length) }, (_, at) =>
    last
      .replace(/_ROW_\d+_/g, `_ROW_${drawn.length + at}_`)
      .replace(/(id="recordContainer[^"]*)"/, `$1${drawn.length + at}"`),
  );
  return [...drawn, ...more].join('');
}

/** The page that a report tells of, with invented values in its structure: HTML that can be opened, and read. */
export function pageFrom(page: ReportedPage): string {
  const making = factsIn(page);
  const fact = (name: string) => page.facts.find(([what]) => what === name)?.[1];
  const entities = (fact('entities')?.split(' ') ?? []).flatMap((told) => {
    const [type = '', count = '1'] = told.split(':');
    return Array.from({ length: Math.min(Number.parseInt(count, 10) || 1, mostRows) }, (_, at) => ({
      type: type.toUpperCase(),
      link: `/users/report${String(at + 1).padStart(2, '0')}`,
    }));
  });
  const body = treeOf(page.elements)
    .map((node) => draw(node, [], making))
    .join('');
  const set = `window.AlmaPageMetadata.set(JSON.parse('${JSON.stringify({ entities })}'))`;
  const lang = /^[a-z]{2}(-[a-z]{2})?$/i.test(page.language) ? ` lang="${page.language}"` : '';
  const scripted =
    entities.length === 0 ? body : body.replace(/(<div[^>]* id="apm-set"[^>]*>)/, `$1<script>${set}</script>`);
  return `<!doctype html>\n<html${lang}><head><meta charset="utf-8"><title>Page report</title></head>\n${scripted}</html>\n`;
}
