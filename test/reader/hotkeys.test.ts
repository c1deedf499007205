// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { hotkeyTargets } from '../../src/alma/actions/index.ts';
import { maybeHotkey } from '../../src/guidance/guard/gestures.ts';

afterEach(() => document.body.replaceChildren());

const keydown = (key: string, held: KeyboardEventInit = { altKey: true }): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, ...held });
  event.getModifierState = () => false;
  return event;
};

/** Ids of the buttons that a key may press, on a page that holds this. */
function pressedBy(key: string, markup: string): string[] {
  document.body.innerHTML = markup;
  return hotkeyTargets(document, keydown(key)).map(({ id }) => id);
}

describe('which keys may be one of Alma’s hotkeys', () => {
  test.each([...'abcdefghijklmnopqrstuvwxyz0123456789'])('Alt+%s', (key) => {
    expect(maybeHotkey(keydown(key))).toBe(true);
    expect(maybeHotkey(keydown(key, { altKey: true, ctrlKey: true }))).toBe(true);
  });

  test.each([...'acflnprtvwxyz0'])('not Ctrl+%s, which is the browser’s', (key) => {
    expect(maybeHotkey(keydown(key, { ctrlKey: true }))).toBe(false);
  });

  test('a Mac’s Option key, which begins an accent with N, and which Firefox calls AltGr', () => {
    const event = new KeyboardEvent('keydown', { key: 'Dead', code: 'KeyN', altKey: true });
    event.getModifierState = (name) => name === 'AltGraph';
    expect(maybeHotkey(event)).toBe(true);
    document.body.innerHTML = '<button id="b" data-hint-title="N">Next</button>';
    expect(hotkeyTargets(document, event).map(({ id }) => id)).toEqual(['b']);
  });

  test('Ctrl+Alt, which Firefox on Windows calls AltGr', () => {
    const event = keydown('c', { altKey: true, ctrlKey: true });
    event.getModifierState = (name) => name === 'AltGraph';
    expect(maybeHotkey(event)).toBe(true);
  });

  test('not what AltGr types: browsers tell neither Ctrl nor Alt with it', () => {
    const event = keydown('@', {});
    event.getModifierState = (name) => name === 'AltGraph';
    expect(maybeHotkey(event)).toBe(false);
  });

  test.each(['Tab', 'ArrowLeft', 'F4', 'Enter', 'Home', ' '])('not Alt+%s', (key) => {
    expect(maybeHotkey(keydown(key))).toBe(false);
  });
});

describe('which buttons answer to a key', () => {
  test.each([
    ['the class, the letter in an element of its own', '<button id="b"><i class="jsHotkeyHint">N</i>Next</button>'],
    [
      'the class on the button, the letter in an attribute',
      '<button id="b" class="jsHotkeyHint" data-hint-title="N">Next</button>',
    ],
    ['the attribute without the class', '<button id="b" data-hint-title="N">Next</button>'],
    ['the tooltip alone', '<button id="b" data-original-title="Alt + N">Next</button>'],
    ['the tooltip before it is moved', '<button id="b" title="Next (Alt+N)">Next</button>'],
    ['a tooltip in German', '<button id="b" data-original-title="Strg + Alt + N">Weiter</button>'],
    ['what ARIA says', '<button id="b" aria-keyshortcuts="Alt+N">Next</button>'],
    ['a tooltip with Shift', '<button id="b" title="Next (Umschalt + Alt + N)">Weiter</button>'],
    ['a hint around the button', '<div data-hint-title="N"><button id="b">Next</button></div>'],
  ])('%s', (_, markup) => {
    expect(pressedBy('n', markup)).toEqual(['b']);
    expect(pressedBy('s', markup)).toEqual([]);
  });

  test('a hint that names no single key answers to any', () => {
    expect(pressedBy('n', '<button id="b" class="jsHotkeyHint">Next</button>')).toEqual(['b']);
    expect(pressedBy('n', '<button id="b" data-hint-title="A1">Next</button>')).toEqual(['b']);
  });

  test('a sign typed with a Mac’s Option key into a field is not what a hint without a letter may mean', () => {
    document.body.innerHTML = '<button id="b" class="jsHotkeyHint">Next</button><input>';
    const typed = (key: string) => {
      const event = keydown(key);
      document.querySelector('input')?.dispatchEvent(event);
      return hotkeyTargets(document, event).length;
    };
    expect([typed('@'), typed('Dead'), typed('n')]).toEqual([0, 0, 1]);
  });

  test('a tooltip that names no key is no hint', () => {
    expect(pressedBy('n', '<button id="b" data-original-title="Active + blocked">Next</button>')).toEqual([]);
  });
});
