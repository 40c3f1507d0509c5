import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { sendPage, serveInteraction } from './interaction.js';
import { failedPage } from './provider-pages.js';
import { pageLanguage } from './page.js';
import { createProvider, interactionPath, type ProviderOptions } from './provider.js';

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
      serveInteraction({ provider, people, request, response }).catch((error: unknown) => {
        const expired = error instanceof Error && error.name === 'SessionNotFound';
        const language = pageLanguage(undefined, request.headers['accept-language']);
        const reason = expired ? 'This sign-in has expired.' : 'Internal error.';
        sendPage(response, expired ? 400 : 500, failedPage(language, reason));
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

function health(response: ServerResponse, ok: boolean): void {
  response.writeHead(ok ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify({ status: ok ? 'ok' : 'stopping' }));
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
