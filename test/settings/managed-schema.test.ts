import { expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import schema from '../../src/public/managed_schema.json' with { type: 'json' };
import type { Policy } from '../../src/rules/policy.ts';
import { policyTextKey } from '../../src/settings/index.ts';

/** A record of all keys: the compiler names the one that is missing here when the policy grows. */
const policyKeys: Record<keyof Policy, true> = {
  format: true,
  version: true,
  base: true,
  name: true,
  roleList: true,
  extraUncountedRoles: true,
  institution: true,
  otherInstitutions: true,
  protectedAccounts: true,
  backupAccounts: true,
  studentGroups: true,
  linkedGroups: true,
  retainedGroups: true,
  genericAccounts: true,
  genericWords: true,
  setupWords: true,
  testWords: true,
  inactiveRolesCount: true,
  studentRolesNeedExpiry: true,
  loginWindowDays: true,
  namedUserLimit: true,
  lastReview: true,
  lastReviewCount: true,
  guard: true,
  rules: true,
  dateOrder: true,
  taughtLocators: true,
  roleNames: true,
};

/** What Chrome accepts in a managed schema (components/policy/core/common/schema.cc); another keyword or type makes it drop the whole schema. */
const accepted = ['type', 'description', 'properties', 'items', 'enum', 'minimum', 'maximum', 'additionalProperties'];
/** Chrome drops what these refuse before we see it, with all that stands beside it in a list: we judge it ourselves, and say so. */
const refusing = ['enum', 'minimum', 'maximum'];
const keywords = accepted.filter((keyword) => !refusing.includes(keyword));
/** Not `integer`: Chrome drops a number with a fraction then, without a word; we say what is wrong with it. */
const types = ['object', 'array', 'string', 'number', 'boolean'];

interface Schema {
  type: string;
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema;
}

function* partsOf(part: Schema, path: string): Generator<[string, Schema]> {
  yield [path, part];
  for (const [key, child] of Object.entries(part.properties ?? {})) yield* partsOf(child, `${path}.${key}`);
  if (part.items) yield* partsOf(part.items, `${path}[]`);
  if (part.additionalProperties) yield* partsOf(part.additionalProperties, `${path}.*`);
}

const parts = [...partsOf(schema as Schema, 'policy')];

test('an administrator can set every key of a policy, or all of it as one text, and no other', () => {
  expect(Object.keys(schema.properties).sort()).toEqual([policyTextKey, ...Object.keys(policyKeys)].sort());
});

test.each(parts)('%s uses only what Chrome accepts, and leaves the judging to us', (_path, part) => {
  expect(keywords).toEqual(expect.arrayContaining(Object.keys(part)));
  expect(types).toContain(part.type);
});

test('every key that has a name of its own is described to administrators', () => {
  const undescribed = parts.filter(([path, part]) => !/(\[\]|\.\*)$/.test(path) && !part.description);
  expect(undescribed.map(([path]) => path)).toEqual([]);
});

test('the schema as a whole names no further properties: Chromium (156) refuses to load the extension then', () => {
  expect(Object.keys(schema)).not.toContain('additionalProperties');
});

test('the manifest names the schema', () => {
  expect(manifest.storage.managed_schema).toBe('managed_schema.json');
});
