import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser } from '../../../gateway/testing/browser.js';
import { startTestStack, type TestStack } from '../testkit/stack.js';
import { goTo, pageIsWhole, signIn, visitPortal } from './portal-browser.js';

let stack: TestStack;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startTestStack({ DOCUMENTS_REQUIRED: 'on' }), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await stack?.close();
});

const url = () => stack.stack.gatewayUrl;
const signInButton = (page: Page) => page.locator('header').getByRole('button', { name: 'Sign in', exact: true });

it('says of a member that does not answer that it does not, shows the rest, and the part when it answers again', async () => {
  const { page, context } = await visitPortal(browser, { url: url(), as: 'volunteer', language: 'en' });
  await stack.stack.stop('university');
  try {
    await goTo(page, '/me');
    const gap = page.getByText('does not answer at the moment').first();
    await gap.waitFor();
    expect(await page.getByText('Not shared with you').count()).toBe(0);
    expect(await page.locator('#content h2').count()).toBeGreaterThan(3);
    await stack.stack.start('university');
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await gap.waitFor({ state: 'detached' });
    await page.getByText('Mingachevir State University').first().waitFor();
  } finally {
    if (stack.stack.pid('university') === null) await stack.stack.start('university');
  }
  await context.close();
});

it('says that nobody can sign in while the provider is down, and lets people look around', async () => {
  const { page, context } = await visitPortal(browser, { url: url(), language: 'en' });
  await stack.stack.stop('identity-provider');
  try {
    await signInButton(page).click();
    await page.getByText('The sign-in service does not answer.').waitFor();
    await goTo(page, '/opportunities');
    await page.locator('#content h1').waitFor();
  } finally {
    await stack.stack.start('identity-provider');
  }
  await signIn(page, 'volunteer', url());
  expect(await page.getByText('The sign-in service does not answer.').count()).toBe(0);
  await context.close();
});

it('says that a sign-in has ended when the gateway takes it no more, and comes back to the page after another', async () => {
  const { page, context } = await visitPortal(browser, { url: url(), as: 'volunteer', language: 'en' });
  await page.route('**/graphql', async (route) => {
    await route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer of-yesterday' } });
  });
  await goTo(page, '/me/permissions');
  await page.getByText('Your sign-in has ended.').waitFor();
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Sign in again' }).click();
  // The provider still knows who it is, or asks.
  await page.waitForURL(
    (address) => address.pathname === '/me/permissions' || address.pathname.startsWith('/interaction'),
  );
  if (new URL(page.url()).pathname.startsWith('/interaction')) await page.locator('button[value="volunteer"]').click();
  await page.waitForURL((address) => address.pathname === '/me/permissions');
  await pageIsWhole(page);
  expect(await page.getByText('Your sign-in has ended.').count()).toBe(0);
  await context.close();
});

it('says that the connection is lost, keeps what was fetched, and goes on when it is back', async () => {
  const { page, context } = await visitPortal(browser, { url: url(), language: 'en' });
  await goTo(page, '/opportunities');
  await context.setOffline(true);
  await page.getByText('There is no internet connection.').first().waitFor();
  expect(await page.locator('#content h1').count()).toBe(1);
  await context.setOffline(false);
  await page.getByText('There is no internet connection.').first().waitFor({ state: 'detached' });
  await context.close();
});

it('asks somebody who is not signed in to do so, and brings them back to the page of their own', async () => {
  const { page, context } = await visitPortal(browser, { url: `${url()}/me/views`, language: 'en' });
  await page.locator('#content').getByRole('button', { name: 'Sign in' }).click();
  await page.locator('button[value="volunteer-2"]').click();
  await page.waitForURL((address) => address.pathname === '/me/views');
  await pageIsWhole(page);
  expect(await page.getByText('You need to sign in for this.').count()).toBe(0);
  await context.close();
});

it('tells an address that leads nowhere, in the frame', async () => {
  const { page, context } = await visitPortal(browser, { url: `${url()}/nowhere`, language: 'en' });
  expect(await page.locator('#content h1').textContent()).toBe('There is no such page');
  expect(await signInButton(page).count()).toBe(1);
  await context.close();
});
