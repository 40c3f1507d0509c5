import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import { decodeJwt } from 'jose';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { startBrowser } from '../../../gateway/testing/browser.js';
import { demoAccounts } from './demo-accounts.js';
import { loadKeys } from './keys.js';
import { type IdentityProvider, startIdentityProvider } from './server.js';

/** The verifier and challenge of RFC 7636, appendix B. */
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

let stateDir: string;
let idp: IdentityProvider;
let browser: Browser;
let application: Server;
let origin: string;
let context: BrowserContext;
let page: Page;
let complaints: string[];
let requested: Set<string>;

beforeAll(async () => {
  stateDir = mkdtempSync(join(tmpdir(), 'birlik-sign-in-'));
  application = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>application</title>');
  });
  await once(application.listen(0, '127.0.0.1'), 'listening');
  origin = `http://127.0.0.1:${(application.address() as AddressInfo).port}`;
  idp = await startIdentityProvider({
    host: '127.0.0.1',
    port: 0,
    accounts: demoAccounts(),
    clientSecrets: {},
    portalOrigins: [origin],
    keys: await loadKeys(stateDir),
  });
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
  await idp.close();
  application.closeAllConnections();
  application.close();
  rmSync(stateDir, { recursive: true, force: true });
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 320, height: 700 }, locale: 'en' });
  page = await context.newPage();
  complaints = [];
  requested = new Set();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('favicon')) complaints.push(message.text());
  });
  page.on('request', (request) => requested.add(new URL(request.url()).origin));
});

afterEach(async () => {
  await context.close();
});

/** Sends the browser to the provider, as the application does. */
async function authorize(parameters: Readonly<Record<string, string>> = {}): Promise<void> {
  const url = new URL('/authorize', idp.issuer);
  url.search = new URLSearchParams({
    client_id: 'birlik-portal',
    response_type: 'code',
    redirect_uri: `${origin}/callback`,
    scope: 'openid profile graph:read graph:write',
    state: 'here',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...parameters,
  }).toString();
  await page.goto(url.href);
}

const persona = (name: string) => page.getByRole('button', { name });

/** What the application was told at its address. */
async function cameBack(): Promise<URLSearchParams> {
  await page.waitForURL(`${origin}/**`);
  return new URL(page.url()).searchParams;
}

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, string>>;
}

/** Asks the token endpoint from the page of the application, as a browser lets it. */
function tokens(parameters: Readonly<Record<string, string>>): Promise<Answer> {
  const body = new URLSearchParams({ client_id: 'birlik-portal', ...parameters }).toString();
  return page.evaluate(
    async ([issuer, form]) => {
      const discovered = await fetch(`${issuer}/.well-known/openid-configuration`);
      const { token_endpoint: url } = (await discovered.json()) as { token_endpoint: string };
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const response = await fetch(url, { method: 'POST', headers, body: form });
      return { status: response.status, body: (await response.json()) as Record<string, string> };
    },
    [idp.issuer, body] as const,
  );
}

async function signInAs(name: string): Promise<Answer> {
  await authorize();
  await persona(name).click();
  const code = (await cameBack()).get('code') ?? '';
  return tokens({
    grant_type: 'authorization_code',
    code,
    redirect_uri: `${origin}/callback`,
    code_verifier: verifier,
  });
}

const refresh = (token = '') => tokens({ grant_type: 'refresh_token', refresh_token: token });

