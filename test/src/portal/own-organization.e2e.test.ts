import { generateKeyPairSync } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser } from '../../../gateway/testing/browser.js';
import { startTestStack, type TestStack } from '../testkit/stack.js';
import { goTo, visitPortal } from './portal-browser.js';

let stack: TestStack;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startTestStack(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await stack?.close();
});

/** An officer at a page. */
async function officerAt(path: string, width = 1280, as = 'university-officer') {
  const visit = await visitPortal(browser, {
    url: stack.stack.gatewayUrl,
    as,
    language: 'en',
    width,
  });
  await goTo(visit.page, path);
  return visit;
}

it('an officer lets a system act for the own organisation, and ends that', async () => {
  const { page, context, complaints } = await officerAt('/organization', 320);
  const system = page.getByRole('listitem').filter({ hasText: 'enrolment-desk' });
  await page.getByText('Add a system').click();
  await page.getByLabel('Its name at the sign-in service').fill('enrolment-desk');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await system.waitFor();

  await system.getByRole('button').click();
  await page.getByRole('dialog').getByRole('button').first().click();
  await system.waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
  await context.close();
});

it('an officer adds a key of the own organisation and retires it, which anybody sees', async () => {
  const kid = 'key-of-the-desk';
  const publicKey = JSON.stringify({
    ...generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }),
    kid,
  });
  const { page, context, complaints } = await officerAt('/organization');
  const key = page.getByRole('listitem').filter({ hasText: kid });
  await page.getByText('Add a key').click();
  await page.getByLabel('Public key').fill(publicKey);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await key.waitFor();

  await key.getByRole('button').click();
  await page.getByRole('dialog').getByRole('button').first().click();
  await key.getByText(/^given up on/).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

it('an officer says of a register without records that each person is in it once, and reads what is said, since when and by whom', async () => {
  const { page, context, complaints } = await officerAt('/register', 320, 'association-officer');
  await page.getByText('Nothing was said of the register').waitFor();
  await page.getByRole('button', { name: 'Everybody is in it once' }).click();
  const said = page.getByRole('status').filter({ hasText: 'Everybody is in it once' });
  await said.getByText('Who said it').waitFor();

  await page.getByRole('button', { name: 'Somebody may be in it twice' }).click();
  await page.getByRole('status').filter({ hasText: 'Somebody may be in it twice' }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

it('the agency finds on its home how many nominate to its programme, with the way there', async () => {
  const { page, context } = await officerAt('/', 1280, 'asan-school-officer');
  const nominating = page.getByRole('listitem').filter({ hasText: 'Contingents that nominate to your programme' });
  expect(Number(await nominating.locator('span').first().innerText())).toBeGreaterThan(0);
  await nominating.getByRole('link').click();
  await page.waitForURL((address) => address.pathname === '/universities');
  await context.close();
});
