import type { RoleTable } from '../rules/standards/role-lines.ts';
import { browser } from './native-browser.ts';

/** Stands in the built extension for `src/rules/standards/role-lines.ts`: the build has put what that gives into `_locales`. */
export const roleTable = (): RoleTable => JSON.parse(browser.i18n.getMessage('alma_roles'));
