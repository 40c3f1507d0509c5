import { createDemoData } from '@birlik/demo-data';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser } from '../../../gateway/testing/browser.js';
import { startTestStack, type TestStack } from '../testkit/stack.js';
import { goTo, visitPortal } from './portal-browser.js';

const demo = createDemoData();
interface Shown {
  readonly email: string;
  readonly birthDate: string;
}

let stack: TestStack;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startTestStack(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await stack?.close();
});

/** What somebody of the demo shows. */
function shownBy({ email, birthDate }: { readonly email: string | null; readonly birthDate: string | null }): Shown {
  return { email: email ?? '', birthDate: birthDate ?? '' };
}

async function lookUp(page: Page, { email, birthDate }: Shown): Promise<void> {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  await page.getByLabel('What they show').selectOption({ label: 'E-mail' });
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByLabel('Day').fill(day);
  await page.getByLabel('Month').fill(month);
  await page.getByLabel('Year').fill(year);
  await page.getByRole('button', { name: 'Find', exact: true }).click();
}

it('the office finds the two people of a guardianship by what they show, and records it without any id', async () => {
  const { page, context, complaints } = await visitPortal(browser, {
    url: stack.stack.gatewayUrl,
    as: 'registry-officer',
    language: 'en',
    width: 320,
  });
  await goTo(page, '/office/guardianships/new');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByText('Find the minor first.').waitFor();

  await page.getByRole('button', { name: 'Find the minor' }).click();
  await lookUp(page, shownBy(demo.family.ward));
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Find the parent or guardian' }).click();
  await lookUp(page, shownBy(demo.person(7)));
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByLabel('The document you have seen').fill('AA 1234567');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByText('Recorded, and in force now.').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

it('says in one way that nobody agrees, and keeps what was written', async () => {
  const { page, context } = await visitPortal(browser, {
    url: stack.stack.gatewayUrl,
    as: 'registry-officer',
    language: 'en',
    width: 1280,
  });
  await goTo(page, '/office/persons');
  const { email } = shownBy(demo.person(7));
  await lookUp(page, { email, birthDate: '1901-01-01' });
  await page.getByRole('alert').getByText('No single person was found').waitFor();
  expect(await page.getByLabel('E-mail', { exact: true }).inputValue()).toBe(email);
  await context.close();
});
