import { mkdirSync, readFileSync } from 'node:fs';
import { ensureBrowsers, findBrowser, howToInstall } from './browsers.ts';
import { build } from './build.ts';
import { type Ended, inRoot, runTool } from './command.ts';
import { differencesFromElsewhere } from './rebuild.ts';

/** What one check came to. `failed` names what failed, each with what is needed to mend it. */
interface Outcome {
  passed: number;
  failed: number;
  output: string;
}

interface Check {
  name: string;
  run: () => Promise<Outcome>;
}

const reports = inRoot('.cache/reports');
const families = ['chromium', 'firefox'] as const;

/** A check that passes or fails as a whole, by its program's exit code. */
async function whole(ended: Promise<Ended>): Promise<Outcome> {
  const { code, output } = await ended;
  return code === 0 ? { passed: 1, failed: 0, output: '' } : { passed: 0, failed: 1, output };
}

const types = (project: string) => whole(runTool('typescript/bin/tsc', ['--noEmit', '-p', project]));

async function builds(): Promise<Outcome> {
  await build();
  return { passed: 1, failed: 0, output: '' };
}

/** Anybody can build the packages anew from the source zip and compare. */
async function sameElsewhere(): Promise<Outcome> {
  const differences = await differencesFromElsewhere();
  if (differences.length === 0) return { passed: 1, failed: 0, output: '' };
  return { passed: 0, failed: 1, output: differences.join('\n') };
}

/** Mozilla's linter must have nothing to say: errors, warnings and notices count alike. */
async function mozillaLint(): Promise<Outcome> {
  const { output } = await runTool('addons-linter/bin/addons-linter', ['--output', 'json', 'dist/firefox']);
  const { summary } = JSON.parse(output.slice(output.indexOf('{'))) as { summary: Record<string, number> };
  const { errors, warnings, notices } = summary;
  if (errors === 0 && warnings === 0 && notices === 0) return { passed: 1, failed: 0, output: '' };
  return { passed: 0, failed: 1, output };
}

/** Prints, after every so many lines that match, how many there were: a long run is not silent. */
function counting(what: string, isDone: RegExp, every: number): (line: string) => void {
  let done = 0;
  return (line) => {
    if (!isDone.test(line)) return;
    done += 1;
    if (done % every === 0) console.log(`        ${done} ${what}`);
  };
}

async function unit(): Promise<Outcome> {
  const report = `${reports}/unit.json`;
  const { code, output } = await runTool(
    'vitest/vitest.mjs',
    [
      'run',
      '--config',
      'test/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { onLine: counting('files of tests done', /^ [✓❯×] test\//, 10) },
  );
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'));
  // A skipped test proves nothing; a file that does not load has no tests to count.
  const failed = numFailedTests + numPendingTests + numTodoTests;
  return { passed: numPassedTests, failed: Math.max(failed, code === 0 ? 0 : 1), output: code === 0 ? '' : output };
}

interface BrowserSuite {
  suites?: BrowserSuite[];
  specs: { title: string; tests: { status: string; annotations: { type: string; description?: string }[] }[] }[];
}

interface BrowserReport {
  stats: { expected: number; unexpected: number; flaky: number };
  suites: BrowserSuite[];
}

/** The tests that cannot run on this machine, each with its reason; they count neither as passed nor as failed. */
function reasonsNotToRun(suites: readonly BrowserSuite[]): string[] {
  return suites.flatMap(({ suites: inner = [], specs }) => [
    ...reasonsNotToRun(inner),
    ...specs.flatMap(({ title, tests }) =>
      tests
        .filter(({ status }) => status === 'skipped')
        .map(
          ({ annotations }) =>
            `${title} (${annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given'})`,
        ),
    ),
  ]);
}

/** A line of the table of controls: what the guard does at each of them is for people to read, too. */
const ofTable = / \| (?:record|protected|unread|ordinary) \| /;

async function browsers(family: (typeof families)[number]): Promise<Outcome> {
  if (!findBrowser(family)) return { passed: 0, failed: 1, output: howToInstall(family) };
  const report = `${reports}/${family}.json`;
  const count = counting('tests done', /^ +[✓✘ox-] +\d+ \[/, 10);
  const { code, output } = await runTool(
    '@playwright/test/cli.js',
    ['test', '--config', 'test/browser/playwright.config.ts', '--project', family, '--reporter=list,json'],
    {
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
      onLine(line) {
        count(line);
        if (ofTable.test(line)) console.log(line);
      },
    },
  );
  const { stats, suites } = JSON.parse(readFileSync(report, 'utf8')) as BrowserReport;
  for (const reason of reasonsNotToRun(suites)) console.log(`        not run here: ${reason}`);
  const failed = stats.unexpected + stats.flaky;
  return { passed: stats.expected, failed: Math.max(failed, code === 0 ? 0 : 1), output: code === 0 ? '' : output };
}

const checks: readonly Check[] = [
  { name: 'Types', run: () => types('tsconfig.json') },
  { name: 'Types of the pure folders (no DOM)', run: () => types('src/tsconfig.pure.json') },
  {
    name: 'Lint and format',
    run: () => whole(runTool('@biomejs/biome/bin/biome', ['ci', '--colors=off', '--error-on-warnings', '.'])),
  },
  { name: 'Builds for Chrome, Edge and Firefox', run: builds },
  { name: 'The same packages from another folder', run: sameElsewhere },
  { name: "Mozilla's linter", run: mozillaLint },
  { name: 'Unit and house tests', run: unit },
  { name: 'Browser tests in Chromium', run: () => browsers('chromium') },
  { name: 'Browser tests in Firefox', run: () => browsers('firefox') },
];

async function outcomeOf({ name, run: check }: Check): Promise<Outcome> {
  const begun = performance.now();
  const outcome = await check().catch((failure: Error) => ({ passed: 0, failed: 1, output: failure.message }));
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const { passed, failed, output } = outcome;
  console.log(`${failed === 0 ? 'ok    ' : 'FAILED'}  ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
  if (failed > 0) console.log(output);
  return outcome;
}

/** `npm test`: every check, one after the other, all of them even when one fails. */
export async function run(): Promise<number> {
  mkdirSync(reports, { recursive: true });
  await ensureBrowsers(families);
  const outcomes: Outcome[] = [];
  for (const check of checks) outcomes.push(await outcomeOf(check));
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
