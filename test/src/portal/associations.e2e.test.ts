import { id as demoId } from '@birlik/demo-data';
import pg from 'pg';
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

it('corrects an event, sees who comes, notes who was there and takes the list along', async () => {
  const event = demoId('alumni-event', 'evening');
  await stack.ask(`mutation { answerAlumniEvent(eventId: "${event}", answer: YES) { __typename } }`, {
    as: 'volunteer',
  });
  const { page } = await visitPortal(browser, {
    url: stack.stack.gatewayUrl,
    as: 'association-officer',
    language: 'en',
    width: 1280,
  });
  await goTo(page, '/publishing');
  const form = page.locator('details').filter({ hasText: 'Correct' }).first();
  await form.locator('summary').click();
  await form.getByLabel('Place', { exact: true }).fill('Vilnius, Gedimino 1');
  await form.getByRole('button', { name: 'Save the correction' }).click();
  await page.getByText('The correction is saved.').waitFor();
  await page.getByText('Vilnius, Gedimino 1').first().waitFor();
  await page.reload();
  await pageIsWhole(page);
  expect(await barriers(page)).toEqual([]);

  await page.getByRole('link', { name: 'Who comes' }).click();
  await pageIsWhole(page);
  await page.locator('#content').getByRole('button').first().click();
  await page.locator('#content').getByRole('table').waitFor();
  const note = button(page, 'Note who was there');
  await note.click();
  await page.getByRole('alert').waitFor();
  const alumni = new pg.Pool({ connectionString: stack.stack.databases['alumni']?.ownerUrl, max: 1 });
  await alumni.query(`update alumni_event set starts_at = now() - interval '1 hour' where id = $1`, [event]);
  await alumni.end();
  await page.getByRole('checkbox').first().press('Space');
  await note.press('Enter');
  await page.getByText('It is noted who was there.').waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, 'Download CSV').click()]);
  expect(file.suggestedFilename()).toBe('birlik.csv');
  await page.reload();
  await pageIsWhole(page);
  await page.locator('#content').getByRole('button').first().click();
  await page.locator('#content').getByRole('table').waitFor();
  await pageIsWhole(page);
  expect(await page.getByRole('checkbox').first().isChecked()).toBe(true);
  expect(await barriers(page)).toEqual([]);
});
