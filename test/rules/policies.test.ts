import { describe, expect, test } from 'vitest';
import {
  isProtected,
  isSandboxHost,
  judge,
  type Policy,
  parsePolicy,
  policies,
  ruleCatalogue,
  severityUnder,
  suggestPolicy,
  wrlcInstitutions,
} from '../../src/rules/index.ts';
import { cataloger, policyOf, recordIn, today } from './case.ts';

const severityOf = (policy: Policy, id: string) => {
  const rule = ruleCatalogue.find((each) => each.id === id);
  return rule && severityUnder(policy, rule);
};
const verdictOn = (policy: Policy, id: string, known = {}) =>
  judge(recordIn({ known }), policy, today).verdicts.find(({ rule }) => rule === id);

describe('the shipped policies', () => {
  test('are these', () =>
    expect(Object.keys(policies)).toEqual([
      'base',
      'wrlc',
      'carli',
      'suny',
      'duke',
      'emory',
      'wisconsin',
      'princeton',
    ]));

  test.each(Object.entries(policies))('%s is what the policy reader makes of it, without a problem', (id, policy) => {
    expect(policy.base).toBe(id);
    expect(parsePolicy(policy)).toEqual({ policy, problems: [] });
    expect(parsePolicy({ base: id })).toEqual({ policy, problems: [] });
    expect(parsePolicy(JSON.stringify(policy))).toEqual({ policy, problems: [] });
  });

  test.each(Object.values(policies))('$base cannot be changed by mistake', (policy) => {
    expect(() => policy.studentGroups.push('x')).toThrow(TypeError);
    expect(() => Object.assign(policy.guard, { delete: 'off' })).toThrow(TypeError);
  });

  test('invent nothing where no source says anything', () => {
    for (const policy of Object.values(policies)) {
      expect(policy.institution).toEqual({ name: null, prefixes: [] });
      expect(policy.otherInstitutions).toEqual([]);
      expect([policy.studentGroups, policy.retainedGroups, policy.backupAccounts]).toEqual([[], [], []]);
      expect(policy.namedUserLimit).toBeNull();
      expect(policy.lastReview).toBeNull();
    }
    expect(policies.wrlc.protectedAccounts).toEqual([]);
  });

  test('guard from the first start', () => {
    for (const { guard } of Object.values(policies)) {
      expect(guard).toEqual({ delete: 'hold', protectedAccounts: 'hold', deactivate: 'tell' });
    }
  });

  test('differ where their sources do', () => {
    expect(
      Object.values(policies).map(({ base, roleList, genericAccounts }) => [base, roleList, genericAccounts]),
    ).toEqual([
      ['base', 'ex-libris-report', 'allow'],
      ['wrlc', 'wrlc-carli', 'allow'],
      ['carli', 'wrlc-carli', 'discourage'],
      ['suny', 'patron-only', 'allow'],
      ['duke', 'ex-libris-report', 'discourage'],
      ['emory', 'ex-libris-report', 'discourage'],
      ['wisconsin', 'ex-libris-report', 'allow'],
      ['princeton', 'ex-libris-report', 'allow'],
    ]);
    expect(Object.values(policies).flatMap((policy) => (policy.studentRolesNeedExpiry ? [policy.base] : []))).toEqual([
      'duke',
      'wisconsin',
      'princeton',
    ]);
    expect(policies.wrlc.linkedGroups).toEqual(['wrlc user']);
    expect(policies.carli.linkedGroups).toEqual(['I-Share']);
    expect(policies.carli.protectedAccounts).toMatchObject([{ match: 'prefix', value: 'carli_', counts: true }]);
  });
});

test('every shipped policy but base says something of its own', () => {
  const { base, ...others } = policies;
  for (const policy of Object.values(others)) {
    expect({ ...policy, base: base.base, name: base.name }, policy.base).not.toEqual(base);
  }
});

