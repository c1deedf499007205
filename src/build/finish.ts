import { readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/**
 * What the content script may weigh in all, gzipped: every Alma page pays for it. It grew by 4 KB where it began to read the platform of
 * 2026 beside the older layouts (names, entities, lists, choices, dates) and to ask what a role is whose name nobody knows, and by 1 KB
 * where it looks for controls outside of bars, behind icons and in parts of the page with a tree of their own, and tells a part of a list by
 * more signs, and by another one where a role's name that nobody knows no longer decides for anybody.
 */
export const contentScriptBudget = 62 * 1024;

/** Preact's renderer is recognised by the one property name that its minified code must keep. */
const preactMark = 'dangerouslySetInnerHTML';

/** What no built file may hold, and why. */
const forbidden: readonly { what: RegExp; why: string }[] = [
  { what: /\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write/, why: 'writes raw HTML' },
  { what: /\beval\(|\bnew Function\(/, why: 'makes code of text' },
  { what: /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b/, why: 'can reach the network' },
  { what: /\bjsxDEV\b|\blineNumber:\s*\d/, why: 'was made for development, not for shipping' },
];

/**
 * Takes Preact's one raw-HTML assignment (and the comparison beside it) out of a built script: nothing here uses
 * `dangerouslySetInnerHTML`, and without it no way to write raw HTML is left. Gives the script unchanged when it holds no
 * Preact; throws when Preact no longer has exactly that one assignment.
 */
export function withoutRawHtml(script: string): string {
  if (!script.includes(preactMark)) return script;
  const assignments = script.match(/\.innerHTML\s*=(?!=)/g)?.length ?? 0;
  if (assignments !== 1) {
    throw new Error(
      `Preact should assign innerHTML once, and does so ${assignments} times: look at src/build/finish.ts.`,
    );
  }
  return script.replaceAll(/\.innerHTML\b/g, '.textContent');
}

/**
 * Writes everything beyond ASCII as `\uXXXX`, so that no server, zip or browser can misread the script's encoding.
 * A backslash that needlessly escaped such a character goes, or it would escape the new one.
 */
export function inAscii(script: string): string {
  return script.replaceAll(/(\\*)([^\0-\x7f])/g, (_, slashes: string, unit: string) => {
    const kept = slashes.length % 2 === 0 ? slashes : slashes.slice(1);
    return `${kept}\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** What is wrong with a finished script, as sentences; empty when nothing is. */
export function faultsOf(file: string, script: string): string[] {
  return forbidden.flatMap(({ what, why }) => {
    const hit = what.exec(script);
    return hit ? [`${file} ${why}: ${hit[0]}`] : [];
  });
}

/**
 * What in a built file tells where it was built, as sentences: none of `folders` (absolute paths) may stand in it, in
 * whatever way a script or an address writes a path. Somebody else could not build the very same file.
 */
export function placeFaults(file: string, content: Uint8Array, folders: readonly string[]): string[] {
  const found = folders.filter((folder) => {
    const ways = [folder, folder.replaceAll('\\', '\\\\'), folder.replaceAll('\\', '/'), encodeURI(folder)];
    return ways.some((way) => Buffer.from(content).includes(way));
  });
  return found.map((folder) => `${file} names the folder that it was built in: ${folder}`);
}

/** What is wrong with the content script and the manifest that names it, as sentences. */
export function contentScriptFaults(manifest: BuiltManifest, scriptOf: (file: string) => string): string[] {
  const files = (manifest.content_scripts ?? []).flatMap(({ js = [] }) => js);
  const faults = files.flatMap((file) => {
    const script = scriptOf(file);
    const size = gzipSync(script).length;
    return [
      ...(/\bimport\s*[({*"']|\bimport\s+[\w$]+\s+from\b/.test(script)
        ? [`${file} imports another file: it must be self-contained.`]
        : []),
      ...(size > contentScriptBudget ? [`${file} is ${size} bytes gzipped: ${contentScriptBudget} are allowed.`] : []),
    ];
  });
  if (files.length === 0) faults.push('The manifest names no content script.');
  if (manifest.web_accessible_resources?.length)
    faults.push('The manifest makes files accessible to pages: none may be.');
  return faults;
}

interface BuiltManifest {
  content_scripts?: { js?: string[] }[];
  web_accessible_resources?: unknown[];
}

function filesOf(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

function finishFolder(folder: string, places: readonly string[]): string[] {
  const files = filesOf(folder);
  const faults = files
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => {
      const script = inAscii(withoutRawHtml(readFileSync(join(folder, file), 'utf8')));
      writeFileSync(join(folder, file), script);
      return faultsOf(file, script);
    });
  const manifest: BuiltManifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  return [
    ...faults,
    ...files.flatMap((file) => placeFaults(file, readFileSync(join(folder, file)), places)),
    ...contentScriptFaults(manifest, (file) => readFileSync(join(folder, file), 'utf8')),
  ];
}

/** Finishes every script and checks every file of a build; the build fails with the sentences of what is wrong. */
export function finish(): Plugin {
  let folder = '';
  let places: string[] = [];
  return {
    name: 'alma-user-guard:finish',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
      places = [resolve(config.root), realpathSync(join(config.root, 'node_modules'))];
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        const faults = finishFolder(folder, places);
        if (faults.length > 0) throw new Error(`The build is not fit to ship:\n${faults.join('\n')}`);
      },
    },
  };
}
