import { browser } from './native-browser.ts';

/** Stands in the built extension for `src/rules/standards/role-lines.ts`: the build has put what that gives into `_locales`. */
export const roleLines = (): Readonly<Record<string, string>> => JSON.parse(browser.i18n.getMessage('alma_roles'));
