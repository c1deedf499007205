import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { contentScriptBudget } from '../../src/build/finish.ts';
import { manifestFor } from '../../src/build/manifest.ts';
import { type Role, recordOf } from '../../src/record/index.ts';
import { judge, policies } from '../../src/rules/index.ts';
import { type AlmaPage, otherPage, userDetails } from '../alma/earlier.ts';
import { namedUser, sixtyRoles } from '../alma/people.ts';
import { type StandIn, startAlma } from '../alma/server.ts';
import { AlmaTab } from '../browser/alma-tab.ts';
import { type Chromium, launchChromium, type TraceEvent } from '../browser/chromium.ts';
import { benchRecords, readRecordsAlone } from './bench-records.ts';
import { benchReview } from './bench-review.ts';
import { benchRollUp } from './bench-rollup.ts';
import { ensureBrowsers, howToInstall } from './browsers.ts';
import { build } from './build.ts';
import { inRoot } from './command.ts';

/** How often each page is loaded with each extension. Medians of 15 are good to some 10 to 15 percent. */
const loads = 15;

/** Loads before those that count: the first ones in a process also compile. */
const warmUps = 3;

/** Roles of a person nobody is. The page is loaded less often: drawing so many takes a second or two, and 20,000 take the browser itself minutes. */
const manyRoles = 4_000;
const longLoads = 3;

interface Seats {
  ours: Seat;
  empty: Seat;
  /** Another build of the extension, for example of an older version. */
  other: Seat | undefined;
}

/** Measures with the browser at `program`, some also with another build; gives the budgets that were exceeded, as sentences. */
type Part = (program: string, otherBuild: string | undefined) => Promise<string[]>;

/** What a page that is not about users may cost at most, in milliseconds of traced script on 2,000 rows. */
const idleBudget = 3;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const inKb = (size: number) => `${(size / 1024).toFixed(1)} KB`;

/** Makes an extension that does nothing, with a content script in the same places: what any extension costs. */
function emptyExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'alma-user-guard-empty-'));
  const { manifest_version, version, content_scripts } = JSON.parse(JSON.stringify(manifestFor('chrome')));
  const scripts = content_scripts.map(({ css: _, ...script }: { css?: string[] }) => ({ ...script, js: ['empty.js'] }));
  const manifest = { manifest_version, version, name: 'Empty', content_scripts: scripts };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'empty.js'), '');
  return folder;
}

/** Milliseconds for which a thread really ran scripts of the extension; calls within calls are counted once. */
function scriptTime(events: readonly TraceEvent[], origin: string): number {
  const runs = events
    .filter(({ name, args }) => /^(?:EvaluateScript|FunctionCall)$/.test(name) && args.data?.url?.startsWith(origin))
    .toSorted((a, b) => a.tid - b.tid || a.ts - b.ts);
  let [thread, end, total] = [-1, 0, 0];
  for (const { tid, ts, dur = 0, tdur = dur } of runs) {
    if (tid === thread && ts < end) continue;
    [thread, end] = [tid, ts + dur];
    total += tdur;
  }
  return total / 1000;
}

interface Cost {
  script: number;
  longTasks: number;
}

/** A browser with one tab, in which the same page is loaded again and again. */
interface Seat {
  browser: Chromium;
  tab: AlmaTab;
}

async function sit(browser: Chromium, alma: StandIn): Promise<Seat> {
  return { browser, tab: new AlmaTab(await browser.newTab(), browser, alma) };
}

/** Loads a page, waits until `ready`, and gives what the extension's script and the page's long tasks took. */
async function costOf(
  { browser, tab }: Seat,
  page: AlmaPage,
  ready: (tab: AlmaTab) => Promise<unknown>,
): Promise<Cost> {
  let longTasks = 0;
  const events = await browser.traced(async () => {
    await tab.open(page);
    await ready(tab);
    longTasks = await tab.run(longTaskTime);
  });
  return { script: scriptTime(events, browser.extensionOrigin), longTasks };
}

/** Runs in the page: the sum of all tasks over 50 ms so far, in milliseconds. */
function longTaskTime(): Promise<number> {
  return new Promise((resolve) => {
    let sum = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) sum += duration;
    });
    observer.observe({ type: 'longtask', buffered: true });
    // What happened before is delivered in a task of its own, before the next idle moment but one.
    requestIdleCallback(() => requestIdleCallback(() => resolve(sum)));
  });
}

/** Until the extension has had its look at a page that has come to rest: its quiet moment is 150 ms. */
const atRest = (tab: AlmaTab) =>
  tab.run(() => new Promise<boolean>((resolve) => setTimeout(() => requestIdleCallback(() => resolve(true)), 400)));

const guided = (tab: AlmaTab) => tab.guidance().then(() => atRest(tab));

