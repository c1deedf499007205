// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { grammar } from '../../src/alma/markup/grammar.ts';
import { reportPage } from '../../src/alma/teaching/page-report.ts';
import { userDetails } from '../alma/earlier.ts';
import { namedUser } from '../alma/people.ts';
import { reportOn } from './reporting.ts';

const factsOf = (lines: readonly string[]) => lines.filter((line) => line.startsWith('# '));

test('a page of the skeleton of 2026 tells its release, theme, names, help id, entities, counters and how it writes days', () => {
  const facts = factsOf(reportOn(userDetails(namedUser, { layout: '2026', dateFormat: 'mdy' }))).join('\n');
  expect(facts).toMatch(/^# release February2026$/m);
  expect(facts).toMatch(/^# theme denim_blue$/m);
  expect(facts).toMatch(/^# help com\.\S*general\.menu\.user\.details$/m);
  expect(facts).toMatch(/^# names .*user\.user_details_general\.xml/m);
  expect(facts).toMatch(/^# entities user:1$/m);
  expect(facts).toMatch(/^# list userRolesList rows=5 counter=5$/m);
  expect(facts).toMatch(/^# days .*MM\/DD\/YYYY/m);
  expect(facts).not.toContain('/users/');
});

test('an older page tells what of it there is', () => {
  expect(factsOf(reportOn(userDetails(namedUser)))).toEqual(['# table userRolesList rows=5']);
});

describe('of a value that stands where a fact is looked for', () => {
  test.each([
    ['a release', '<img src="/a.gif?version=Quennevais2026">'],
    ['a release of another kind', '<img src="/a.gif?version=1987-03-14">'],
    ['a theme', '<base-root class="base-quennevais_blue-theme"></base-root>'],
    ['a help id', '<a data-help-id="com.exlibris.quennevais.7481"></a>'],
    ['a page’s own name', '<input id="boomerang_page_id" value="quennevais.7481.xml">'],
    ['an address', '<form id="pageForm" action="/ng?xmlFileName=quennevais.7481.xml"></form>'],
    [
      'an entity',
      `<div id="apm-set"><script>set('{\\"entities\\":[{\\"type\\":\\"QUENNEVAIS\\",\\"link\\":\\"/users/7481@example.org\\",\\"description\\":\\"Quennevais\\"}]}')</script></div>`,
    ],
    [
      'a list’s name and counter',
      '<div id="quennevais" class="almaList"></div><span id="quennevais_record_count">7481 Quennevais</span>',
    ],
    ['how days are written', '<input title="Quennevais"><input data-zdp_format="7481"><input title="14/03/1987">'],
    ['a script', '<script>function getDateFormat() { return "Quennevais"; }</script>'],
  ])('nothing is told: %s', (_, markup) => {
    document.body.innerHTML = markup;
    const text = reportPage(document, grammar).join('\n');
    expect(text.toLowerCase()).not.toMatch(/quennevais|7481|1987|14/);
  });
});

test('a page’s own hidden copies of its names do not hide those names where they are told', () => {
  document.body.innerHTML = `<form id="pageForm"><input type="hidden" name="pageViewMode" value="pageBean user"><span id="dynamic_title">User Roles page</span>
    <label for="pageBeanuserstatus">Status</label><input id="pageBeanuserstatus" value="Hollowell"></form>`;
  const text = reportPage(document, grammar).join('\n');
  expect(text).toContain('id="pageBeanuserstatus"');
  expect(text).not.toContain('Hollowell');
});

test('a list whose name has dots has a counter without them', () => {
  document.body.innerHTML =
    '<div id="asset.blockList" class="almaList"><div class="typeC2"></div></div><span id="assetblockList_record_count">4</span>';
  expect(factsOf(reportPage(document, grammar))).toEqual(['# empty asset.blockList rows=0 counter=4']);
});

test('a large counter is told as large', () => {
  document.body.innerHTML = '<div id="userList" class="almaList"></div><span id="userList_record_count">12345</span>';
  expect(factsOf(reportPage(document, grammar))).toEqual(['# list userList rows=0 counter=999+']);
});
