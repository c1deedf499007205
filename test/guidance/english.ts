import { readTexts } from '../../src/build/locales.ts';
import { createSay } from '../../src/texts/index.ts';

const texts = readTexts('src/texts').get('en') ?? {};

/** All English texts. */
export const english = createSay(
  (key) => (Object.hasOwn(texts, key) ? texts[key] : undefined),
  () => 'en',
);
