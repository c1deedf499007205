import extension from './en/extension.json' with { type: 'json' };
import rules from './en/rules.json' with { type: 'json' };
import { createSay } from './say.ts';

const catalogue: Readonly<Record<string, string>> = { ...extension, ...rules };

/** The English texts that judging needs, for places without a browser's own `i18n` (Node, tests, workers). */
export const englishSay = createSay(
  (key) => (Object.hasOwn(catalogue, key) ? catalogue[key] : undefined),
  () => 'en',
);
