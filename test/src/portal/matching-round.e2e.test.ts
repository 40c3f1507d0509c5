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

/** What bars the way on a page that was loaded anew: what a screen reader was told of a button that waited is gone then. */
async function barriersAnew(page: Page) {
  await page.reload();
  await pageIsWhole(page);
  return barriers(page);
}

it('a person enters a round and leaves it', async () => {
  const { page, complaints } = await visitPortal(browser, {
    url: stack.stack.gatewayUrl,
    as: 'volunteer',
    language: 'az',
    width: 320,
  });
  await goTo(page, '/me/mentoring');
  await page.getByRole('link', { name: 'Mentorluq raundları' }).click();
  await pageIsWhole(page);
  const open = page.getByRole('listitem').filter({ hasText: '3-ci mentorluq raundu' });
  await open.getByText('Mentor axtarıram').click();
  for (const choice of ['elmi iş', 'təhsil']) await open.getByLabel(choice, { exact: true }).check();
  await open.getByRole('button', { name: 'Raunda yazıl' }).press('Enter');
  await open.getByText('yazılmısınız').waitFor();
  expect(await barriersAnew(page)).toEqual([]);
  await open.getByRole('button', { name: 'Raunddan çıx' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Raunddan çıx' }).click();
  await expect.poll(() => open.getByText('yazılmısınız').count()).toBe(0);
  expect(complaints).toEqual([]);
});

it('a coordinator drafts a round by weights, locks a pair by the keyboard, compares, publishes, and an association sees its pairs', async () => {
  const { page, complaints } = await visitPortal(browser, {
    url: stack.stack.gatewayUrl,
    as: 'alumni-coordinator',
    language: 'en',
    width: 1280,
  });
  await goTo(page, '/rounds');
  await page.getByRole('link', { name: 'Mentoring round 2 (example)' }).click();
  await pageIsWhole(page);
  await page.getByRole('heading', { name: 'Draft 1' }).waitFor({ timeout: 20_000 });
  await page.getByText('Fairness: by association, country and language').click();
  expect(await barriersAnew(page)).toEqual([]);
  await button(page, /^Lock the pair: /)
    .first()
    .press('Enter');
  await page.getByText('locked', { exact: true }).first().waitFor();
  await page.getByLabel('Same field').fill('101');
  await button(page, 'Find the pairs').click();
  await page.getByText('Write a number from 0 to 100.').waitFor();
  await page.getByLabel('Same field').fill('100');
  await button(page, 'Find the pairs').click();
  await page.getByRole('heading', { name: 'Draft 2' }).waitFor({ timeout: 20_000 });
  await page.getByText(/^Beside the draft before: \d+ keep their mentor/).waitFor();
  expect(await barriersAnew(page)).toEqual([]);
  await button(page, 'Publish').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('heading', { name: 'Published result' }).waitFor();
  expect(await barriersAnew(page)).toEqual([]);
  expect(complaints).toEqual([]);

  const officer = await visitPortal(browser, {
    url: stack.stack.gatewayUrl,
    as: 'association-officer',
    language: 'az',
    width: 320,
  });
  await goTo(officer.page, '/rounds');
  const round = officer.page.getByRole('listitem').filter({ hasText: '2-ci mentorluq raundu' });
  await round.getByText('Üzvlərinizin cütləri').click();
  await round.getByText('mentordan soruşulub').first().waitFor();
  expect(await barriersAnew(officer.page)).toEqual([]);
  expect(officer.complaints).toEqual([]);
});
