/** A member of WRLC. `host` is the first label of its Alma host, where a source shows it. */
export interface WrlcInstitution {
  readonly name: string;
  readonly code: string;
  readonly host: string | undefined;
  /** `high`: the Alma host was seen; `medium`: only the same name before a Primo host was; `none`: neither. */
  readonly hostSure: 'high' | 'medium' | 'none';
}

/**
 * WRLC's institutions, their codes and hosts, from WRLC's public code and pages. Prefixes of user identifiers are not
 * among them: no public source gives any.
 */
export const wrlcInstitutions: readonly WrlcInstitution[] = [
  { name: 'American University', code: '01WRLC_AMU', host: 'wrlc-amu', hostSure: 'high' },
  {
    name: 'American University Washington College of Law',
    code: '01WRLC_AMULAW',
    host: 'wrlc-amulaw',
    hostSure: 'high',
  },
  { name: 'Catholic University', code: '01WRLC_CAA', host: 'wrlc-cu', hostSure: 'high' },
  { name: 'Gallaudet University', code: '01WRLC_GAL', host: 'wrlc-gal', hostSure: 'medium' },
  { name: 'George Mason University', code: '01WRLC_GML', host: 'wrlc-gm', hostSure: 'medium' },
  { name: 'Georgetown University', code: '01WRLC_GUNIV', host: 'wrlc-gu', hostSure: 'medium' },
  { name: 'Georgetown University Law', code: '01WRLC_GUNIVLAW', host: 'wrlc-gulaw', hostSure: 'medium' },
  { name: 'George Washington University', code: '01WRLC_GWA', host: 'wrlc-gwu', hostSure: 'medium' },
  {
    name: 'George Washington University, Himmelfarb',
    code: '01WRLC_GWAHLTH',
    host: 'wrlc-gwahlth',
    hostSure: 'medium',
  },
  { name: 'George Washington University Law', code: '01WRLC_GWALAW', host: undefined, hostSure: 'none' },
  { name: 'Howard University', code: '01WRLC_HOW', host: 'wrlc-hu', hostSure: 'high' },
  { name: 'Marymount University', code: '01WRLC_MAR', host: undefined, hostSure: 'none' },
  { name: 'University of the District of Columbia', code: '01WRLC_DOC', host: 'wrlc-doc', hostSure: 'medium' },
  { name: 'University of the District of Columbia Law', code: '01WRLC_DOCLAW', host: undefined, hostSure: 'none' },
  { name: 'Shared Collections Facility', code: '01WRLC_SCF', host: undefined, hostSure: 'none' },
];
