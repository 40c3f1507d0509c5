import { createHash, randomBytes } from 'node:crypto';

import { OperatorError } from '../operator-error.js';
import { type Account, graphResource, graphScopes } from './account.js';

/** Where and for whom a token is wanted. */
export interface TokenRequest {
  readonly issuer: string;
  readonly account: Pick<Account, 'key' | 'kind' | 'sub'>;
  /** Needed when the account is a client. */
  readonly secret?: string;
  /** Cookies by their names, of a browser in which somebody may be signed in already. @default a new one */
  readonly cookies?: Map<string, string>;
  /** What the application asks beside, such as `max_age` for a fresh sign-in. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** What an application gets for a sign-in. */
export interface Tokens {
  readonly accessToken: string;
  /** Null for a client, which needs none. */
  readonly refreshToken: string | null;
}

interface Endpoints {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
}

/** Never listened on: the redirect to it is read, not followed. */
const redirectUri = 'http://127.0.0.1:1/callback';

/**
 * Gets an access token for the graph in the way that the account's own application would: with authorization code and
 * PKCE through the login page for a person, with its secret for a client.
 */
export async function fetchToken(request: TokenRequest): Promise<string> {
  return (await fetchTokens(request)).accessToken;
}

/** The same, with the refresh token that comes beside. */
export async function fetchTokens(request: TokenRequest): Promise<Tokens> {
  const endpoints = await discover(request.issuer);
  const parameters = request.account.kind === 'client' ? {} : await signIn(request, endpoints);
  const headers: Record<string, string> = { accept: 'application/json' };
  if (request.account.kind === 'client') {
    if (request.secret === undefined) throw new TypeError(`${request.account.key} is a client and needs its secret.`);
    headers['authorization'] =
      `Basic ${Buffer.from([request.account.sub, request.secret].map(encodeURIComponent).join(':')).toString('base64')}`;
  }
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    ...(request.account.kind === 'client' && { scope: graphScopes.join(' ') }),
    resource: graphResource,
    ...parameters,
  });
  return exchange(endpoints, { headers, body, of: request.account.key });
}

/** A new access token for a refresh token, which is good for once. */
export async function refreshTokens(issuer: string, refreshToken: string): Promise<Tokens> {
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: 'birlik-cli',
    resource: graphResource,
    refresh_token: refreshToken,
  });
  return exchange(await discover(issuer), { headers: {}, body, of: 'a refresh token' });
}

async function exchange(
  endpoints: Endpoints,
  { headers, body, of }: { headers: Record<string, string>; body: URLSearchParams; of: string },
): Promise<Tokens> {
  const response = await fetch(endpoints.token_endpoint, { method: 'POST', headers, body });
  const answer = (await response.json()) as {
    access_token?: string;
    refresh_token?: string;
    error?: string;
    error_description?: string;
  };
  if (answer.access_token === undefined) {
    throw new Error(
      `The identity provider refused a token for ${of}: ${answer.error} ${answer.error_description ?? ''}`,
    );
  }
  return { accessToken: answer.access_token, refreshToken: answer.refresh_token ?? null };
}

async function discover(issuer: string): Promise<Endpoints> {
  try {
    const response = await fetch(new URL('/.well-known/openid-configuration', issuer));
    if (!response.ok) throw new Error(`It answered ${response.status}.`);
    return (await response.json()) as Endpoints;
  } catch (cause) {
    throw new OperatorError(`The identity provider does not answer at ${issuer}.`, {
      cure: 'Start the stack first, and leave it running: npm start',
      cause,
    });
  }
}

/** Walks the redirects of a browser that clicks the persona's button; returns what the token endpoint wants to know. */
async function signIn(request: TokenRequest, endpoints: Endpoints): Promise<Record<string, string>> {
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const start = new URL(endpoints.authorization_endpoint);
  start.search = new URLSearchParams({
    client_id: 'birlik-cli',
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: ['openid', ...graphScopes].join(' '),
    resource: graphResource,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...request.parameters,
  }).toString();
  const cookies = request.cookies ?? new Map<string, string>();
  let callback = await step(start, cookies);
  if (!callback.href.startsWith(redirectUri)) {
    const resume = await step(callback, cookies, new URLSearchParams({ persona: request.account.key }));
    callback = await step(resume, cookies);
  }
  const code = callback.searchParams.get('code');
  if (!callback.href.startsWith(redirectUri) || code === null || callback.searchParams.get('state') !== state) {
    throw new Error(`The sign-in of ${request.account.key} did not end with a code but at ${callback.href}`);
  }
  return {
    grant_type: 'authorization_code',
    client_id: 'birlik-cli',
    redirect_uri: redirectUri,
    code,
    code_verifier: verifier,
  };
}

/** One request of the browser; returns where it is sent next. */
async function step(url: URL, cookies: Map<string, string>, form?: URLSearchParams): Promise<URL> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { cookie },
    ...(form && { method: 'POST', body: form }),
  });
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    cookies.set(name, value);
  }
  const location = response.headers.get('location');
  if (location === null) throw new Error(`${url.pathname} answered ${response.status}: ${await response.text()}`);
  return new URL(location, url);
}
