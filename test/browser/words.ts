import { readFileSync } from 'node:fs';
import { createSay } from '../../src/texts/index.ts';

const messages: Record<string, { message: string }> = JSON.parse(
  readFileSync('dist/chrome/_locales/en/messages.json', 'utf8'),
);

/** The English texts of the build under test, so that a scenario finds a button by what stands on it without repeating the wording. */
export const words = createSay(
  (key) => messages[key]?.message.replaceAll('$$', '$'),
  () => 'en',
);
