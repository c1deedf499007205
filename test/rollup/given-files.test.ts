import { describe, expect, it } from 'vitest';
import { readTotals } from '../../src/rollup/given-files.ts';
import { totalsText } from '../../src/totals/index.ts';
import { totalsWith } from '../totals/totals-with.ts';

const institution = 'Universität Erfunden';
const text = totalsText(totalsWith({ institution }, {}));

function utf16(bigEndian: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !bigEndian);
  return new Uint8Array(view.buffer);
}

const latin = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf8 = new TextEncoder().encode(text);

describe('totals that an editor has saved anew', () => {
  it.each<[name: string, parts: Uint8Array<ArrayBuffer>[]]>([
    ['UTF-8', [utf8]],
    ['UTF-8 with a mark', [Uint8Array.of(0xef, 0xbb, 0xbf), utf8]],
    ['UTF-16 with a mark', [Uint8Array.of(0xff, 0xfe), utf16(false)]],
    ['UTF-16, the other way round', [Uint8Array.of(0xfe, 0xff), utf16(true)]],
    ['UTF-16 without a mark', [utf16(false)]],
    ['Windows-1252', [latin]],
  ])('are read from %s', async (_, parts) => {
    const parsed = await readTotals({ blob: new Blob(parts), folder: false });
    expect(parsed).toMatchObject({ state: 'read', totals: { institution } });
  });

  it('are refused in a sentence where the file is none of text', async () => {
    const parsed = await readTotals({ blob: new Blob([Uint8Array.of(0x7b, 0, 0, 0, 1, 2, 0)]), folder: false });
    expect(parsed).toMatchObject({ state: 'refused', faults: [{ key: 'totals_fault_not_json' }] });
  });
});
