import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  contentScriptBudget,
  contentScriptFaults,
  faultsOf,
  inAscii,
  placeFaults,
  withoutRawHtml,
} from '../../src/build/finish.ts';

const preact = 'x==="dangerouslySetInnerHTML";a.__html==d.innerHTML||(d.innerHTML=a.__html)';
const manifest = { content_scripts: [{ js: ['content.js'] }] };
/** Text that is as long and does not shrink below half when it is compressed. */
const noise = (length: number) => {
  const lines = Array.from({ length: length / 64 }, (_, at) => createHash('sha256').update(String(at)).digest('hex'));
  return lines.join('');
};

test("Preact's raw-HTML assignment and the comparison beside it are gone, the rest stays", () => {
  expect(withoutRawHtml(preact)).toBe(
    'x==="dangerouslySetInnerHTML";a.__html==d.textContent||(d.textContent=a.__html)',
  );
});

test('a script without Preact is left alone', () => {
  expect(withoutRawHtml('a.innerHTML = b')).toBe('a.innerHTML = b');
});

test.each(['x="dangerouslySetInnerHTML"', `${preact};e.innerHTML=f`])(
  'a Preact that no longer assigns raw HTML exactly once is refused',
  (script) => {
    expect(() => withoutRawHtml(script)).toThrow(/once/);
  },
);

test.each(['"Größe"', '/[–—]/u.test(x)', '`日本 🙂`', '"\\\\é"', '"\\é"'])('%s means the same in ASCII', (script) => {
  const ascii = inAscii(script);
  expect(ascii).toMatch(/^[\0-\x7f]*$/);
  const meaningOf = (expression: string) => new Function('x', `return ${expression}`)('–');
  expect(meaningOf(ascii)).toEqual(meaningOf(script));
});

test.each([
  'a.innerHTML=b',
  'a.insertAdjacentHTML(b)',
  'eval(x)',
  'new Function(x)',
  'fetch("x")',
  'new XMLHttpRequest',
  'new WebSocket(x)',
  'jsxDEV(a,{})',
  'a("p",{},void 0,!1,{fileName:b,lineNumber:12,columnNumber:3},this)',
])('a built file that holds %s is refused', (script) => {
  expect(faultsOf('file.js', script)).toHaveLength(1);
});

test('a harmless script is not', () => {
  expect(faultsOf('file.js', 'prefetch(1);a.textContent=b;evaluate(2);throw{lineNumber:b}')).toEqual([]);
});

test.each([
  ['/srv/somebody/guard', 'x="/srv/somebody/guard/src/a.tsx"'],
  ['C:\\Users\\Some Body\\guard', 'x="C:\\\\Users\\\\Some Body\\\\guard\\\\a.tsx"'],
  ['C:\\Users\\Some Body\\guard', 'x="file:///C:/Users/Some Body/guard/a.tsx"'],
  ['/srv/some body/guard', '/*# sourceURL=file:///srv/some%20body/guard/a.css */'],
])('a built file of any kind that names %s, where it was built, is refused', (folder, content) => {
  expect(placeFaults('file.css', Buffer.from(content), ['/elsewhere', folder])).toHaveLength(1);
  expect(placeFaults('file.css', Buffer.from(content), ['/elsewhere'])).toEqual([]);
});

test('a self-contained content script within its budget is fine', () => {
  expect(contentScriptFaults(manifest, () => '(()=>{})()')).toEqual([]);
});

test('one that imports, is too heavy, or opens files to pages is not', () => {
  expect(contentScriptFaults(manifest, () => 'import("./other.js")')).toHaveLength(1);
  expect(contentScriptFaults(manifest, () => 'import a from"./other.js"')).toHaveLength(1);
  expect(contentScriptFaults(manifest, () => noise(contentScriptBudget * 3))).toHaveLength(1);
  expect(contentScriptFaults({ ...manifest, web_accessible_resources: [{}] }, () => '')).toHaveLength(1);
  expect(contentScriptFaults({}, () => '')).toHaveLength(1);
});
