import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium as downloaded } from '@playwright/test';
import { runProgram, runTool } from './command.ts';

/** `branded`: Chrome and Edge as Google and Microsoft ship them. */
export interface FoundBrowser {
  family: 'chromium' | 'firefox';
  path: string;
}

const programs: Record<FoundBrowser['family'], readonly string[]> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'msedge',
    'chrome',
  ],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

/** Where macOS and Windows put them. */
const places: Record<FoundBrowser['family'], readonly string[]> = {
  chromium: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
};

/** The name of Debian's package for each family. */
const debianPackage = { chromium: 'chromium', firefox: 'firefox-esr' } as const;

/** The environment variable that names a browser's program, for a browser kept in an unusual place. */
const named = { chromium: 'CHROMIUM_PATH', firefox: 'FIREFOX_PATH' } as const;

/** Finds a browser of a family on this machine: the one the environment names, on the path, in its usual place, or downloaded before. */
export function findBrowser(family: FoundBrowser['family']): FoundBrowser | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  const candidates = [
    process.env[named[family]] ?? '',
    ...programs[family].flatMap((name) =>
      folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))),
    ),
    ...places[family],
    ...(family === 'chromium' ? [downloaded.executablePath()] : []),
  ];
  const path = candidates.find((candidate) => candidate !== '' && existsSync(candidate));
  return path ? { family, path } : undefined;
}

/** How packages may be installed here without asking anybody: as root, with a passwordless sudo, or not at all. */
async function administrator(): Promise<readonly string[] | undefined> {
  if (process.getuid?.() === 0) return [];
  const sudo = await runProgram('sudo', ['-n', 'true']);
  return sudo.code === 0 ? ['sudo', '-n'] : undefined;
}

/** Ubuntu's packages of the same names are only pointers to another installer, which does not run in a container. */
function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function installFromDebian(families: readonly FoundBrowser['family'][]): Promise<void> {
  const as = isDebian() ? await administrator() : undefined;
  if (!as) return;
  const packages = families.map((family) => debianPackage[family]);
  console.log(`Installing ${packages.join(' and ')} from Debian's packages ...`);
  const apt = (...args: string[]) => {
    const [program = '', ...rest] = [...as, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args];
    return runProgram(program, rest);
  };
  await apt('update');
  const { code, output } = await apt('install', '-y', '--no-install-recommends', ...packages);
  if (code !== 0) console.log(`apt-get could not install them:\n${output.split('\n').slice(-8).join('\n')}`);
}

async function download(): Promise<void> {
  console.log("Downloading Chromium with the test tool's own installer ...");
  const { code, output } = await runTool('@playwright/test/cli.js', ['install', 'chromium']);
  if (code !== 0) console.log(`The download did not succeed:\n${output.split('\n').slice(-8).join('\n')}`);
}

/**
 * Finds the browsers of the families asked for and installs the missing ones: Debian's packages where that is allowed,
 * else the test tool's download (Chromium only). Gives those that are there in the end, in the order asked for.
 */
export async function ensureBrowsers(families: readonly FoundBrowser['family'][]): Promise<FoundBrowser[]> {
  const missing = () => families.filter((family) => !findBrowser(family));
  if (missing().length > 0) await installFromDebian(missing());
  if (missing().includes('chromium')) await download();
  return families.flatMap((family) => findBrowser(family) ?? []);
}

/** What to do about a browser that could not be installed. */
export function howToInstall(family: FoundBrowser['family']): string {
  const what = family === 'chromium' ? 'Chromium, Chrome or Edge' : 'Firefox 140 or later';
  return `No ${family === 'chromium' ? 'Chromium' : 'Firefox'} was found, and none could be installed: install ${what}, or set ${named[family]} to its program.`;
}
