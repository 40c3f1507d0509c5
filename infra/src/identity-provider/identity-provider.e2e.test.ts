import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';

import { OperatorError } from '../operator-error.js';
import { type Account, graphResource } from './account.js';
import { fetchToken, fetchTokens, refreshTokens } from './fetch-token.js';
import { loadKeys } from './keys.js';
import { type IdentityProvider, startIdentityProvider } from './server.js';

const volunteer: Account = {
  key: 'volunteer',
  kind: 'person',
  sub: 'person-volunteer',
  name: 'Ləman <b>',
  volunteerId: '01890000-0000-7000-8000-000000000001',
  organizationId: null,
  roles: ['volunteer'],
  scopes: ['graph:read', 'graph:write'],
};

const analyst: Account = {
  ...volunteer,
  key: 'analyst',
  sub: 'person-analyst',
  volunteerId: null,
  organizationId: '01890000-0000-7000-8000-000000000002',
  roles: ['analyst', 'officer'],
  scopes: ['graph:read'],
};

const system: Account = { ...analyst, key: 'system', kind: 'client', sub: 'client-system', roles: ['system'] };
const secret = 'a secret: with/odd characters+and more';

describe('the identity provider', () => {
  let stateDir: string;
  let idp: IdentityProvider;

  beforeAll(async () => {
    stateDir = mkdtempSync(join(tmpdir(), 'birlik-idp-'));
    idp = await start();
  });

  afterAll(async () => {
    await idp.close();
    rmSync(stateDir, { recursive: true, force: true });
  });

  it('gives a person a token for the graph through code and PKCE', async () => {
    const token = await fetchToken({ issuer: idp.issuer, account: volunteer });
    const { payload, protectedHeader } = await verify(token);
    expect(protectedHeader).toMatchObject({ alg: 'EdDSA', typ: 'at+jwt' });
    expect(payload).toMatchObject({
      sub: 'person-volunteer',
      client_id: 'birlik-cli',
      scope: 'graph:read graph:write',
      volunteer: volunteer.volunteerId,
      roles: ['volunteer'],
    });
    expect(payload).not.toHaveProperty('org');
    expect(Number(payload.exp) - Number(payload.iat)).toBe(3600);
  });

  it('grants only the scopes that the person has', async () => {
    const { payload } = await verify(await fetchToken({ issuer: idp.issuer, account: analyst }));
    expect(payload).toMatchObject({ scope: 'graph:read', org: analyst.organizationId, roles: ['analyst', 'officer'] });
  });

  it('gives a client a token for its secret, with its own scopes only', async () => {
    const { payload } = await verify(await fetchToken({ issuer: idp.issuer, account: system, secret }));
    expect(payload).toMatchObject({
      sub: 'client-system',
      client_id: 'client-system',
      scope: 'graph:read',
      org: system.organizationId,
      roles: ['system'],
    });
  });

  it('says when a person signed in, which a running session does not make younger', async () => {
    const minute = startClock();
    const cookies = new Map<string, string>();
    const signedInAt = await authTime(await fetchToken({ issuer: idp.issuer, account: volunteer, cookies }));
    expect(signedInAt).toBe(Math.floor(Date.now() / 1_000));
    minute();
    expect(await authTime(await fetchToken({ issuer: idp.issuer, account: volunteer, cookies }))).toBe(signedInAt);
  });

  it('gives a token for a refresh token, which is of the same sign-in', async () => {
    const minute = startClock();
    const first = await fetchTokens({ issuer: idp.issuer, account: volunteer });
    minute();
    const second = await refreshTokens(idp.issuer, first.refreshToken ?? '');
    minute();
    const third = await refreshTokens(idp.issuer, second.refreshToken ?? '');
    const [signedInAt, ...others] = await Promise.all([first, second, third].map((one) => authTime(one.accessToken)));
    expect(signedInAt).toBe(Math.floor(Date.now() / 1_000) - 120);
    expect(others).toEqual([signedInAt, signedInAt]);
  });

  it.each([{ max_age: '0' }, { max_age: '59' }, { prompt: 'login' }])(
    'lets a person sign in anew when an application asks for it by %o',
    async (parameters: Readonly<Record<string, string>>) => {
      const minute = startClock();
      const cookies = new Map<string, string>();
      const first = await authTime(await fetchToken({ issuer: idp.issuer, account: volunteer, cookies }));
      minute();
      const second = await fetchToken({ issuer: idp.issuer, account: volunteer, cookies, parameters });
      expect((await authTime(second)) - first).toBe(60);
    },
  );

  it('leaves a sign-in alone that is as fresh as an application asks for', async () => {
    const minute = startClock();
    const cookies = new Map<string, string>();
    const first = await authTime(await fetchToken({ issuer: idp.issuer, account: volunteer, cookies }));
    minute();
    const parameters = { max_age: '60' };
    const second = await fetchToken({ issuer: idp.issuer, account: volunteer, cookies, parameters });
    expect(await authTime(second)).toBe(first);
  });

  it('says of no system that it signed in', async () => {
    const { payload } = await verify(await fetchToken({ issuer: idp.issuer, account: system, secret }));
    expect(payload).not.toHaveProperty('auth_time');
  });

  it('refuses a client whose secret is wrong', async () => {
    await expect(fetchToken({ issuer: idp.issuer, account: system, secret: 'wrong' })).rejects.toThrow(
      'invalid_client',
    );
  });

  it('refuses a persona that it does not know, and names those that it does', async () => {
    await expect(fetchToken({ issuer: idp.issuer, account: { ...volunteer, key: 'nobody' } })).rejects.toThrow(
      'Known: volunteer, analyst',
    );
  });

  it('lets somebody new sign in under a name of their own, and says nothing else of them', async () => {
    const newcomer = { ...volunteer, key: 'new-aysel-2', sub: 'new-aysel-2' };
    const { payload } = await verify(await fetchToken({ issuer: idp.issuer, account: newcomer }));
    expect(payload).toMatchObject({ sub: 'new-aysel-2', scope: 'graph:read graph:write', roles: [] });
    expect(payload).not.toHaveProperty('volunteer');
    expect(payload).not.toHaveProperty('org');
  });

  it.each(['new-', 'new--', 'new-ə', `new-${'a'.repeat(41)}`, 'new-a b', 'new-volunteer\n'])(
    'takes %j for no name of somebody new',
    async (key) => {
      await expect(fetchToken({ issuer: idp.issuer, account: { ...volunteer, key } })).rejects.toThrow(
        'Unknown persona',
      );
    },
  );

  it('refuses a code request without PKCE', async () => {
    const url = new URL('/authorize', idp.issuer);
    url.search = new URLSearchParams({
      client_id: 'birlik-cli',
      response_type: 'code',
      redirect_uri: 'http://127.0.0.1:7/callback',
      scope: 'openid',
    }).toString();
    const response = await fetch(url, { redirect: 'manual' });
    expect(response.headers.get('location')).toContain('error=invalid_request');
  });

  it('sends no code to an address that is not registered', async () => {
    const url = new URL('/authorize', idp.issuer);
    url.search = new URLSearchParams({
      client_id: 'birlik-portal',
      response_type: 'code',
      redirect_uri: 'http://evil.example/callback',
    }).toString();
    const response = await fetch(url, { redirect: 'manual' });
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
  });

  it.each([
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
    ['http://evil.example', null],
  ])('lets a page of %s read what the token endpoint answers: %s', async (origin, allowed) => {
    const response = await fetch(new URL('/token', idp.issuer), {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ client_id: 'birlik-portal', grant_type: 'refresh_token', refresh_token: 'none' }),
    });
    expect(response.status).toBe(400);
    expect(response.headers.get('access-control-allow-origin')).toBe(allowed);
  });

  it('says in the language of the browser that a sign-in has expired', async () => {
    const response = await fetch(new URL('/interaction/none', idp.issuer), { headers: { 'accept-language': 'tr' } });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Uygulamaya dönün ve yeniden başlayın.');
  });

  it('shows the people in the language of the browser, with their names escaped, and no client', async () => {
    const page = await loginPageIn('ru');
    expect(page).toContain('<html lang="ru">');
    expect(page).toContain('Ləman &#60;b&#62;');
    expect(page).toContain('value="analyst"');
    expect(page).not.toContain('value="system"');
    expect(page).toContain('Новый человек');
  });

  it('keeps its keys, so that tokens stay valid after a restart', async () => {
    const first = await start();
    const token = await fetchToken({ issuer: first.issuer, account: volunteer });
    await first.close();
    const again = await start(first.issuer);
    await expect(verify(token, again)).resolves.toBeDefined();
    await again.close();
    expect(statSync(join(stateDir, 'identity-provider.json')).mode & 0o777).toBe(0o600);
  });

  it('says how to start the stack when it does not answer', async () => {
    await expect(fetchToken({ issuer: 'http://127.0.0.1:9', account: volunteer })).rejects.toMatchObject({
      name: OperatorError.name,
      cure: expect.stringContaining('npm start'),
    });
  });

  it('answers health checks', async () => {
    for (const path of ['/health/live', '/health/ready']) {
      const response = await fetch(new URL(path, `http://127.0.0.1:${idp.port}`));
      expect(await response.json()).toEqual({ status: 'ok' });
    }
  });

  /** Stops the clock, and gives what moves it by a minute. */
  function startClock(): () => void {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    return () => void vi.setSystemTime(Date.now() + 60_000);
  }

  async function authTime(token: string): Promise<number> {
    return Number((await verify(token)).payload['auth_time']);
  }

  async function start(issuer?: string): Promise<IdentityProvider> {
    return startIdentityProvider({
      host: '127.0.0.1',
      port: 0,
      ...(issuer !== undefined && { issuer }),
      accounts: [volunteer, analyst, system],
      clientSecrets: { system: secret },
      portalOrigins: ['http://127.0.0.1:4000'],
      keys: await loadKeys(stateDir),
    });
  }

  function verify(token: string, { issuer, port } = idp) {
    const keys = createRemoteJWKSet(new URL('/jwks', `http://127.0.0.1:${port}`));
    return jwtVerify(token, keys, { issuer, audience: graphResource });
  }

  async function loginPageIn(language: string): Promise<string> {
    const url = new URL('/authorize', idp.issuer);
    url.search = new URLSearchParams({
      client_id: 'birlik-portal',
      response_type: 'code',
      redirect_uri: 'http://127.0.0.1:4000/callback',
      scope: 'openid',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
    }).toString();
    const redirect = await fetch(url, { redirect: 'manual' });
    const response = await fetch(new URL(redirect.headers.get('location') ?? '', url), {
      headers: {
        'accept-language': language,
        cookie: redirect.headers
          .getSetCookie()
          .map((line) => line.split(';')[0])
          .join('; '),
      },
    });
    return response.text();
  }
});
