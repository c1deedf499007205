import { expect, test } from 'vitest';
import { pack, unpack } from '../../src/review/worker/packing.ts';

/** Text that gzip cannot make much smaller, so that it is packed in several pieces. */
const odd = Array.from({ length: 60_000 }, (_, at) => ((at * 2_654_435_761) >>> 0).toString(36)).join(' ');

test.each([[''], ['{"name":"Zoë Yıldız"}'], [odd]])('a file comes back as it was packed', async (text) => {
  const packed = await pack(new Blob([text]));
  expect(packed).toMatch(/^[A-Za-z0-9+/]+=*$/);
  expect(await (await unpack(packed)).text()).toBe(text);
});

test('the long one goes through more than one piece each way', async () => {
  expect((await pack(new Blob([odd]))).length).toBeGreaterThan(262_144);
});

test.each([['not base64!'], [btoa('not gzip')]])('what was not packed here is not unpacked: %s', async (text) => {
  await expect(unpack(text)).rejects.toThrow();
});
