// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { ownElements } from '../../src/alma/elements.ts';
import {
  createHost,
  dress,
  hostTag,
  markTag,
  type Styles,
  sheetFor,
  suitPage,
  sweep,
  sweepRecord,
} from '../../src/guidance/host.ts';
import { RoleMarks } from '../../src/guidance/marks.ts';
import { english as say } from './english.ts';

const css = '@media (prefers-color-scheme: dark) { :host { color: white; } } @media print { :host { color: black; } }';

const none = { panel: '', guard: '', mark: '', listMark: '', teaching: '' };
const styles: Styles = { ...none, panel: css };
const conditions = () =>
  [...sheetFor(document, 'panel').cssRules].map((rule) => (rule as CSSMediaRule).media.mediaText);

afterEach(() => {
  document.body.removeAttribute('style');
  document.body.replaceChildren();
});

describe('the palette', () => {
  test.each([
    ['a page that says nothing', '', 'not all'],
    ['a white page', 'background-color: rgb(255, 255, 255)', 'not all'],
    ['a dark page', 'background-color: rgb(20, 24, 30)', 'all'],
  ])('on %s does not follow the system', (_, style, condition) => {
    document.body.setAttribute('style', style);
    dress(document, styles);
    suitPage(document, document.body);
    expect(conditions()[0]).toBe(condition);
  });

  test('of a light box on a dark page is light', () => {
    document.body.setAttribute('style', 'background-color: rgb(20, 24, 30)');
    const box = document.createElement('div');
    box.setAttribute('style', 'background-color: rgb(250, 250, 250)');
    document.body.append(box);
    dress(document, styles);
    suitPage(document, box);
    expect(conditions()[0]).toBe('not all');
  });

  test('suits the page also where the style sheets come later', () => {
    const other = document.implementation.createHTMLDocument();
    document.body.setAttribute('style', 'background-color: rgb(20, 24, 30)');
    suitPage(other, document.body);
    dress(other, styles);
    expect((sheetFor(other, 'panel').cssRules[0] as CSSMediaRule).media.mediaText).toBe('all');
  });

  test('leaves every other condition of a style sheet alone', () => {
    dress(document, styles);
    suitPage(document, document.body);
    expect(conditions()[1]).toBe('print');
  });
});

test('what was drawn before its style sheet came is dressed by it, once', () => {
  const other = document.implementation.createHTMLDocument();
  const root = createHost(other).host.shadowRoot;
  expect(root?.adoptedStyleSheets).toEqual([sheetFor(other, 'panel')]);
  expect(sheetFor(other, 'panel').cssRules).toHaveLength(0);
  dress(other, styles);
  const [rule] = sheetFor(other, 'panel').cssRules;
  dress(other, styles);
  expect(sheetFor(other, 'panel').cssRules).toHaveLength(2);
  expect(sheetFor(other, 'panel').cssRules[0]).toBe(rule);
});

test('the one element is made once, with an open shadow root, and is not in the document by itself', () => {
  const shared = createHost(document);
  expect(shared.host).toBe(shared.host);
  expect(shared.host.localName).toBe('alma-user-guard');
  expect(shared.host.isConnected).toBe(false);
  expect(shared.part('panel').getRootNode()).toBe(shared.host.shadowRoot);
  expect(shared.part('guard').getRootNode()).toBe(shared.host.shadowRoot);
});

test('sweeping a record leaves the marks of a list; sweeping all leaves nothing', () => {
  const ofRole = document.createElement('alma-user-guard-mark');
  ofRole.dataset.counts = 'yes';
  const ofRow = document.createElement('alma-user-guard-mark');
  ofRow.dataset.rule = 'ex-libris-account';
  document.body.append(document.createElement('alma-user-guard'), ofRole, ofRow);
  sweepRecord(document);
  expect([...document.body.children]).toEqual([ofRow]);
  sweep(document);
  expect(document.body.children).toHaveLength(0);
});

test('the reader of pages knows our elements by the very tags that guidance gives them', () => {
  expect(ownElements.split(',')).toEqual([hostTag, markTag]);
});

describe('what is done in our elements', () => {
  const heard: string[] = [];
  const uses = [
    'click',
    'dblclick',
    'contextmenu',
    'mousedown',
    'pointerdown',
    'keydown',
    'keypress',
    'keyup',
    'change',
  ];
  const life = new AbortController();

  test.each(uses)('%s never reaches the page, and reaches what is ours', (type) => {
    document.addEventListener(type, ({ type: name }) => heard.push(name), { signal: life.signal });
    const { host, part } = createHost(document);
    const button = document.createElement('button');
    part('panel').append(button);
    document.body.append(host);
    let ours = 0;
    button.addEventListener(type, () => {
      ours += 1;
    });
    button.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true }));
    document.body.dispatchEvent(new Event(type, { bubbles: true }));
    expect([ours, heard.filter((name) => name === type)]).toEqual([1, [type]]);
  });

  test('stays within a mark beside a role, too', () => {
    const cell = document.createElement('div');
    document.body.append(cell);
    const marks = new RoleMarks(document, say);
    marks.show([{ cell, counts: 'yes', text: 'counts' }]);
    const before = heard.length;
    let rowHeard = 0;
    cell.addEventListener('click', () => {
      rowHeard += 1;
    });
    const mark = cell.firstElementChild as Element;
    mark.dispatchEvent(new Event('click', { bubbles: true, composed: true }));
    expect([heard.length, rowHeard]).toEqual([before, 0]);
    cell.dispatchEvent(new Event('click', { bubbles: true }));
    expect([heard.length, rowHeard]).toEqual([before + 1, 1]);
    marks.clear();
    cell.append(mark);
    mark.dispatchEvent(new Event('click', { bubbles: true, composed: true }));
    expect([heard.length, rowHeard]).toEqual([before + 2, 2]);
    life.abort();
  });
});