describe('severity', () => {
  test('is the policy’s, else the rule’s own', () => {
    expect(severityOf(policies.base, 'linked-account')).toBe('warn');
    expect(severityOf(policies.carli, 'linked-account')).toBe('stop');
    expect(severityOf(policies.wrlc, 'alma-administrator-account')).toBe('warn');
    expect(severityOf(policies.carli, 'alma-administrator-account')).toBe('stop');
    expect(severityOf(policyOf({ rules: { 'purge-date-due': 'note' } }), 'purge-date-due')).toBe('note');
  });

  test('of generic accounts follows the choice about them, unless the policy names one', () => {
    expect(severityOf(policies.base, 'generic-account')).toBe('note');
    expect(severityOf(policies.duke, 'generic-account')).toBe('warn');
    const named = policyOf({ genericAccounts: 'discourage', rules: { 'generic-account': 'stop' } });
    expect(severityOf(named, 'generic-account')).toBe('stop');
  });

  test('of the named-user answer is always that of a fact', () => {
    expect(severityOf(policyOf({ rules: { 'named-user': 'stop' } }), 'named-user')).toBe('fact');
  });

  test('is not taken from what every object has', () => {
    expect(severityOf(policyOf({ rules: {} }), 'purge-date-due')).toBe('warn');
    expect(severityUnder(policies.base, { id: 'constructor', severity: 'note' })).toBe('note');
  });
});

describe('a rule switched off', () => {
  test('stays in the list, is clear and says that it is off', () => {
    const off = policyOf({ rules: { 'purge-date-missing': 'off' } });
    const known = { status: 'INACTIVE', purgeDate: null };
    expect(verdictOn(policies.base, 'purge-date-missing', known)).toMatchObject({ outcome: 'found', off: false });
    expect(verdictOn(off, 'purge-date-missing', known)).toEqual({
      rule: 'purge-date-missing',
      severity: 'note',
      outcome: 'clear',
      findings: [],
      missing: [],
      off: true,
    });
  });

  test('is that of pickup locations everywhere but at WRLC', () => {
    const known = { primaryId: '01WRLC_GML-FENWICK' };
    for (const [id, policy] of Object.entries(policies)) {
      const isWrlc = id === 'wrlc';
      expect(verdictOn(policy, 'pickup-location-account', known)?.outcome).toBe(isWrlc ? 'found' : 'clear');
      expect(verdictOn(policy, 'pickup-location-account', known)?.off).toBe(!isWrlc);
    }
  });
});

describe('protected', () => {
  const isProtectedAt = (policy: Policy, known: object, ...unread: ('name' | 'userGroup' | 'primaryId')[]) =>
    isProtected(recordIn({ known, unread }), policy);

  test('are the six kinds of account that nobody may touch', () => {
    expect(isProtectedAt(policies.base, { primaryId: 'exl_impl' }, 'name', 'userGroup')).toBe('yes');
    expect(isProtectedAt(policies.base, { primaryId: 'Rialto_x' })).toBe('yes');
    expect(isProtectedAt(policies.base, { primaryId: 'leganto_guest' })).toBe('yes');
    expect(isProtectedAt(policies.carli, { primaryId: 'carli_x' })).toBe('yes');
    expect(isProtectedAt(policies.base, { name: 'Administrator, Alma' })).toBe('yes');
    expect(isProtectedAt(policies.wrlc, { userGroup: 'Library Pickup Locations' })).toBe('yes');
    expect(isProtectedAt(policies.base, { userGroup: 'Library Pickup Locations' })).toBe('no');
    expect(isProtectedAt(policies.base, {})).toBe('no');
  });

  test('cannot be told while something that could make it so is unread', () => {
    expect(isProtectedAt(policies.base, {}, 'primaryId')).toBe('cannot-tell');
    expect(isProtectedAt(policies.base, {}, 'name')).toBe('cannot-tell');
    expect(isProtectedAt(policies.base, {}, 'userGroup')).toBe('no');
    expect(isProtectedAt(policies.wrlc, {}, 'userGroup')).toBe('cannot-tell');
  });

  test('an account of Ex Libris stays so with its rule switched off', () => {
    const off = policyOf({ rules: { 'ex-libris-account': 'off', 'alma-administrator-account': 'off' } });
    expect(isProtectedAt(off, { primaryId: 'exl_impl' })).toBe('yes');
    expect(verdictOn(off, 'test-account-leftover', { primaryId: 'exl_test' })?.outcome).toBe('clear');
    expect(isProtectedAt(off, { name: 'Alma Administrator' })).toBe('no');
  });
});

