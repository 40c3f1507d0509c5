import { id } from '@birlik/demo-data';
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

const drill = id('emergency', 'drill');
const link = `/check-in/${id('emergency-code', 'drill').replaceAll('-', '')}`;
const button = (page: Page, name: string) => page.locator('#content').getByRole('button', { name, exact: true });

it('somebody without an account and without a connection says that a friend needs help, and an officer answers', async () => {
  const { gatewayUrl: url } = stack.stack;
  const anybody = await visitPortal(browser, { url, language: 'az', width: 320 });
  await goTo(anybody.page, link);
  await anybody.page.getByText('Zəlzələ, Litva (nümunə)').waitFor();
  expect(await barriers(anybody.page)).toEqual([]);
  await anybody.context.setOffline(true);
  await anybody.page.getByLabel('Kömək lazımdır').press('Space');
  await anybody.page.getByLabel('Ad və soyad').fill('Şəbəkəsiz Dost');
  await anybody.page.getByLabel('Əlaqə').fill('+370 600 00000');
  await button(anybody.page, 'Göndər').press('Enter');
  await anybody.page.getByText('1 xəbər bu cihazda gözləyir').waitFor();
  expect(await anybody.page.evaluate<string>('JSON.stringify(localStorage)')).toContain('Şəbəkəsiz Dost');
  await anybody.context.setOffline(false);
  await anybody.page.getByText('Xəbəriniz çatdı.').waitFor();
  expect(await anybody.page.evaluate<string>('JSON.stringify(localStorage)')).not.toContain('Şəbəkəsiz Dost');
  expect(await barriers(anybody.page)).toEqual([]);

  const officer = await visitPortal(browser, { url, as: 'alumni-officer', language: 'en', width: 1280 });
  await goTo(officer.page, `/desk/${drill}`);
  expect(await barriers(officer.page)).toEqual([]);
  await officer.page.getByLabel('Şəbəkəsiz Dost').press('Space');
  await button(officer.page, 'Answered').press('Enter');
  await officer.page.getByLabel('Şəbəkəsiz Dost').waitFor({ state: 'detached' });
  await officer.page.getByText('answered a call').waitFor();

  const person = await visitPortal(browser, { url, as: 'volunteer', language: 'az', width: 320 });
  await goTo(person.page, '/me/alerts');
  expect(await barriers(person.page)).toEqual([]);
  await button(person.page, 'Təhlükəsizdəyəm').press('Enter');
  await person.page.getByText('Təhlükəsizdə olduğunuzu bildirmisiniz').waitFor();
  await goTo(person.page, '/');
  await person.page.reload();
  await pageIsWhole(person.page);
  expect(await person.page.locator('#content').innerText()).not.toContain('Təlim: necə olduğunuzu bildirin');
});
