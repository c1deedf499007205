import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface KeyPair {
  readonly key: string;
  readonly cert: string;
}

const names = 'DNS:*.alma.exlibrisgroup.com,DNS:*.alma.exlibrisgroup.com.cn,DNS:localhost,IP:127.0.0.1';

/**
 * A self-signed pair for tests: made afresh with openssl where there is one, else the throwaway pair that lies in
 * `certificate/` (labelled there; it protects nothing).
 */
export function keyPair(): KeyPair {
  try {
    return freshPair();
  } catch {
    return committedPair();
  }
}

/** The pair that lies in the repository. */
export function committedPair(): KeyPair {
  const at = (name: string) => readFileSync(new URL(`./certificate/${name}`, import.meta.url), 'utf8');
  return { key: at('throwaway-test-key.pem'), cert: at('throwaway-test-certificate.pem') };
}

function freshPair(): KeyPair {
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-alma-'));
  try {
    const key = join(folder, 'key.pem');
    const cert = join(folder, 'cert.pem');
    const subject = ['-subj', '/CN=stand-in Alma (test only)', '-addext', `subjectAltName=${names}`];
    const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30'];
    execFileSync('openssl', [...kind, ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