/** Loads a page with each extension by turns, prints the medians beside each other, and gives our script's. */
async function compare(
  title: string,
  seats: Seats,
  page: AlmaPage,
  ready: (tab: AlmaTab) => Promise<unknown>,
  rounds = loads,
) {
  const costs: { ours: Cost; empty: Cost; other: Cost | undefined }[] = [];
  for (let load = rounds < loads ? -1 : -warmUps; load < rounds; load += 1) {
    const round = {
      ours: await costOf(seats.ours, page, ready),
      empty: await costOf(seats.empty, page, atRest),
      other: seats.other && (await costOf(seats.other, page, ready)),
    };
    if (load >= 0) costs.push(round);
  }
  const medianOf = (who: keyof Seats, what: keyof Cost) => median(costs.map((round) => round[who]?.[what] ?? 0));
  const script = medianOf('ours', 'script');
  console.log(`${title} (medians of ${rounds} loads each, by turns)`);
  for (const [name, what] of [
    ['script    ', 'script'],
    ['long tasks', 'longTasks'],
  ] as const) {
    const beside = [`${against(medianOf('ours', what), medianOf('empty', what))} of an empty content script`];
    if (seats.other) beside.push(`${against(medianOf('ours', what), medianOf('other', what))} of the other build`);
    console.log(`  ${name}  ${inMs(medianOf('ours', what))}, ${beside.join(', ')}`);
  }
  return script;
}

const inMs = (time: number) => `${time.toFixed(time < 100 ? 2 : 0)} ms`;

/** "2.1 x the 14.40 ms"; where there is nothing to divide by, the time alone. */
const against = (time: number, reference: number) =>
  reference > 0 ? `${(time / reference).toFixed(2)} x the ${inMs(reference)}` : `beside the ${inMs(reference)}`;

/**
 * Runs in the page: draws a record in place; milliseconds from the moment at which it stands and the spinner is gone to the frame that
 * shows our guidance, and to the frame that shows an element which the page itself puts in at once.
 */