describe('a failing rule', () => {
  const broken = { ...policies.base, setupWords: [null] } as unknown as Policy;

  test('silences itself and nothing else', () => {
    const { verdicts, namedUser } = judge(recordIn({ known: { roles: [cataloger] } }), broken, today);
    const crashed = verdicts.filter(({ outcome }) => outcome === 'crashed');
    expect(crashed.map(({ rule }) => rule)).toEqual(['setup-account-leftover']);
    expect(crashed[0]?.findings[0]?.message).toMatch(/^This check failed/);
    expect(namedUser.answer).toBe('counts');
  });

  test('is every rule that needs the day, when the day does not exist', () => {
    const { verdicts } = judge(recordIn({}), policies.base, '2026-02-30');
    const crashed = verdicts.filter(({ outcome }) => outcome === 'crashed').map(({ rule }) => rule);
    expect(crashed).toEqual([
      'expired-but-active',
      'purge-date-due',
      'no-login-in-window',
      'internal-account-unused',
      'purge-date-missing',
    ]);
  });
});

describe('by host', () => {
  test.each(wrlcInstitutions.filter(({ host }) => host !== undefined))(
    '$host is $name',
    ({ host, name, code, hostSure }) => {
      const suggestion = { policyId: 'wrlc', institution: name, code, sure: hostSure };
      expect(suggestPolicy(`${host}.alma.exlibrisgroup.com`)).toEqual(suggestion);
      expect(suggestPolicy(` ${host?.toUpperCase()}.ALMA.exlibrisgroup.com:443`)).toEqual(suggestion);
      expect(suggestPolicy(`${host}-psb.alma.exlibrisgroup.com`)).toEqual(suggestion);
    },
  );

  test.each([
    'wrlc-network.alma.exlibrisgroup.com',
    'wrlc-network-psb.alma.exlibrisgroup.com',
    'wrlc-new.alma.exlibrisgroup.com',
  ])('%s is WRLC, and no more is known', (host) => expect(suggestPolicy(host)).toEqual({ policyId: 'wrlc' }));

  test.each([
    'demo.alma.exlibrisgroup.com',
    'wrlc-amu.primo.exlibrisgroup.com',
    'wrlc-amu.alma.exlibrisgroup.com.example.org',
    'x.wrlc-amu.alma.exlibrisgroup.com',
    'wrlcamu.alma.exlibrisgroup.com',
    'wrlc-amu',
    '',
  ])('%j suggests nothing', (host) => expect(suggestPolicy(host)).toBeUndefined());

  test('the institutions have each a name, a code and a host of their own', () => {
    for (const key of ['name', 'code'] as const) {
      expect(new Set(wrlcInstitutions.map((each) => each[key])).size).toBe(15);
    }
    const hosts = wrlcInstitutions.flatMap(({ host }) => host ?? []);
    expect(new Set(hosts).size).toBe(hosts.length);
    expect(wrlcInstitutions.every(({ host, hostSure }) => (host === undefined) === (hostSure === 'none'))).toBe(true);
  });

  test.each(['wrlc-amu-psb', 'tufts-psb', 'psb-na02', 'sb-eu01', 'sandbox01-na', 'sqa-na02', 'sqa02-na02', 'qac01'])(
    '%s is a sandbox',
    (name) => {
      expect(isSandboxHost(`${name}.alma.exlibrisgroup.com`)).toBe(true);
      expect(isSandboxHost(`${name}.alma.exlibrisgroup.com.cn`)).toBe(true);
      expect(isSandboxHost(`${name}.esploro.exlibrisgroup.com`)).toBe(true);
    },
  );

  test.each(['wrlc-amu', 'na02', 'psbank', 'sbu', 'psb-na02.example.org', ''])('%j is none', (name) =>
    expect(isSandboxHost(name.includes('.') ? name : `${name}.alma.exlibrisgroup.com`)).toBe(false),
  );
});
