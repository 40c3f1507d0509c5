import type { IncomingMessage, ServerResponse } from 'node:http';

import Provider, {
  type Configuration,
  errors,
  interactionPolicy,
  type JWKS,
  type KoaContextWithOIDC,
} from 'oidc-provider';

import { type Account, accountClaims, graphResource, graphScopes, newcomerNamed } from './account.js';
import type { ProviderKeys } from './keys.js';
import { failedPage, languageOf, showLogoutQuestion, showSignedOut } from './provider-pages.js';
import { memoryAdapter } from './memory-adapter.js';

/** What {@link createProvider} needs to know. */
export interface ProviderOptions {
  readonly issuer: string;
  readonly accounts: readonly Account[];
  /** Secret of each account of kind `client`, by its key. An account without one cannot get a token. */
  readonly clientSecrets: Readonly<Record<string, string>>;
  /** Origins that serve the portal; its sign-in ends at `/callback` there. */
  readonly portalOrigins: readonly string[];
  readonly keys: ProviderKeys;
}

/** Life of an access token, in seconds. */
const accessTokenLife = 60 * 60;

/** Where the login page is; the provider sends the browser there. */
export const interactionPath = '/interaction/';

/** The OpenID provider: authorization code with PKCE for persons, client credentials for systems. */
export function createProvider(options: ProviderOptions): Provider {
  const provider = new Provider(options.issuer, configuration(options));
  provider.on('server_error', (_context, error) => {
    process.stderr.write(`${JSON.stringify({ level: 'error', message: error.message, stack: error.stack })}\n`);
  });
  return provider;
}

/** Ends the login page: the browser is sent on with this account signed in. */
export async function finishLogin(
  provider: Provider,
  exchange: { request: IncomingMessage; response: ServerResponse; account: Account },
): Promise<void> {
  await provider.interactionFinished(exchange.request, exchange.response, {
    login: { accountId: exchange.account.sub },
  });
}

function configuration(options: ProviderOptions): Configuration {
  const people = new Map(
    options.accounts.filter(({ kind }) => kind === 'person').map((account) => [account.sub, account]),
  );
  const personOf = (sub = '') => people.get(sub) ?? newcomerNamed(sub);
  const systems = new Map(
    options.accounts.filter(({ kind }) => kind === 'client').map((account) => [account.sub, account]),
  );
  return {
    adapter: memoryAdapter(),
    jwks: options.keys.jwks as JWKS,
    cookies: { keys: options.keys.cookies },
    clients: clients(options),
    clientDefaults: { id_token_signed_response_alg: 'EdDSA' },
    claims: { openid: ['sub'], profile: ['name'] },
    scopes: ['openid', 'profile'],
    pkce: { required: () => true },
    responseTypes: ['code'],
    routes: {
      authorization: '/authorize',
      token: '/token',
      jwks: '/jwks',
      userinfo: '/userinfo',
      end_session: '/logout',
    },
    interactions: { policy: signInOnly(), url: (_context, interaction) => `${interactionPath}${interaction.uid}` },
    ttl: {
      AccessToken: accessTokenLife,
      ClientCredentials: accessTokenLife,
      AuthorizationCode: 60,
      Grant: 14 * 24 * 60 * 60,
      IdToken: accessTokenLife,
      Interaction: 60 * 60,
      RefreshToken: 14 * 24 * 60 * 60,
      Session: 14 * 24 * 60 * 60,
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: showLogoutQuestion,
        postLogoutSuccessSource: showSignedOut,
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => graphResource,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context, resource, client) => {
          if (resource !== graphResource) throw new errors.InvalidTarget();
          const allowed = systems.get(client.clientId)?.scopes ?? graphScopes;
          return {
            audience: graphResource,
            scope: allowed.join(' '),
            accessTokenFormat: 'jwt',
            accessTokenTTL: accessTokenLife,
            jwt: { sign: { alg: 'EdDSA' } },
          };
        },
      },
    },
    clientBasedCORS: (_context, origin, client) =>
      (client.redirectUris ?? []).some((uri) => new URL(uri).origin === origin),
    findAccount: (_context, sub) => {
      const account = personOf(sub);
      if (!account) return undefined;
      return { accountId: sub, claims: () => ({ sub, name: account.name }) };
    },
    extraTokenClaims: (context, token) => {
      const account = token.kind === 'AccessToken' ? personOf(token.accountId) : systems.get(token.clientId ?? '');
      return account ? { ...accountClaims(account), ...signInClaims(context) } : undefined;
    },
    issueRefreshToken: (_context, client) => client.grantTypeAllowed('refresh_token'),
    renderError: (context, out) => {
      const reason = [out.error, out.error_description].filter(Boolean).join(': ');
      const { html, headers } = failedPage(languageOf(context), reason);
      context.set({ ...headers });
      context.body = html;
    },
    // Consent to the demo's own applications goes without asking: each person's scopes are granted, the others refused.
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc;
      const account = personOf(session?.accountId);
      if (!client || !account) return undefined;
      const grant = new context.oidc.provider.Grant({ clientId: client.clientId, accountId: account.sub });
      grant.addOIDCScope('openid profile');
      for (const scope of graphScopes) {
        if (account.scopes.includes(scope)) grant.addResourceScope(graphResource, scope);
        else grant.rejectResourceScope(graphResource, scope);
      }
      await grant.save();
      return grant;
    },
  };
}

/** When the person signed in; a token that comes of a refresh token says it of the sign-in that it goes back to. */
function signInClaims({ oidc }: KoaContextWithOIDC): { auth_time?: number } {
  const { AuthorizationCode: code, RefreshToken: refreshToken } = oidc.entities;
  const authTime = code?.authTime ?? refreshToken?.authTime;
  return authTime === undefined ? {} : { auth_time: authTime };
}

/** Native applications would be asked for consent at every sign-in; the demo's command line grants it without asking. */
function signInOnly(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.get('consent')?.checks.remove('native_client_prompt');
  return policy;
}

function clients(options: ProviderOptions): NonNullable<Configuration['clients']> {
  const people = {
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code' as const],
    token_endpoint_auth_method: 'none' as const,
  };
  const systems = options.accounts.flatMap((account) => {
    const secret = account.kind === 'client' ? options.clientSecrets[account.key] : undefined;
    if (secret === undefined) return [];
    return [
      {
        client_id: account.sub,
        client_secret: secret,
        grant_types: ['client_credentials'],
        response_types: [],
        redirect_uris: [],
        token_endpoint_auth_method: 'client_secret_basic' as const,
      },
    ];
  });
  return [
    // A native client may use any port of the loopback address.
    {
      ...people,
      client_id: 'birlik-cli',
      application_type: 'native',
      redirect_uris: ['http://127.0.0.1/callback'],
    },
    ...(options.portalOrigins.length === 0
      ? []
      : [
          {
            ...people,
            client_id: 'birlik-portal',
            application_type: 'web' as const,
            redirect_uris: options.portalOrigins.map((origin) => `${origin}/callback`),
            post_logout_redirect_uris: options.portalOrigins.map((origin) => `${origin}/`),
          },
        ]),
    ...systems,
  ];
}
