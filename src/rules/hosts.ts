import { wrlcInstitutions } from './standards/wrlc-institutions.ts';

/** What an Alma host proposes until somebody chooses. */
export interface Suggestion {
  /** The id of a shipped policy. */
  readonly policyId: string;
  /** The institution's name and code, where the host is known. */
  readonly institution?: string;
  readonly code?: string;
  /** How sure the institution is: `high` when its Alma host was seen, `medium` when only its Primo host was. */
  readonly sure?: 'high' | 'medium';
}

/** Alma's own, and Esploro's, on which the same users are managed. */
const almaHost = /^([a-z0-9-]+)\.(?:alma|esploro)\.exlibrisgroup\.com(?:\.cn)?(?::\d+)?$/;
const premiumSandbox = /-psb$/;
const sandboxNames = [premiumSandbox, /^psb-/, /^sb-/, /^sandbox\d/, /^sqa\d*-/, /^qac\d/];

/** The first label of an Alma host ("wrlc-gm"), or `undefined` for any other host. */
const almaName = (host: string): string | undefined => almaHost.exec(host.trim().toLowerCase())?.[1];

/** Proposes a shipped policy by the host alone (`wrlc-*` is WRLC's); `undefined` where the host tells nothing. */
export function suggestPolicy(host: string): Suggestion | undefined {
  const name = almaName(host);
  if (!name?.startsWith('wrlc-')) return undefined;
  const production = name.replace(premiumSandbox, '');
  const known = wrlcInstitutions.find((institution) => institution.host === production);
  if (!known || known.hostSure === 'none') return { policyId: 'wrlc' };
  return { policyId: 'wrlc', institution: known.name, code: known.code, sure: known.hostSure };
}

/** True for a premium sandbox (`wrlc-amu-psb`), a regional sandbox (`psb-...`, `sb-...`, `sandbox01-...`) or Ex Libris' own test servers. */
export function isSandboxHost(host: string): boolean {
  const name = almaName(host);
  return name !== undefined && sandboxNames.some((sandbox) => sandbox.test(name));
}
