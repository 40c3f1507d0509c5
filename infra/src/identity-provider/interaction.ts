import type { IncomingMessage, ServerResponse } from 'node:http';

import type Provider from 'oidc-provider';

import { type Account, newcomerCalled, newcomerNamed } from './account.js';
import { loginPage, type LoginPageOptions } from './login-page.js';
import { pageLanguage, type SentPage } from './page.js';
import { finishLogin, interactionPath } from './provider.js';

const maximalFormBytes = 4_096;

/** Serves the login page, and takes what is chosen on it. */
export async function serveInteraction(exchange: {
  readonly provider: Provider;
  readonly people: readonly Account[];
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}): Promise<void> {
  const { provider, people, request, response } = exchange;
  const { uid, params } = await provider.interactionDetails(request, response);
  const asked = { locales: params['ui_locales'], returnTo: params['redirect_uri'] };
  const page = (chosen: string | null): LoginPageOptions => ({
    accounts: people,
    language: pageLanguage(
      [chosen, asked.locales].filter((one) => typeof one === 'string').join(' '),
      request.headers['accept-language'],
    ),
    address: `${interactionPath}${uid}`,
    returnOrigin: typeof asked.returnTo === 'string' ? (URL.parse(asked.returnTo)?.origin ?? null) : null,
  });
  if (request.method === 'GET' || request.method === 'HEAD') {
    const { searchParams } = new URL(request.url ?? '', 'http://page');
    sendPage(response, 200, loginPage(page(searchParams.get('lang'))));
    return;
  }
  if (request.method !== 'POST') {
    sendText(response, 405, 'Method not allowed.');
    return;
  }
  const form = (await readForm(request)) ?? new URLSearchParams();
  const persona = form.get('persona');
  const name = form.get('newcomer') ?? '';
  const account =
    persona === null ? newcomerCalled(name) : (people.find(({ key }) => key === persona) ?? newcomerNamed(persona));
  if (account !== null) await finishLogin(provider, { request, response, account });
  else if (persona === null) {
    sendPage(response, 400, loginPage({ ...page(form.get('lang')), refusedName: name }));
  } else {
    const known = people.map(({ key }) => key).join(', ');
    sendText(response, 400, `Unknown persona. Known: ${known}, and new-NAME with a name of a-z, 0-9 and hyphens.`);
  }
}

/** Sends a page, unless something was sent already. */
export function sendPage(response: ServerResponse, status: number, { html, headers }: SentPage): void {
  if (!response.headersSent) response.writeHead(status, { ...headers }).end(html);
}

function sendText(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${body}\n`);
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
