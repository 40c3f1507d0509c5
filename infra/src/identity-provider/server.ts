import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type Provider from 'oidc-provider';

import { type Account, newcomerNamed } from './account.js';
import { loginPage } from './login-page.js';
import { pageLanguage } from './login-texts.js';
import { createProvider, finishLogin, interactionPath, type ProviderOptions } from './provider.js';

/** The identity provider's options: the issuer defaults to the address that was bound. */
export type IdentityProviderOptions = Omit<ProviderOptions, 'issuer'> & {
  readonly host: string;
  readonly port: number;
  readonly issuer?: string;
};

/** A listening identity provider. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly port: number;
  /** Stops taking requests and resolves when those under way are answered. */
  close(): Promise<void>;
}

const maximalFormBytes = 4_096;

/** Starts the identity provider: the OpenID endpoints, the login page, `/health/live` and `/health/ready`. */
export async function startIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const issuer = options.issuer ?? `http://${options.host}:${port}`;
  const provider = createProvider({ ...options, issuer });
  const people = options.accounts.filter(({ kind }) => kind === 'person');
  const openId = provider.callback();
  let ready = true;
  server.on('request', (request, response) => {
    const path = new URL(request.url ?? '/', issuer).pathname;
    if (path === '/health/live') health(response, true);
    else if (path === '/health/ready') health(response, ready);
    else if (path.startsWith(interactionPath)) {
      interaction({ provider, people, request, response }).catch((error: unknown) => {
        const expired = error instanceof Error && error.name === 'SessionNotFound';
        text(response, expired ? 400 : 500, expired ? 'This sign-in has expired; start again.' : 'Internal error.');
        if (!expired) provider.emit('server_error', {} as never, error as Error);
      });
    } else void openId(request, response);
  });
  const close = async (): Promise<void> => {
    ready = false;
    await closed(server);
  };
  return { issuer, port, close };
}

async function interaction(exchange: {
  provider: Provider;
  people: readonly Account[];
  request: IncomingMessage;
  response: ServerResponse;
}): Promise<void> {
  const { provider, people, request, response } = exchange;
  const { uid } = await provider.interactionDetails(request, response);
  if (request.method === 'GET') {
    const language = pageLanguage(request.headers['accept-language']);
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    response.end(loginPage({ accounts: people, language, action: `${interactionPath}${uid}` }));
    return;
  }
  if (request.method !== 'POST') {
    text(response, 405, 'Method not allowed.');
    return;
  }
  const form = await readForm(request);
  const chosen = form?.get('persona') ?? `new-${form?.get('newcomer')?.trim().toLowerCase() ?? ''}`;
  const account = people.find(({ key }) => key === chosen) ?? newcomerNamed(chosen);
  if (!account) {
    const known = people.map(({ key }) => key).join(', ');
    text(response, 400, `Unknown persona. Known: ${known}, and new-NAME with a name of a-z, 0-9 and hyphens.`);
    return;
  }
  await finishLogin(provider, { request, response, account });
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maximalFormBytes) return null;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

function health(response: ServerResponse, ok: boolean): void {
  response.writeHead(ok ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify({ status: ok ? 'ok' : 'stopping' }));
}

function text(response: ServerResponse, status: number, body: string): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${body}\n`);
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
