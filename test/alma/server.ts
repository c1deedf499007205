import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { caseIn, indexPath } from './address.ts';
import { everyCase } from './cases.ts';
import { keyPair } from './certificate.ts';
import type { AlmaPage } from './description.ts';
import type { AlmaCase } from './expected.ts';
import { indexPage } from './index-page.ts';
import { neighbour } from './neighbours.ts';
import { addressOf, render } from './render.ts';

export interface StandIn {
  readonly port: number;
  /** Path and query of a case, or of a description that is not in the matrix. */
  readonly pathOf: (caseOrDescription: string | AlmaPage) => string;
  readonly close: () => Promise<void>;
}

interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // The platform's pages hide their spinner by an inline style.
  "style-src-attr 'unsafe-inline'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  'img-src data:',
  "require-trusted-types-for 'script'",
].join('; ');

/** The platform's own policy was seen to hold one word. */
function policyOf({ strictCsp, layout }: AlmaPage): Readonly<Record<string, string>> {
  const words = [...(strictCsp ? [strictPolicy] : []), ...(layout === '2026' ? ['upgrade-insecure-requests'] : [])];
  return words.length > 0 ? { 'content-security-policy': words.join('; ') } : {};
}

/** A picture of one dot, for those that the platform's pages link to. */
const dot = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';

/**
 * Starts the stand-in on this machine over https with a self-signed certificate; `port` 0 takes a free one. Browsers are
 * pointed at it by their own flags, so that pages keep Alma's host names.
 */
export async function startAlma(
  options: { readonly port?: number; readonly descriptions?: readonly AlmaCase[] } = {},
): Promise<StandIn> {
  const known = new Map<string, AlmaPage>(
    (options.descriptions ?? everyCase).map(({ id, description }) => [id, description]),
  );
  const answer = responder(known, options.descriptions ?? everyCase);
  const server = createServer(keyPair(), (request, response) => {
    answer(request).then(
      (found) => send(response, found),
      (error: unknown) => send(response, { status: 500, type: 'text/plain', body: String(error) }),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    pathOf: (given) => {
      const key = typeof given === 'string' ? given : remember(known, given);
      const page = known.get(key);
      if (!page) throw new Error(`No case is called ${key}.`);
      return addressOf(page, key);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Keeps a description that is not in the matrix, so that it has an address and can be drawn again. */
function remember(known: Map<string, AlmaPage>, page: AlmaPage): string {
  const key = `made-${known.size}`;
  known.set(key, page);
  return key;
}

/** The key of a page in the layout of the one in view, from which it was asked for: an Alma has one layout. */
function inLayout(known: Map<string, AlmaPage>, key: string, layout: string | null): string {
  const page = known.get(key);
  const asked = layout === 'old' || layout === 'new' || layout === '2026' ? layout : undefined;
  return page && asked && page.layout !== asked ? remember(known, { ...page, layout: asked }) : key;
}

/** In an address: a browser may put the page aside and show it again as it was. */
export const mayBeKept = 'may-be-kept';

function responder(known: Map<string, AlmaPage>, listed: readonly AlmaCase[]) {
  const pageAnswer = (key: string): Answer => {
    const page = known.get(key);
    if (!page) return { status: 404, type: 'text/plain', body: `No case is called ${key}.` };
    return { body: render(page, key), headers: policyOf(page) };
  };

  return async (request: IncomingMessage): Promise<Answer> => {
    const path = request.url ?? '/';
    const query = new URL(path, 'https://localhost').searchParams;
    if (path === '/' || path === indexPath) return { body: indexPage(listed) };
    if (path === '/stand-in/look.css')
      return { type: 'text/css', body: ['page.css', 'lists.css', 'skeleton.css'].map(shipped).join('') };
    const script = /^\/stand-in\/((?:behaviour|skeleton|globals)\.js)$/.exec(path)?.[1];
    if (script) return { type: 'text/javascript', body: shipped(script) };
    if (path.startsWith('/infra/images/')) return { type: 'image/svg+xml', body: dot };
    if (path === '/stand-in/show') return pageAnswer(remember(known, JSON.parse(await bodyOf(request)) as AlmaPage));
    if (path.startsWith('/stand-in/go?')) {
      const from = known.get(query.get('from') ?? '');
      if (!from) return { status: 404, type: 'text/plain', body: 'The page to leave is not known.' };
      return pageAnswer(remember(known, neighbour(from, query.get('to') ?? '', Number(query.get('row') ?? 0))));
    }
    const drawn = pageAnswer(inLayout(known, caseIn(path) ?? path, query.get('layout')));
    return query.has(mayBeKept) ? { ...drawn, headers: { ...drawn.headers, 'cache-control': 'no-cache' } } : drawn;
  };
}

const shipped = (name: string): string => readFileSync(new URL(`./page/${name}`, import.meta.url), 'utf8');

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function send(response: ServerResponse, { status = 200, type = 'text/html', body, headers = {} }: Answer): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', ...headers });
  response.end(body);
}
