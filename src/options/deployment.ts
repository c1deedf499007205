/** Where an administrator deploys to. */
export type Way = 'chrome_windows' | 'edge_windows' | 'chrome_linux' | 'firefox';

/** What is to be deployed: one registry file for Windows, JSON elsewhere. */
export function deployment(way: Way, id: string, policy: Record<string, unknown>): string {
  if (way === 'firefox') return json({ policies: { '3rdparty': { Extensions: { [id]: policy } } } });
  if (way === 'chrome_linux') return json({ '3rdparty': { extensions: { [id]: policy } } });
  const vendor = way === 'edge_windows' ? 'Microsoft\\Edge' : 'Google\\Chrome';
  const values = Object.entries(policy).map(([key, value]) => `"${key}"=${registryValue(value)}`);
  const path = `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${vendor}\\3rdparty\\extensions\\${id}\\policy]`;
  return ['Windows Registry Editor Version 5.00', '', path, ...values, ''].join('\r\n');
}

const json = (value: unknown) => JSON.stringify(value, null, 2);

/** Numbers and yes-or-no as DWORD, text as text, lists and objects as text that holds JSON, as Chrome and Edge read them from the registry. */
function registryValue(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') {
    return `dword:${Number(value).toString(16).padStart(8, '0')}`;
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
