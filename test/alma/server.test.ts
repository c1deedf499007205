import { Agent, request } from 'node:https';
import { createSecureContext } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIn, indexPath } from './address.ts';
import { cases, everyCase } from './cases.ts';
import { committedPair } from './certificate.ts';
import { type StandIn, startAlma } from './server.ts';

let alma: StandIn;
beforeAll(async () => {
  alma = await startAlma();
});
afterAll(async () => {
  agent.destroy();
  await alma.close();
});

/** The stand-in's certificate is signed by nobody. */
const agent = new Agent({ keepAlive: true, rejectUnauthorized: false });

interface Got {
  readonly status: number;
  readonly policy: string | undefined;
  readonly body: string;
}

/** Asks the stand-in over https. */
function get(path: string, body?: string): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port: alma.port,
        path,
        method: body === undefined ? 'GET' : 'POST',
        agent,
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text += part;
        });
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            policy: response.headers['content-security-policy'] as string | undefined,
            body: text,
          }),
        );
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

describe('the server of the stand-in', () => {
  it('shows every case at its own address', async () => {
    for (const { id, description } of cases.filter((each) => each.id !== 'list-10000')) {
      const path = alma.pathOf(id);
      expect(caseIn(path), path).toBe(id);
      const { status, body } = await get(path);
      expect(status, id).toBe(200);
      expect(body).toContain(`<html lang="${description.language}"`);
      expect(body).toContain('Stand-in Alma: invented people');
    }
  });

  it('lists every case', async () => {
    const { body } = await get(indexPath);
    for (const { id } of everyCase) expect(body).toContain(`>${id}</a>`);
  });

  it("sends a strict policy where the page asks for one, the platform's own with pages of 2026, and none before", async () => {
    expect((await get(alma.pathOf('strict-csp'))).policy).toContain("require-trusted-types-for 'script'");
    expect((await get(alma.pathOf('patron'))).policy).toBe('upgrade-insecure-requests');
    expect((await get(alma.pathOf('patron-2022'))).policy).toBeUndefined();
  });

  it('draws a description that is not in the matrix, and remembers it', async () => {
    const [first] = cases;
    const { body } = await get('/stand-in/show', JSON.stringify({ ...first?.description, language: 'it' }));
    expect(body).toContain('<html lang="it"');
    const key = /&quot;key&quot;:&quot;(made-\d+)&quot;/.exec(body)?.[1] ?? '';
    expect((await get(alma.pathOf(key))).body).toBe(body);
  });

  it('leads from a tab to another', async () => {
    const { body } = await get('/stand-in/go?from=named-user&to=tab:identifier');
    expect(body).toContain('id="TABLE_DATA_identifiersList"');
    expect(body).not.toContain('id="TABLE_DATA_userRolesList"');
  });

  it('answers 404 where there is nothing', async () => {
    expect((await get('/mng/action/home.do?mode=ajax&case=no-such-case')).status).toBe(404);
  });

  it('has a pair in the repository for machines without openssl, labelled as a test pair', () => {
    const { key, cert } = committedPair();
    expect(key).toMatch(/^Throwaway key of the stand-in Alma\. For tests/);
    expect(() => createSecureContext({ key, cert })).not.toThrow();
  });
});
