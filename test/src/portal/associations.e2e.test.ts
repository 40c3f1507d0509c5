import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser } from '../../../gateway/testing/browser.js';
import { startTestStack, type TestStack } from '../testkit/stack.js';
import { barriers } from './barriers.js';
import { goTo, pageIsWhole, visitPortal } from './portal-browser.js';

let stack: TestStack;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startTestStack(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await stack?.close();
});

const button = (page: Page, name: string | RegExp) => page.locator('#content').getByRole('button', { name });

it('the officer of an association names the next board by the keyboard, finds it at home, and calls it off', async () => {
  const { page } = await visitPortal(browser, {
    url: stack.stack.gatewayUrl,
    as: 'association-officer',
    language: 'az',
    width: 320,
  });
  await goTo(page, '/organization');
  await page.getByLabel('Giriş nömrəsi').fill('kohne-sedr');
  await button(page, 'Təyin et').press('Enter');
  await page.getByText('Təyin edildi.').waitFor();
  await page.getByRole('link', { name: 'Heyətin təhvili' }).press('Enter');
  await page.waitForURL(/\/organization\/hand-over$/);
  // What a screen reader was told of a button that waited is gone after a load.
  await page.reload();
  await pageIsWhole(page);
  await button(page, 'Təhvili təyin et').press('Enter');
  await page.getByText('Ən azı bir nəfər seçin.').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel('Giriş nömrəsi').fill('yeni-sedr');
  await button(page, 'Yeni heyətə əlavə et').press('Enter');
  await page.getByLabel(/^kohne-sedr/).press('Space');
  for (const [part, value] of [
    ['Gün', '1'],
    ['Ay', '6'],
    ['İl', String(new Date().getFullYear() + (new Date().getMonth() < 5 ? 0 : 1))],
  ] as const)
    await page.getByLabel(part, { exact: true }).fill(value);
  await button(page, 'Təhvili təyin et').press('Enter');
  await page.getByText(/^Təhvil vaxtı: .*1 iyun/).waitFor();
  await page.reload();
  await pageIsWhole(page);
  expect(await barriers(page)).toEqual([]);

  await goTo(page, '/');
  await page.getByRole('heading', { name: 'Heyətin təhvili' }).waitFor();
  await goTo(page, '/organization/hand-over');
  await button(page, 'Təhvili ləğv et').press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Təhvili ləğv et' }).press('Enter');
  await button(page, 'Təhvili təyin et').waitFor();
});
