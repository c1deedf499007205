// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { drawing, element, redraw } from '../../src/guidance/dom.ts';

const svg = 'http://www.w3.org/2000/svg';

describe('an element', () => {
  test('has the attributes that are given, and none that is left out', () => {
    const made = element('details', { open: true, hidden: false, class: undefined, id: 'a' });
    expect(made.getAttributeNames().sort()).toEqual(['id', 'open']);
    expect(made.getAttribute('open')).toBe('');
  });

  test('holds texts and elements in their order, and nothing for what is not there', () => {
    const made = element('p', {}, 'one ', false, element('b', {}, 'two'), undefined, ' three');
    expect(made.textContent).toBe('one two three');
    expect(made.childNodes).toHaveLength(3);
  });

  test('takes a text for a text, whatever is in it', () => {
    expect(element('p', {}, '<b>bold</b>').childElementCount).toBe(0);
  });

  test('of a drawing is one that browsers draw', () => {
    const made = drawing('svg', { viewBox: '0 0 1 1' }, drawing('path', { d: 'M0 0Z' }));
    expect([made.namespaceURI, made.firstElementChild?.namespaceURI]).toEqual([svg, svg]);
    expect(made.getAttribute('viewBox')).toBe('0 0 1 1');
  });
});

describe('drawing again', () => {
  const finding = (rule: string, text: string, open = false) =>
    element('details', { 'data-rule': rule, open }, element('summary', {}, rule), element('p', {}, text));
  let root: HTMLElement;
  const rules = () => [...root.children].map((child) => child.getAttribute('data-rule'));

  beforeEach(() => {
    root = element('div');
    document.body.append(root);
  });
  afterEach(() => root.remove());

  test('changes texts and attributes in the elements that are there', () => {
    redraw(root, [element('p', { title: 'x' }, 'one'), element('button', { hidden: true }, 'Hide')]);
    const [text, button] = root.children;
    redraw(root, [element('p', { lang: 'de' }, 'eins'), element('button', {}, 'Show')]);
    expect([...root.children]).toEqual([text, button]);
    expect(text?.getAttributeNames()).toEqual(['lang']);
    expect(button?.hasAttribute('hidden')).toBe(false);
    expect(root.textContent).toBe('einsShow');
  });

  test('touches nothing where nothing has changed', () => {
    const drawn = () => [element('div', { role: 'alert' }, finding('a', 'one')), element('p', {}, 'two')];
    redraw(root, drawn());
    const changes = new MutationObserver(() => undefined);
    changes.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    redraw(root, drawn());
    expect(changes.takeRecords()).toEqual([]);
  });

  test('knows findings by their rule: they keep their element when others come, go and change places', () => {
    redraw(root, [finding('a', 'one'), finding('b', 'two')]);
    const [a, b] = root.children;
    redraw(root, [finding('c', 'three'), finding('b', 'zwei'), finding('a', 'eins')]);
    expect(rules()).toEqual(['c', 'b', 'a']);
    expect([root.children[2], root.children[1]]).toEqual([a, b]);
    redraw(root, [finding('a', 'eins')]);
    expect([...root.children]).toEqual([a]);
    expect(root.textContent).toBe('aeins');
  });

  test('leaves open and closed what a person has opened and closed', () => {
    redraw(root, [finding('a', 'one', true), finding('b', 'two')]);
    const [a, b] = root.children;
    a?.removeAttribute('open');
    b?.setAttribute('open', '');
    redraw(root, [finding('a', 'eins', true), finding('b', 'zwei')]);
    expect([a?.hasAttribute('open'), b?.hasAttribute('open')]).toEqual([false, true]);
  });

  test('keeps the focus and the listeners', () => {
    let pressed = 0;
    const button = (words: string) => element('button', { type: 'button' }, words);
    const first = button('Hide');
    first.addEventListener('click', () => {
      pressed += 1;
    });
    redraw(root, [finding('a', 'one'), first]);
    first.focus();
    redraw(root, [finding('b', 'two'), button('Show')]);
    expect(document.activeElement).toBe(first);
    first.click();
    expect(pressed).toBe(1);
  });
});
