import { roleNameKey, wordsOf } from '../match.ts';
import { roleAliases } from './role-aliases.ts';
import { type CodeSureness, type NameSureness, type RoleTable, roleTable } from './role-lines.ts';

/** A role that Alma, or Esploro beside it, is known to have. `code` is its `HFrUserRoles.roleType` code, where a source gives one. */
export interface StandardRole {
  readonly name: string;
  /** The name without case, spaces and hyphens; with the code before it for Esploro's, which bear names of Alma's. */
  readonly key: string;
  readonly code: string | undefined;
  readonly codeSure: CodeSureness;
  /** No source says how the staff roles of Esploro count. */
  readonly product: 'Alma' | 'Esploro';
}

/** What a role of the standard is called in a language (`de`, `fr`, ...), and how sure that is. */
export interface RoleTranslation {
  readonly role: StandardRole;
  readonly language: string;
  readonly name: string;
  readonly sure: NameSureness;
}

interface Index {
  readonly roles: readonly StandardRole[];
  /** Most names are met exactly as they are known. */
  readonly byExactName: ReadonlyMap<string, StandardRole>;
  readonly byName: ReadonlyMap<string, StandardRole>;
  readonly byCode: ReadonlyMap<string, StandardRole>;
  readonly translations: readonly RoleTranslation[];
  readonly byTranslation: ReadonlyMap<string, StandardRole>;
}

let made: Index | undefined;

/** Made when a role is first asked about: most of Alma's pages show none. */
function index(): Index {
  made ??= makeIndex(roleTable());
  return made;
}

function makeIndex(table: RoleTable): Index {
  const roles = rolesIn(table);
  const byExactName = firstBy(roles, ({ name }) => name);
  const byName = new Map(firstBy(roles, ({ name }) => roleNameKey(name)));
  for (const [alias, name] of roleAliases) {
    const role = byExactName.get(name);
    if (role) byName.set(roleNameKey(alias), role);
  }
  const byCode = new Map(roles.flatMap((role) => (role.code === undefined ? [] : [[role.code, role] as const])));
  const translations = translationsIn(table, byExactName);
  const byTranslation = new Map(translations.map(({ name, role }) => [translatedKey(name), role]));
  return { roles, byExactName, byName, byCode, translations, byTranslation };
}

function rolesIn({ alma, inferred, esploro }: RoleTable): StandardRole[] {
  const on = (lines: string, sure: CodeSureness, product: StandardRole['product']) =>
    lines.split('\n').map((line) => roleOn(line, sure, product));
  return [
    ...Object.entries(alma).flatMap(([sure, lines]) => on(lines, sure as CodeSureness, 'Alma')),
    ...on(inferred, 'none', 'Alma'),
    ...on(esploro, 'medium', 'Esploro'),
  ];
}

function roleOn(line: string, codeSure: CodeSureness, product: StandardRole['product']): StandardRole {
  const code = /^\d+(?= )/.exec(line)?.[0];
  const name = line.slice(code === undefined ? 0 : code.length + 1);
  const key = product === 'Esploro' ? `${code} ${roleNameKey(name)}` : roleNameKey(name);
  return { name, key, code, codeSure, product };
}

/** The first role for each name: Alma's own come before those of Esploro that bear the same. */
function firstBy(roles: readonly StandardRole[], nameOf: (role: StandardRole) => string): Map<string, StandardRole> {
  return new Map([...roles].reverse().map((role) => [nameOf(role), role]));
}

function translationsIn({ translated }: RoleTable, byExactName: Index['byExactName']): RoleTranslation[] {
  return Object.entries(translated).flatMap(([language, bySureness]) =>
    Object.entries(bySureness).flatMap(([sure, lines]) =>
      lines.split('\n').flatMap((line) => {
        const [english = '', name = ''] = line.split(' = ');
        const role = byExactName.get(english);
        return role ? [{ role, language, name, sure: sure as NameSureness }] : [];
      }),
    ),
  );
}

/** Translations differ from page to page in hyphens, dashes, commas, apostrophes, middle dots, case and width: none of these tells two roles apart. */
const translatedKey = (name: string): string => roleNameKey(name).replaceAll(/[,、'·・•‧]/g, '');

/** Gives the roles that public sources name, Alma's before Esploro's. */
export const standardRoles = (): readonly StandardRole[] => index().roles;

/** Gives the names of roles in other languages that public sources have. */
export const roleTranslations = (): readonly RoleTranslation[] => index().translations;

/** The known role of that English name (case, spaces, hyphens and known spellings aside), or `undefined`. */
export const roleNamed = (name: string): StandardRole | undefined =>
  index().byExactName.get(name) ?? index().byName.get(roleNameKey(name));

/** The known role that is called exactly so in one of the languages that sources give, or `undefined`. Never by a part of the name. */
export const roleTranslated = (name: string): StandardRole | undefined =>
  index().byTranslation.get(translatedKey(name));

/** The known role with that code, or `undefined`. */
export const roleCoded = (code: string): StandardRole | undefined => index().byCode.get(code.trim());

let patronWords: ReadonlySet<string> | undefined;

/**
 * Whether a name that no role of the standard has may be what a library's Alma calls Patron: it is, or one of its words is, a word for whoever
 * borrows in another language than English; or one of its parts beside a bracket or a stroke names Patron ("Lecteur (Patron)"). It never
 * stands for Patron; it only raises the question.
 */
export function mayBePatron(name: string): boolean {
  patronWords ??= new Set([
    ...roleTable()
      .perhapsPatron.split(/[,\n]/)
      .map((word) => roleNameKey(word.trim())),
    ...index()
      .translations.filter(({ role }) => role.name === 'Patron')
      .map((translation) => roleNameKey(translation.name)),
  ]);
  const known = patronWords;
  const parts = name.split(/[^\p{L}\p{M}\p{N}\s'’-]+/u).filter((part) => part.trim() !== '');
  return (
    [name, ...wordsOf(name)].some((text) => known.has(roleNameKey(text))) ||
    (parts.length > 1 && parts.some((part) => roleNamed(part)?.name === 'Patron'))
  );
}

/** Whether Alma and Esploro each have a role of that name: two rows without codes may then be two roles. */
export const isNameOfTwo = (role: StandardRole): boolean => index().roles.some((other) => isTwin(other, role));

/** Whether the first is Esploro's role of the name that the second, of Alma's, bears. */
export const isTwin = (one: StandardRole, other: StandardRole): boolean =>
  one.product === 'Esploro' && other.product === 'Alma' && one.key === `${one.code} ${other.key}`;

/** Whether a text is the name of a role, in English or as a public source translates it. */
export const isRoleName = (text: string): boolean => (roleNamed(text) ?? roleTranslated(text)) !== undefined;

/** The English name of the known role with that code, or `undefined`. */
export const roleNameCoded = (code: string): string | undefined => roleCoded(code)?.name;
