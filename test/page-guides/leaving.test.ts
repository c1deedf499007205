// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { createGuidance } from '../../src/guidance/guidance.ts';
import { createHost } from '../../src/guidance/host.ts';
import { drawGuide } from '../../src/guidance/page-guide-panel.ts';
import { type Policy, policies } from '../../src/rules/index.ts';
import { caseOf, cases } from '../alma/cases.ts';
import { english } from '../guidance/english.ts';
import { guidedOn } from './guided-on.ts';

const policy = policies.wrlc as Policy;

/** Shows the guide of a case, and gives what stands in the page then. */
function showGuide(id: string, sandbox = false) {
  const screen = guidedOn(caseOf(id).description, id);
  if (!screen) throw new Error('The page was not recognised.');
  const before = document.documentElement.outerHTML;
  const life = new AbortController();
  const guidance = createGuidance(document, {
    host: createHost(document),
    say: english,
    signal: life.signal,
    onFailure: (error) => {
      throw error;
    },
  });
  const context = {
    policy,
    today: '2026-11-21' as never,
    say: english,
    language: 'en',
    sandbox,
    onReview: () => undefined,
  };
  guidance.show({ key: screen.page, guide: drawGuide(screen, context), marks: [], place: screen.place });
  const [own, ...more] = document.querySelectorAll('alma-user-guard');
  return { screen, before, guidance, life, own, more, panel: own?.shadowRoot?.querySelector('[data-guide]') };
}

const ids = cases
  .filter(({ description: { screen } }) => /^(add-|role-|purge|run-job|delete-user|merge|staff|roles)/.test(screen))
  .map(({ id }) => id);

describe('a guide', () => {
  test('is tried on every page that has one', () => expect(ids.length).toBeGreaterThan(50));

  test.each(ids)('on %s stands in the one element, and leaves the document byte for byte', (id) => {
    const { before, guidance, own, more, panel, screen } = showGuide(id);
    expect(more).toEqual([]);
    expect(panel?.getAttribute('data-guide')).toBe(screen.page);
    expect(own?.closest('table,.row,button,a')).toBeNull();
    expect(document.documentElement.outerHTML).not.toBe(before);
    guidance.clear();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('goes with the extension', () => {
    const { before, life } = showGuide('purge');
    life.abort();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('stands in the form of a purge as long as that is open', () => {
    const { own } = showGuide('purge-add-job');
    expect(own?.closest('[role="dialog"]')).not.toBeNull();
    expect(own?.nextElementSibling?.querySelector('label')?.textContent).toContain('Number of Days');
    expect(showGuide('purge').own?.closest('[role="dialog"]')).toBeNull();
  });

  test('tells sandbox and production apart in words', () => {
    expect(showGuide('purge').panel?.textContent).toContain(english('guidance_production'));
    expect(showGuide('purge', true).panel?.textContent).toContain(english('guidance_sandbox'));
    expect(showGuide('purge', true).panel?.textContent).not.toContain(english('guidance_production'));
  });

  test('carries a rule only where a rule has found something', () => {
    const rules = (id: string) =>
      [...(showGuide(id).panel?.querySelectorAll('[data-rule]') ?? [])].map((each) => each.getAttribute('data-rule'));
    expect(rules('purge-add-job')).toEqual([]);
    expect(rules('merge-exl')).toEqual(['ex-libris-account']);
  });

  test('offers the review beside the Staff Login Report alone', () => {
    const buttons = (id: string) => showGuide(id).panel?.querySelectorAll('button').length;
    expect(ids.filter((id) => buttons(id) === 1)).toEqual(ids.filter((id) => id.startsWith('staff-login')));
  });

  test.each(ids.filter((id) => !/-(de|fr|es|it)$/.test(id)))('on %s has all its texts', (id) => {
    const { panel } = showGuide(id);
    expect(panel?.textContent).not.toMatch(/guide_|\{\w+\}|undefined/);
    expect(panel?.querySelectorAll('details li').length).toBeGreaterThan(0);
  });
});
