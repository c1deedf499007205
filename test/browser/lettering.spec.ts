import { expect, test } from './fixtures.ts';
import { bringFonts, misfitsInSmallWindows } from './lettering.ts';
import { surfaces } from './surfaces.ts';

for (const [title, open] of Object.entries(surfaces)) {
  test(`${title}: all fits a small window, in whatever letters`, async ({ desk }) => {
    const { tab, within } = await open(desk);
    await bringFonts(tab);
    // Code may be scrolled sideways within its own box.
    expect(await misfitsInSmallWindows(tab, within, 'pre, section:has(> pre)')).toEqual([]);
  });
}
