/** Stands in for the browser's extension API in unit tests: messages come from the English texts, storage lives in memory. */
import { readTexts } from '../../src/build/locales.ts';

const english = readTexts('src/texts').get('en') ?? {};

export const browser = {
  i18n: {
    getMessage: (key: string) => english[key] ?? '',
    getUILanguage: () => 'en',
  },
  runtime: { id: 'alma-user-guard@example.org' },
};
