import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ScreenTab } from './screen-tab.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Besides what axe checks unasked: that a control's name holds the words that stand on it (WCAG 2.5.3), which axe calls experimental. */
const rules = { 'label-content-name-mismatch': { enabled: true } };

/** What axe finds wrong within the parts that a selector finds (shadow roots included), as sentences; by all its rules, or by those that are named. */
export async function violations(tab: ScreenTab, within: string, only?: readonly string[]): Promise<string[]> {
  await tab.evaluate(`(() => { ${axe}; return true; })()`);
  const options = JSON.stringify({ resultTypes: ['violations'], rules, ...(only && { runOnly: only }) });
  return tab.evaluate(`axe.run(${JSON.stringify({ include: [[within]] })}, ${options}).then(
    ({ violations }) => violations.map(({ id, help, nodes }) => id + ': ' + help + ' ' + nodes.map(({ html }) => html).join(' ')))`);
}
