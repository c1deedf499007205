/** First parts of the path of pages that share Alma's hosts and are not the staff interface, or hold no user records. */
const elsewhere: readonly RegExp[] = [
  /^\/(view|discovery|leganto|esploro|SAML|saml)(\/|$)/,
  /^\/(ng|mng)\/login(\/|$)/,
  /^\/rep\/(yards|yards_ng|MDEditor)\.jsp/,
];

/** Whether an address may show Alma's staff pages: public pages, the login and the metadata editor are left alone. */
export function mayBeStaffPage({ pathname }: Pick<Location, 'pathname'>): boolean {
  return !elsewhere.some((pattern) => pattern.test(pathname));
}
