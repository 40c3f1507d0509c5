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

/** An officer of the university at a page. */
async function officerAt(path: string, width = 1280) {
  const visit = await visitPortal(browser, {
    url: stack.stack.gatewayUrl,
    as: 'university-officer',
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
