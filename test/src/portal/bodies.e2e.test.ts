import { createDemoData } from '@birlik/demo-data';
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

const content = (page: Page) => page.locator('#content');
const button = (page: Page, name: string) => content(page).getByRole('button', { name, exact: true }).first();
const disclosure = (page: Page, label: string) => content(page).locator('summary', { hasText: label }).first();
const link = (page: Page, name: string) => content(page).getByRole('link', { name }).first();
/** Loads the page anew: what is announced of a button that was pressed goes with it. */
async function lookAnew(page: Page): Promise<void> {
  await page.reload();
  await pageIsWhole(page);
}

it('a secretary calls a meeting, a member votes for two, the result stands, and an auditor reads it without a button', async () => {
  const url = stack.stack.gatewayUrl;
  const secretary = await visitPortal(browser, { url, as: 'alumni-officer', language: 'en', width: 1280 });
  await goTo(secretary.page, '/bodies');
  expect(await barriers(secretary.page)).toEqual([]);
  await link(secretary.page, 'Board').press('Enter');
  await disclosure(secretary.page, 'Call a meeting').press('Enter');
  await secretary.page.getByLabel('Name of the meeting').fill('Qış iclası');
  for (const [part, value] of [
    ['Day', '1'],
    ['Month', '2'],
    ['Year', '2027'],
  ] as const)
    await secretary.page.getByLabel(part, { exact: true }).first().fill(value);
  await button(secretary.page, 'Call the meeting').press('Enter');
  await link(secretary.page, 'Qış iclası').waitFor();
  await pageIsWhole(secretary.page);
  expect(await barriers(secretary.page)).toEqual([]);
  await link(secretary.page, 'Qış iclası').press('Enter');
  await disclosure(secretary.page, 'Put a motion on the agenda').press('Enter');
  await secretary.page.getByLabel('What is to be decided?').fill('Büdcə təsdiqlənsin.');
  await button(secretary.page, 'Put the motion').press('Enter');
  await content(secretary.page).getByRole('heading', { name: 'Büdcə təsdiqlənsin.' }).waitFor();

  // One member is not there and passes their voice on; the other one votes for both, by keyboard.
  const absent = await visitPortal(browser, { url, as: 'volunteer', language: 'az', width: 320 });
  await goTo(absent.page, '/me/bodies');
  expect(await barriers(absent.page)).toEqual([]);
  await link(absent.page, 'Növbəti iclas').press('Enter');
  await disclosure(absent.page, 'Səsimi başqasına ver').press('Enter');
  const holders = absent.page.getByLabel('Kim sizin yerinizə səs versin?');
  // Between the two is the father's name, which not everybody has.
  const [given = '', family = ''] =
    createDemoData()
      .personas.find(({ key }) => key === 'volunteer-2')
      ?.name.split(' ') ?? [];
  const holder = holders.locator('option').filter({ hasText: given }).filter({ hasText: family });
  await holders.selectOption(await holder.getAttribute('value'));
  await button(absent.page, 'Vəkalət ver').press('Enter');
  await content(absent.page).getByText('Sizin yerinizə səs verir').waitFor();
  await lookAnew(absent.page);
  expect(await barriers(absent.page)).toEqual([]);

  const member = await visitPortal(browser, { url, as: 'volunteer-2', language: 'az', width: 320 });
  await goTo(member.page, '/me/bodies');
  await link(member.page, 'Növbəti iclas').press('Enter');
  await button(member.page, 'İclasdayam').press('Enter');
  const groups = content(member.page).locator('fieldset');
  await groups.first().waitFor();
  await lookAnew(member.page);
  expect(await groups.count()).toBe(2);
  expect(await barriers(member.page)).toEqual([]);
  await button(member.page, 'Lehinə').press('Enter');
  await expect.poll(() => groups.count()).toBe(1);
  await button(member.page, 'Lehinə').press('Enter');
  await expect.poll(() => groups.count()).toBe(0);

  await goTo(secretary.page, '/bodies');
  await link(secretary.page, 'Regular session').press('Enter');
  await button(secretary.page, 'Close the vote and count').press('Enter');
  await content(secretary.page).getByText('for 3, against 1, abstaining 0').waitFor();
  expect(await content(secretary.page).innerText()).toContain('5 of 5 mandates were represented');
  await lookAnew(secretary.page);
  expect(await barriers(secretary.page)).toEqual([]);

  const auditor = await visitPortal(browser, { url, as: 'guardian', language: 'en', width: 1280 });
  await goTo(auditor.page, '/me/bodies');
  await link(auditor.page, 'Regular session').press('Enter');
  await content(auditor.page).getByText('for 3, against 1, abstaining 0').waitFor();
  await pageIsWhole(auditor.page);
  expect(await content(auditor.page).innerText()).toContain('you can change nothing here');
  expect(await content(auditor.page).getByRole('button').allInnerTexts()).toEqual(['Refresh']);
  expect(await barriers(auditor.page)).toEqual([]);
});