async function timeToPaint(page: AlmaPage): Promise<{ ours: number; own: number }> {
  const nextFrame = () =>
    new Promise<number>((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
  const seen = (what: string, isThere: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const observer = new MutationObserver(() => {
        if (!isThere()) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(document, { childList: true, subtree: true, attributes: true });
      setTimeout(() => reject(new Error(`Waited a minute in vain: ${what}`)), 60_000);
    });
  const isDrawn = () =>
    document.getElementById('pageBeanname') !== null && document.querySelector('#loadingBlocker.hide') !== null;
  const drawn = seen('the record is drawn', isDrawn).then(() => performance.now());
  const own = drawn.then(async (start) => {
    const element = document.body.appendChild(document.createElement('p'));
    const painted = await nextFrame();
    element.remove();
    return painted - start;
  });
  const guided = seen('guidance shows', () => document.querySelector('alma-user-guard') !== null).then(nextFrame);
  const alma = (window as unknown as { __alma: { show(page: AlmaPage): Promise<void> } }).__alma;
  const [shown, start, ownTime] = await Promise.all([guided, drawn, own, alma.show(page)]);
  return { ours: Math.max(0, shown - start), own: ownTime };
}

/** Draws a record with each build by turns, and prints how long guidance took to be painted. */
async function paint({ ours, other }: Seats): Promise<void> {
  const times: { ours: number; own: number; other: number | undefined }[] = [];
  const timesOf = async ({ tab }: Seat) => {
    await tab.open(otherPage('home', namedUser));
    return await tab.run(timeToPaint, userDetails(namedUser));
  };
  for (let round = 0; round < loads; round += 1) {
    times.push({ ...(await timesOf(ours)), other: other && (await timesOf(other)).ours });
  }
  const guidance = median(times.map((time) => time.ours));
  const own = median(times.map((time) => time.own));
  const beside = [`beside ${inMs(own)} until an element of the page's own is painted`];
  if (other) beside.push(`${against(guidance, median(times.map((time) => time.other ?? 0)))} of the other build`);
  console.log(`From "record drawn" to "guidance painted" (medians of ${loads} each, by turns)`);
  console.log(`  ${inMs(guidance)}, ${beside.join(', ')}`);
}

/** How often a second something can be done, measured for a second. */
function perSecond(work: () => unknown): number {
  const begun = performance.now();
  let count = 0;
  while (performance.now() - begun < 1000) {
    for (let batch = 0; batch < 50; batch += 1) work();
    count += 50;
  }
  return (count / (performance.now() - begun)) * 1000;
}

function judging(): void {
  const { id, roles, userGroup, accountType, recordType, status, expiryDate, purgeDate } = sixtyRoles;
  const record = recordOf({
    primaryId: id ?? '',
    name: `${sixtyRoles.lastName}, ${sixtyRoles.firstName}`,
    roles,
    userGroup: userGroup?.name ?? null,
    ...{ accountType, recordType, status, expiryDate, purgeDate },
  });
  const { wrlc } = policies;
  if (!wrlc) throw new Error('The policy wrlc is gone.');
  const judged = perSecond(() => judge(record, wrlc, '2027-01-15'));
  const copied = perSecond(() => JSON.parse(JSON.stringify(record)));
  console.log('Judging a record with 60 roles by all rules');
  console.log(
    `  ${Math.round(judged)} a second, ${(judged / copied).toFixed(2)} x the ${Math.round(copied)} copies a second of the same record through JSON`,
  );
}

function sizes(): void {
  const folder = inRoot('dist/chrome');
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:js|css)$/.test(file),
  );
  console.log('Sizes, gzipped');
  for (const file of scripts.sort()) {
    const size = gzipSync(readFileSync(join(folder, file))).length;
    const budget = file.endsWith('index.iife.js')
      ? `, ${((size / contentScriptBudget) * 100).toFixed(0)} % of its budget of ${inKb(contentScriptBudget)}`
      : '';
    console.log(`  ${inKb(size).padStart(8)}  ${file}${budget}`);
  }
}

/** Works with a browser for each extension: ours, an empty one and, where a folder is given, the unpacked build in it. */
async function withSeats<T>(
  program: string,
  otherBuild: string | undefined,
  work: (seats: Seats) => Promise<T>,
): Promise<T> {
  const alma = await startAlma();
  const folder = emptyExtension();
  const launched: Chromium[] = [];
  const seat = async (extension: string) => {
    const browser = await launchChromium({ program, extension, almaPort: alma.port });
    launched.push(browser);
    return await sit(browser, alma);
  };
  try {
    return await work({
      ours: await seat(inRoot('dist/chrome')),
      empty: await seat(folder),
      other: otherBuild === undefined ? undefined : await seat(otherBuild),
    });
  } finally {
    for (const browser of launched) await browser.close();
    await alma.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the extension costs on pages of Alma. Gives the budgets that were exceeded, as sentences. */
const benchPages: Part = (program, otherBuild) =>
  withSeats(program, otherBuild, async (seats) => {
    const titles = otherPage('titles', namedUser, { rows: 2000 });
    const idle = await compare('A page of 2,000 titles, not about users', seats, titles, atRest);
    await compare('A user record with 60 roles', seats, userDetails(sixtyRoles), guided);
    await paint(seats);
    judging();
    sizes();
    if (idle <= idleBudget) return [];
    return [`${idle.toFixed(2)} ms of script on a page that is not about users; ${idleBudget} ms are allowed`];
  });

/** What a list of roles costs that is longer than anybody's. There is no budget: it is to be held against another build. */
const benchRoles: Part = (program, otherBuild) =>
  withSeats(program, otherBuild, async (seats) => {
    const roles = Array.from({ length: manyRoles }, (_, at) => sixtyRoles.roles[at % sixtyRoles.roles.length] as Role);
    const page = userDetails({ ...sixtyRoles, roles }, { roleList: { columns: ['name', 'status'] } });
    await compare(`A user record with ${manyRoles} roles`, seats, page, guided, longLoads);
    return [];
  });

/** What the review costs at the size of a large institution. Gives the budgets that were exceeded, as sentences. */
const benchYearlyReview: Part = async (program) => {
  const alma = await startAlma();
  try {
    const launch = () => launchChromium({ program, extension: inRoot('dist/chrome'), almaPort: alma.port });
    return [...(await benchRecords(launch)), ...(await benchReview(launch))];
  } finally {
    await alma.close();
  }
};

/** What a large consortium costs the page that adds up. */
const benchConsortium: Part = async (program) => {
  const alma = await startAlma();
  try {
    return await benchRollUp(() => launchChromium({ program, extension: inRoot('dist/chrome'), almaPort: alma.port }));
  } finally {
    await alma.close();
  }
};

const parts: Readonly<Record<string, Part>> = {
  pages: benchPages,
  roles: benchRoles,
  review: benchYearlyReview,
  rollup: benchConsortium,
};

/** The folder of another build, as given; throws where no built extension is in it. */
function buildIn(folder: string): string {
  const path = resolve(folder);
  if (existsSync(join(path, 'manifest.json'))) return path;
  throw new Error(`There is no built extension in ${folder}: give the dist/chrome of another checkout.`);
}

/**
 * `npm run bench`: the measurements, each beside its reference from the same run; `npm run bench -- review` only those of the
 * yearly review, `-- rollup` those of a large consortium, `-- pages` and `-- roles` the others; `--against FOLDER` measures these two with
 * the build in that folder, too, by turns. Ends with 1 when a budget is exceeded.
 */
export async function run(args: readonly string[]): Promise<number> {
  const [first, form = '', path = ''] = args;
  if (first === 'read-records') return readRecordsAlone(form, path);
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { against: { type: 'string' } },
  });
  const otherBuild = values.against === undefined ? undefined : buildIn(values.against);
  const wanted = positionals.length > 0 ? positionals : Object.keys(parts);
  const unknown = wanted.filter((part) => !parts[part]);
  if (unknown.length > 0)
    throw new Error(`There is no part ${unknown.join(', ')}: say ${Object.keys(parts).join(' or ')}.`);
  const [chromium] = await ensureBrowsers(['chromium']);
  if (!chromium) throw new Error(howToInstall('chromium'));
  await build();
  const exceeded: string[] = [];
  for (const part of wanted) exceeded.push(...((await parts[part]?.(chromium.path, otherBuild)) ?? []));
  for (const budget of exceeded) console.log(`\nOver budget: ${budget}.`);
  return exceeded.length > 0 ? 1 : 0;
}
