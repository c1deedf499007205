import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeXlsx } from '../../src/sheets/index.ts';
import { run } from '../commands/corpus.ts';

let folder = '';
const printed: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alma-user-guard-corpus-'));
  printed.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

describe('npm run corpus', () => {
  it('gives a line for each file of a folder and of those in it, and the cells as they were read', async () => {
    mkdirSync(join(folder, 'below'));
    const rows = [
      ['User Name', 'Last Login'],
      ['jdoe', '2026-03-04'],
      ['JDoe', '2026-03-05'],
      ['', '2026-03-06'],
    ];
    writeFileSync(join(folder, 'below', 'a.xlsx'), writeXlsx(rows));
    writeFileSync(join(folder, 'b.csv'), 'Shelf,Floor\n1,2\n');
    writeFileSync(join(folder, 'by-role.csv'), 'Primary ID,Patron,Cataloger\na1,x,\n');
    writeFileSync(join(folder, 'c.zip'), 'PK and no more');
    writeFileSync(join(folder, 'picture.png'), 'not a table');
    const out = join(folder, 'cells.out');
    expect(await run([folder, '--cells', out])).toBe(0);
    expect(printed.map((line) => line.replace(/\t\d+$/, ''))).toEqual([
      'file\toutcome\twhat\trows\tpeople\tunreadRows\tmilliseconds',
      'b.csv\tquestion\tmapping\t0\t0\t0',
      'below/a.xlsx\tread\tstaff-login-report\t2\t1\t1',
      'by-role.csv\tquestion\tchoice\t0\t0\t0',
      'c.zip\trefused\tbroken-zip\t0\t0\t0',
    ]);
    expect(readFileSync(out, 'utf8').split('\n')).toContain('["below/a.xlsx","Sheet1",2,"jdoe","2026-03-04"]');
    expect(readFileSync(out, 'utf8')).toContain('["b.csv",null,2,"1","2"]');
  });

  it('asks for the folder when none is named', async () => {
    expect(await run([])).toBe(1);
  });
});
