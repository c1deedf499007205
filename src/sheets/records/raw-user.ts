import type { Node, Scalar } from './nodes.ts';

/** A field as it stands in a record: a plain value, or a code (`value`) with what people call it (`desc`). */
export interface Coded {
  value?: Scalar;
  desc?: Scalar;
}

/** The fields of a user that are read; whatever else a record holds is never kept. */
export const userFields = [
  ...(['primary_id', 'first_name', 'last_name', 'full_name', 'record_type', 'account_type', 'status'] as const),
  ...(['user_group', 'job_category', 'campus_code', 'expiry_date', 'purge_date'] as const),
] as const;
export type UserField = (typeof userFields)[number];
const known: ReadonlySet<string> = new Set(userFields);
export const isUserField = (name: string): name is UserField => known.has(name);

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

/** Takes a field as `{value, desc}`, as `{"#text", "@desc"}`, as a text with an attribute, or plain. */
function codedNode(into: Coded): Node {
  const part = (key: keyof Coded): Node => ({
    scalar(value) {
      into[key] = value;
    },
  });
  return {
    child(name) {
      if (name === 'value' || name === '#text') return part('value');
      return name === 'desc' || name === '@desc' ? part('desc') : undefined;
    },
    scalar(value) {
      into.value = value;
    },
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
      if (!isBlank(value)) user.oddRoles = true;
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
      user.oddRoles = true;
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

/** Takes a list that begins in a user. */
export function takeList(user: RawUser, name: string): void {
  if (parts.has(name)) user.hasParts = true;
  if (name === 'user_roles') user.oddRoles = true;
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
      if (before.value !== coded.value || before.desc !== coded.desc) user.twice.add(name);
    },
  };
}
