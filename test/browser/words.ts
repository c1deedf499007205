import { readTexts } from '../../src/build/locales.ts';
import { createSay } from '../../src/texts/index.ts';

const english = readTexts('src/texts').get('en') ?? {};

/** The English texts, so that a scenario finds a button by what stands on it without repeating the wording. */
export const words = createSay((key) => english[key], 'en');
