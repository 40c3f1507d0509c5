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

const button = (page: Page, name: string) => page.locator('#content').getByRole('button', { name }).first();

it('a person raises a case, an officer answers it, and everybody reads what officials decided', async () => {
  const url = stack.stack.gatewayUrl;
  const person = await visitPortal(browser, { url, as: 'volunteer', language: 'az', width: 320 });
  await goTo(person.page, '/me/cases');
  await person.page.getByLabel('Hansı ölkədə?').selectOption('LT');
  await person.page.getByLabel('Nə baş verib?').fill('Yataqxana bağlanır.');
  await button(person.page, 'Birliyə göndər').press('Enter');
  await person.page.getByText('Yataqxana bağlanır.').first().waitFor();
  await pageIsWhole(person.page);
  expect(await barriers(person.page)).toEqual([]);

  const officer = await visitPortal(browser, { url, as: 'association-officer', language: 'en', width: 1280 });
  await goTo(officer.page, '/cases');
  const raised = officer.page.getByRole('listitem').filter({ hasText: 'Yataqxana bağlanır.' }).first();
  await raised.getByText('Write an answer').click();
  await raised.getByLabel('Text').fill('We ask the university.');
  await raised.getByRole('button', { name: 'Send', exact: false }).first().press('Enter');
  await officer.page.getByText('We ask the university.').first().waitFor();
  await pageIsWhole(officer.page);
  expect(await barriers(officer.page)).toEqual([]);

  await person.page.reload();
  await pageIsWhole(person.page);
  expect(await person.page.locator('#content').innerText()).toContain('We ask the university.');
  await goTo(person.page, '/abroad/decisions');
  expect(await person.page.locator('#content').innerText()).toContain('Nazirlik icazələrin uzadılması');
  expect(await barriers(person.page)).toEqual([]);
  const platform = await visitPortal(browser, { url, as: 'alumni-officer', language: 'en', width: 1280 });
  await goTo(platform.page, '/cases/meetings');
  expect(await barriers(platform.page)).toEqual([]);
});