describe('the sign-in page', () => {
  it.each([
    ['az', 'Birliyə daxil olun', 'Könüllülər'],
    ['en', 'Sign in to Birlik', 'Volunteers'],
    ['ru', 'Вход в Birlik', 'Волонтёры'],
    ['tr', 'Birlik’e giriş yapın', 'Gönüllüler'],
  ])('speaks %s, fits a phone and asks nobody else for anything', async (language, title, heading) => {
    await authorize({ ui_locales: `xx ${language}` });
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
    await page.getByRole('heading', { name: heading }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    const heights = await page
      .locator('button, input:not([type=hidden]), nav a')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(15);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    expect([...requested]).toEqual([idp.issuer]);
    expect(complaints).toEqual([]);
  });

  it('says of each person what they can do, and for whom', async () => {
    await authorize();
    const button = persona('Elçin Nümunəli');
    await expect(button.textContent()).resolves.toMatch(/Mingachevir State University.*Keeps the register/);
    expect(await page.getByText('none is a real person').count()).toBe(1);
  });

  it.each(['light', 'dark'] as const)(
    'has nothing that axe finds, in the %s, with a problem too',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await authorize();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.getByLabel('Name').fill('!');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByRole('alert').waitFor();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    },
  );

  it('changes its language by a link, and keeps it', async () => {
    await authorize();
    await page.getByRole('link', { name: 'RU' }).click();
    await page.getByLabel('Имя').fill('—');
    await page.getByRole('button', { name: 'Войти' }).click();
    const problem = page.getByRole('alert');
    expect(await problem.textContent()).toBe('Напишите хотя бы одну букву или цифру.');
    expect(await page.getByLabel('Имя').getAttribute('aria-describedby')).toContain(await problem.getAttribute('id'));
  });

  it('is left by the keyboard alone', async () => {
    await authorize();
    const focused = page.locator('button[name=persona]:focus');
    for (let presses = 0; presses < 20 && (await focused.count()) === 0; presses++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect((await cameBack()).get('code')).toMatch(/./);
    expect(complaints).toEqual([]);
  });

  it('lets somebody new in under a name in any script', async () => {
    await authorize();
    await page.getByLabel('Name').fill('Gülnar Əliyeva');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    const code = (await cameBack()).get('code') ?? '';
    const { body } = await tokens({
      grant_type: 'authorization_code',
      code,
      redirect_uri: `${origin}/callback`,
      code_verifier: verifier,
    });
    expect(decodeJwt(body['access_token'] ?? '')).toMatchObject({ sub: 'new-gulnar-eliyeva', roles: [] });
  });
});

describe('the application of the portal', () => {
  it('gets tokens in the browser, for the graph, which each refresh token renews once', async () => {
    const { body } = await signInAs('Elçin Nümunəli');
    expect(decodeJwt(body['access_token'] ?? '')).toMatchObject({
      scope: 'graph:read graph:write',
      roles: ['officer'],
    });
    const second = await refresh(body['refresh_token']);
    expect(second.status).toBe(200);
    const third = await refresh(second.body['refresh_token']);
    expect(third.status).toBe(200);
    expect(new Set([body, second.body, third.body].map((one) => one['refresh_token'])).size).toBe(3);
    expect(complaints).toEqual([]);
  });

  it('loses a sign-in whose refresh token is used twice', async () => {
    const { body } = await signInAs('Elçin Nümunəli');
    const second = await refresh(body['refresh_token']);
    expect(await refresh(body['refresh_token'])).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(await refresh(second.body['refresh_token'])).toMatchObject({ status: 400 });
  });

  it('comes back without a page while the session lives, and is told when there is none', async () => {
    await authorize({ prompt: 'none' });
    expect((await cameBack()).get('error')).toBe('login_required');
    await signInAs('Elçin Nümunəli');
    await authorize({ prompt: 'none' });
    expect((await cameBack()).get('code')).toMatch(/./);
  });

  it.each([{ prompt: 'login' }, { max_age: '0' }])(
    'has the page shown again for a fresh sign-in by %o, also as somebody else',
    async (parameters: Readonly<Record<string, string>>) => {
      await signInAs('Elçin Nümunəli');
      await authorize(parameters);
      await persona('Elçin Nümunəli').click();
      expect((await cameBack()).get('code')).toMatch(/./);
      await authorize(parameters);
      await persona('Günel Nümunəli').click();
      expect((await cameBack()).get('code')).toMatch(/./);
    },
  );

  it('signs a person out without a question when it shows their ID token, and its refresh token is over', async () => {
    const { body } = await signInAs('Elçin Nümunəli');
    await page.goto(
      logout({ id_token_hint: body['id_token'] ?? '', post_logout_redirect_uri: `${origin}/`, state: 'x' }),
    );
    await page.waitForURL(`${origin}/?state=x`);
    expect((await refresh(body['refresh_token'])).status).toBe(400);
    await authorize({ prompt: 'none' });
    expect((await cameBack()).get('error')).toBe('login_required');
    expect(complaints.filter((line) => !line.includes('400'))).toEqual([]);
  });

  it('has a person asked when it does not', async () => {
    await signInAs('Elçin Nümunəli');
    await page.goto(logout({ client_id: 'birlik-portal', post_logout_redirect_uri: `${origin}/`, ui_locales: 'tr' }));
    await page.getByRole('button', { name: 'Çıkış yap' }).click();
    await page.waitForURL(`${origin}/`);
    await authorize({ prompt: 'none' });
    expect((await cameBack()).get('error')).toBe('login_required');
  });

  it('is not sent to an address that is not its own, and the person reads why in their language', async () => {
    await authorize({ redirect_uri: 'http://evil.example/callback', ui_locales: 'tr' });
    expect(new URL(page.url()).origin).toBe(idp.issuer);
    await page.getByRole('heading', { name: 'Giriş yapılamadı' }).waitFor();
    await page.goto(logout({ client_id: 'birlik-portal', post_logout_redirect_uri: 'http://evil.example/' }));
    await page.getByRole('heading', { name: 'Signing in did not work' }).waitFor();
  });

  const logout = (parameters: Readonly<Record<string, string>>) =>
    `${idp.issuer}/logout?${new URLSearchParams(parameters).toString()}`;
});
