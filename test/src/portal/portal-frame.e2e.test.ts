import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { createDemoData } from '@birlik/demo-data';
import { ask } from '@birlik/test-client';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startBrowser } from '../../../gateway/testing/browser.js';
import { startTestStack, type TestStack } from '../testkit/stack.js';
import { goTo, pageIsWhole, signIn } from './portal-browser.js';

type Browser = Awaited<ReturnType<typeof startBrowser>>;
type Page = Awaited<ReturnType<Browser['newPage']>>;

/** Nothing but trusted documents may run, and the process `dispatch` runs beside. */
let stack: TestStack;
let browser: Browser;
let page: Page;
/** What the browser complains about, such as what the policy forbids. */
let complaints: string[];
let origins: Set<string>;
/** The built portal, of which a test makes a newer release. */
let portal: string;

beforeAll(async () => {
  portal = await mkdtemp(join(tmpdir(), 'birlik-portal-'));
  await cp(join(import.meta.dirname, '../../../gateway/portal/dist'), portal, { recursive: true });
  stack = await startTestStack({ DOCUMENTS_REQUIRED: 'on', PORTAL_FOLDER: portal }, {}, [], 1);
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await stack?.close();
  await rm(portal, { recursive: true });
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

/** Waits until the worker answers for this page, and everything that was opened is kept. */
async function frameIsKept(): Promise<void> {
  await page.evaluate('navigator.serviceWorker.ready');
  await page.waitForFunction("caches.has('birlik-parts')");
  await page.waitForLoadState('networkidle');
}

/** Everything that the browser keeps for the portal: what it was asked for, and the whole of what came. */
async function keptFiles(): Promise<readonly { readonly url: string; readonly text: string }[]> {
  return JSON.parse(
    await page.evaluate<string>(`(async () => {
      const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      const files = await Promise.all(caches_.map(async (cache) => Promise.all((await cache.keys()).map(async (request) =>
        ({ url: request.url, text: await (await cache.match(request)).text() })))));
      return JSON.stringify(files.flat());
    })()`),
  ) as readonly { readonly url: string; readonly text: string }[];
}

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

test('nothing of a person is kept in the browser: the frame is, and the code of what they opened until they sign out', async () => {
  const { gatewayUrl } = stack.stack;
  const secrets = new Set<string>();
  page.on('request', (request) => {
    const [, token] = /^Bearer (.+)$/.exec(request.headers()['authorization'] ?? '') ?? [];
    if (token !== undefined) secrets.add(token);
  });
  await page.goto(stack.stack.gatewayUrl);
  await signIn(page, 'volunteer', stack.stack.gatewayUrl);
  await frameIsKept();
  for (const path of ['/me', '/me/messages', '/me/permissions']) await goTo(page, path);
  const person = createDemoData().personas.find(({ key }) => key === 'volunteer');
  secrets.add(stack.idsOf('volunteer').hide(person?.volunteerId ?? ''));
  const kept = await keptFiles();
  const paths = kept.map(({ url }) => new URL(url).pathname);
  expect(
    paths.filter((path) => !/^\/(assets\/[\w.-]+|index\.html|[\w.-]+\.(svg|png|webmanifest))$/.test(path)),
  ).toEqual([]);
  expect(paths).toContain('/index.html');
  expect(paths.some((path) => path.includes('own-page.page'))).toBe(true);
  expect(secrets.size).toBeGreaterThan(1);
  for (const secret of ['Hikmət', 'Abbasov', ...secrets]) {
    expect(kept.filter(({ text, url }) => text.includes(secret) || url.includes(secret)).map(({ url }) => url)).toEqual(
      [],
    );
  }
  await signOut().click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  expect((await keptFiles()).filter(({ url }) => url.includes('own-page.page'))).toEqual([]);
  expect(complaints).toEqual([]);
  expect([...origins].every((origin) => [gatewayUrl, stack.stack.issuer].includes(origin))).toBe(true);
});

test('without a connection the frame opens, says so, and goes on by itself when there is one', async () => {
  const { stack: running } = stack;
  await page.goto(running.gatewayUrl);
  await pageIsWhole(page);
  await frameIsKept();
  await goTo(page, '/opportunities');
  const lost = page.getByText('There is no internet connection.');
  await page.context().setOffline(true);
  await running.stop('gateway');
  try {
    await page.reload();
    await lost.first().waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Members' }).click();
    await page.getByRole('heading', { name: 'This page has not been opened yet' }).waitFor();
    await goTo(page, '/opportunities');
  } finally {
    await running.start('gateway');
  }
  await page.context().setOffline(false);
  await lost.first().waitFor({ state: 'detached' });
  await page.getByRole('article').first().waitFor();
  expect(page.url()).toContain('/opportunities');
});

test('what is written stays while there is no connection, and is sent when there is one', async () => {
  await page.goto(stack.stack.gatewayUrl);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.locator('input[name=newcomer]').fill('offline');
  await page.locator('input[name=newcomer]').press('Enter');
  await signOut().waitFor();
  await page.getByLabel('Given name').fill('Aysel');
  await page.context().setOffline(true);
  await page.getByText('What you wrote stays on this page').waitFor();
  expect(await page.getByLabel('Given name').inputValue()).toBe('Aysel');
});

test('a newer release is told, and taken as a whole; a part that is gone brings it too', async () => {
  const { gatewayUrl } = stack.stack;
  const [page_, worker] = [join(portal, 'index.html'), join(portal, 'sw.js')];
  const built = await readFile(page_, 'utf8');
  const marked = (name: string) => built.replace('</head>', `<meta name="release" content="${name}"></head>`);
  const served = (name: string) =>
    expect.poll(async () => (await fetch(gatewayUrl)).text()).toContain(`content="${name}"`);
  const shown = () => page.locator('meta[name=release]').getAttribute('content');
  await page.goto(gatewayUrl);
  await pageIsWhole(page);
  await frameIsKept();
  for (const file of [page_, worker]) await rm(`${file}.br`);
  await appendFile(worker, '\n/* newer */');
  await writeFile(page_, marked('newer'));
  await served('newer');
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
  await page.getByText('There is a new version of Birlik.').waitFor();
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await expect.poll(shown).toBe('newer');
  await pageIsWhole(page);
  expect(await page.getByText('There is a new version of Birlik.').count()).toBe(0);
  // The code of a page that nobody has opened is gone with the next release.
  for (const name of await readdir(join(portal, 'assets'))) {
    if (name.startsWith('member-list.page')) await rm(join(portal, 'assets', name));
  }
  await writeFile(page_, marked('newest'));
  await served('newest');
  await page.getByRole('navigation').getByRole('link', { name: 'Members' }).click();
  await expect.poll(shown).toBe('newest');
});

test('pages, opportunities and organisations are found from the bar by keyboard, in any language and without its letters', async () => {
  await page.goto(stack.stack.gatewayUrl);
  await signIn(page, 'volunteer', stack.stack.gatewayUrl);
  const field = page.getByRole('searchbox');
  const choice = (name: RegExp) => page.getByRole('option', { name });
  await page.keyboard.press('Control+k');
  await field.pressSequentially('icaze');
  await choice(/^Permissions$/).waitFor();
  expect(await page.evaluate('document.activeElement.type')).toBe('search');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.waitForURL((address) => address.pathname.startsWith('/me/permissions'));
  await pageIsWhole(page);
  await page.keyboard.press('/');
  await field.fill('agac');
  await choice(/Tree planting/)
    .first()
    .waitFor();
  await field.fill('mingachevir');
  await choice(/Mingachevir State University/)
    .first()
    .waitFor();
  await field.fill('xyzzy');
  await page.getByText('Nothing of the kind was found.').waitFor();
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const barriers = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(barriers.map(({ id }) => id)).toEqual([]);
  await page.getByRole('button', { name: 'Close the search' }).click();
  await field.waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).toBe('');
  expect(complaints).toEqual([]);
});
