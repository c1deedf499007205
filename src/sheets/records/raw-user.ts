import { isAttributePlace, isTextName, type Node, type Scalar, withoutMark } from './nodes.ts';

/** A field as it stands in a record: a plain value, or a code (`value`) with what people call it (`desc`). */
export interface Coded {
  value?: Scalar;
  desc?: Scalar;
  /** It says two things, or something that is no plain value. */
  isOdd?: true;
  /** Something else stands there. */
  hasOther?: true;
}

/** Whether a field says something of which nobody can tell what: it is not blank then. */
export const isUnclear = ({ value, desc, isOdd, hasOther }: Coded): boolean =>
  isOdd === true || (hasOther === true && value === undefined && desc === undefined);

/** The fields of a user that are read; whatever else a record holds is never kept. */
export const userFields = [
  ...(['primary_id', 'first_name', 'last_name', 'full_name', 'record_type', 'account_type', 'status'] as const),
  ...(['user_group', 'job_category', 'campus_code', 'expiry_date', 'purge_date'] as const),
] as const;
export type UserField = (typeof userFields)[number];
const known: ReadonlySet<string> = new Set(userFields);
const isUserField = (name: string): name is UserField => known.has(name);

export interface RawRole {
  role_type?: Coded;
  status?: Coded;
  scope?: Coded;
  expiry_date?: Coded;
}
type RoleField = keyof RawRole;
const roleFields: ReadonlySet<string> = new Set<RoleField>(['role_type', 'status', 'scope', 'expiry_date']);

/** A user as the document has it. */
export interface RawUser {
  fields: Map<UserField, Coded>;
  /** Fields that stand there twice and say different things. */
  twice: Set<UserField | 'user_role'>;
  /** Absent: the record has no place for roles. */
  roles?: RawRole[];
  /** What stands where roles should, and is none. */
  oddRoles: boolean;
  /** The roles stand in a list: XML, and what programs make of it, has them one in the other. */
  hasRoleList?: true;
  /** It has places that only a whole record has: identifiers, contact information. */
  hasParts: boolean;
}

const isBlank = (value: Scalar | undefined) => value === undefined || value === null || value === '';

/** What may stand in a field and says nothing of it. */
const silentNames: ReadonlySet<string> = new Set(['link', 'nil', 'type', 'xmlns']);
const isSilent = (name: string) => silentNames.has(withoutMark(name));

/** Takes a field as `{value, desc}`, as `{"#text", "@desc"}`, as a text with an attribute, or plain. */
function codedNode(into: Coded): Node {
  function set(key: keyof Pick<Coded, 'value' | 'desc'>, value: Scalar): void {
    if (into[key] !== undefined && into[key] !== value) into.isOdd = true;
    into[key] = value;
  }
  const odd = () => {
    into.isOdd = true;
    return undefined;
  };
  const part = (key: 'value' | 'desc'): Node => ({ scalar: (value) => set(key, value), child: odd });
  const value = part('value');
  return {
    child(name) {
      // One way of writing has the attributes there, another the text.
      if (isAttributePlace(name))
        return { ...value, child: (inside) => (withoutMark(inside) === 'desc' ? part('desc') : undefined) };
      // `0` is what PHP makes of a text beside attributes.
      if (isTextName(name) || name === '0') return value;
      if (withoutMark(name) === 'desc') return part('desc');
      if (!isSilent(name)) into.hasOther = true;
      return undefined;
    },
    scalar: (text) => set('value', text),
  };
}

function roleNode(user: RawUser): Node {
  const role: RawRole = {};
  let isNothing = false;
  return {
    child(name) {
      if (!roleFields.has(name)) return undefined;
      const coded: Coded = {};
      // A role that says something twice is listed as one that cannot be read.
      if (role[name as RoleField]) user.twice.add('user_role');
      role[name as RoleField] = coded;
      return codedNode(coded);
    },
    scalar(value) {
      isNothing = true;
      // `user_role: null` says nothing; a place in a list says that there is a role.
      if (!isBlank(value) || user.roles) user.oddRoles = true;
    },
    close() {
      if (isNothing) return;
      user.roles ??= [];
      user.roles.push(role);
    },
  };
}

function rolesNode(user: RawUser): Node {
  const begin = () => {
    user.roles ??= [];
  };
  begin();
  return {
    child(name) {
      if (name === 'user_role') return roleNode(user);
      if (!isSilent(name)) user.oddRoles = true;
      return undefined;
    },
    scalar(value) {
      if (!isBlank(value)) user.oddRoles = true;
    },
  };
}

export const emptyUser = (): RawUser => ({ fields: new Map(), twice: new Set(), oddRoles: false, hasParts: false });

/** What only a whole record has. */
const parts: ReadonlySet<string> = new Set(['user_identifier', 'user_identifiers', 'contact_info']);

/** Whether what is called so belongs to a user, as far as users are read. */
export const isUserPart = (name: string): boolean =>
  isUserField(name) || name === 'user_role' || name === 'user_roles' || parts.has(name);

const neverRead: ReadonlySet<string> = new Set(
  ['user_note', 'user_block', 'user_statistic', 'proxy_for_user'].flatMap((name) => [name, `${name}s`]),
);
/** Whether what is called so belongs to a user and nothing in it is ever looked at. */
export const isNeverRead = (name: string): boolean => neverRead.has(name);

/** Takes a list that begins in a user. */
export function takeList(user: RawUser, name: string): void {
  if (parts.has(name)) user.hasParts = true;
  if (name !== 'user_role') return;
  if (user.roles) user.twice.add('user_role');
  user.roles ??= [];
  user.hasRoleList = true;
}

/** The node for a member of a user; `undefined` for what is never read. */
export function userChild(user: RawUser, name: string): Node | undefined {
  if (name === 'user_role') return roleNode(user);
  if (name === 'user_roles') {
    if (user.roles) user.twice.add('user_role');
    return rolesNode(user);
  }
  if (parts.has(name)) user.hasParts = true;
  if (!isUserField(name)) return undefined;
  const coded: Coded = {};
  const before = user.fields.get(name);
  user.fields.set(name, coded);
  const node = codedNode(coded);
  if (!before) return node;
  return {
    ...node,
    close() {
      if (before.value !== coded.value || before.desc !== coded.desc || isUnclear(coded)) user.twice.add(name);
    },
  };
}
