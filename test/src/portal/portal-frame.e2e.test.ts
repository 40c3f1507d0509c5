import { readFile } from 'node:fs/promises';
import { ask } from '@birlik/test-client';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startBrowser } from '../../../gateway/testing/browser.js';
import { startTestStack, type TestStack } from '../testkit/stack.js';

type Browser = Awaited<ReturnType<typeof startBrowser>>;
type Page = Awaited<ReturnType<Browser['newPage']>>;

/** Nothing but trusted documents may run, and the process `dispatch` runs beside. */
let stack: TestStack;
let browser: Browser;
let page: Page;
/** What the browser complains about, such as what the policy forbids. */
let complaints: string[];
let origins: Set<string>;

beforeAll(async () => {
  stack = await startTestStack({ DOCUMENTS_REQUIRED: 'on' }, {}, [], 1);
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});

beforeEach(async () => {
  const context = await browser.newContext({ locale: 'en' });
  page = await context.newPage();
  complaints = [];
  origins = new Set();
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
});

const signOut = () => page.getByRole('button', { name: 'Sign out' });

async function signInAs(name: string): Promise<void> {
  await page.goto(stack.stack.gatewayUrl);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name }).click();
  await signOut().waitFor();
}

test('the portal keeps its policy and asks nobody but the gateway, which runs no other document', async () => {
  const { gatewayUrl } = stack.stack;
  await page.goto(gatewayUrl);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  expect([...origins]).toEqual([gatewayUrl]);
  expect(complaints).toEqual([]);
  const { errors } = await ask(`${gatewayUrl}/graphql`, '{ __typename }');
  expect(errors?.[0]?.extensions['code']).toBe('DOCUMENT_NOT_TRUSTED');
});

test('a person signs in, stays signed in over a reload, and signs out, and no token is left anywhere', async () => {
  const { gatewayUrl, issuer } = stack.stack;
  await signInAs('Elçin Nümunəli');
  await page.reload();
  await signOut().waitFor();
  const kept = await page.evaluate<string>('JSON.stringify([localStorage, sessionStorage, document.cookie])');
  expect(kept).not.toMatch(/eyJ|access_token|refresh_token/);
  expect(page.url()).not.toMatch(/code=|token/);
  await signOut().click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  expect([...origins].toSorted()).toEqual([gatewayUrl, issuer].toSorted());
  expect(complaints).toEqual([]);
});

test('the dispatching process runs its own documents all the same', async () => {
  const { folder } = stack.stack;
  await expect.poll(() => readFile(folder.log('gateway'), 'utf8')).toContain('"operation":"LogHeadMembers"');
  expect(await readFile(folder.log('dispatch'), 'utf8')).not.toContain('failed');
});
