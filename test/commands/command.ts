import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What every command file exports: does the work, prints its progress, gives the exit code. */
export interface Command {
  run(args: readonly string[]): Promise<number>;
}

/** How a program ended: its exit code, all that it printed, and how long it took. */
export interface Ended {
  code: number;
  output: string;
  seconds: number;
}

/** The repository's folder: every command is started there. */
export const root = process.cwd();

export const inRoot = (...path: string[]) => join(root, ...path);

/** The folder that a program is started in (the repository's unless told), and what it finds in its environment beside this one's. */
export interface Surroundings {
  cwd?: string;
  env?: Record<string, string>;
}

/**
 * Runs a program. `show` decides whether its output is passed on as it comes, `onLine` gets its lines;
 * in any case it is kept. A program that cannot be started ends with code 127.
 */
export function runProgram(
  program: string,
  args: readonly string[],
  {
    show = false,
    onLine,
    cwd = root,
    env = {},
  }: { show?: boolean; onLine?: (line: string) => void } & Surroundings = {},
): Promise<Ended> {
  const begun = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (part: Buffer) => {
      output += part;
      if (show) process.stdout.write(part);
    };
    const end = (code: number) => resolve({ code, output, seconds: (performance.now() - begun) / 1000 });
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    if (onLine) createInterface({ input: child.stdout }).on('line', onLine);
    child.on('error', (failure) => {
      output += failure.message;
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/** Runs a JavaScript file of a dependency with this same Node. */
export function runTool(file: string, args: readonly string[], options?: Parameters<typeof runProgram>[2]) {
  return runProgram(process.execPath, [inRoot('node_modules', file), ...args], options);
}
