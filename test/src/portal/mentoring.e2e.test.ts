import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser } from '../../../gateway/testing/browser.js';
import { startTestStack, type TestStack } from '../testkit/stack.js';
import { barriers } from './barriers.js';
import { goTo, pageIsWhole, visitPortal, type Visit } from './portal-browser.js';

let stack: TestStack;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startTestStack(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await stack?.close();
});

/** Somebody new, with nothing but an account. */
async function newcomer(key: string, name: string, look: { language: 'az' | 'en'; width: number }): Promise<Visit> {
  const [givenName = '', familyName = ''] = name.split(' ');
  const { data } = await stack.ask<{ signUp: { __typename: string } }>(
    'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }',
    { as: `new-${key}`, variables: { input: { givenName, familyName, birthDate: '1999-09-09' } } },
  );
  expect(data?.signUp.__typename).toBe('Account');
  return visitPortal(browser, { url: stack.stack.gatewayUrl, as: `new-${key}`, ...look });
}

/** Opens the page of mentoring anew, as somebody who was told of something does. */
async function comeBack(page: Page): Promise<void> {
  await goTo(page, '/me/mentoring');
  await page.reload();
  await pageIsWhole(page);
}

const button = (page: Page, name: string | RegExp) => page.locator('#content').getByRole('button', { name });

it('two people with nothing but accounts become a pair, tell a concern, and part', async () => {
  const mentor = await newcomer('vusal', 'Vüsal Mentorov', { language: 'az', width: 320 });
  await goTo(mentor.page, '/me/mentoring');
  await mentor.page.getByRole('link', { name: 'Mentor ol' }).click();
  await pageIsWhole(mentor.page);
  await mentor.page.getByLabel('Təklifinizə baxan birlik').selectOption({ index: 1 });
  for (const choice of ['elmi iş', 'kənd təsərrüfatı, baytarlıq', 'üç ay'])
    await mentor.page.getByLabel(choice).check();
  await button(mentor.page, 'Təklif et').click();
  await mentor.page.getByRole('heading', { name: 'Təklifiniz', exact: true }).waitFor();

  const mentee = await newcomer('aytac', 'Aytac Tələbəli', { language: 'en', width: 1280 });
  await goTo(mentee.page, '/me/mentoring');
  await mentee.page.getByRole('link', { name: 'Find a mentor' }).click();
  await pageIsWhole(mentee.page);
  await mentee.page.getByLabel('Field').selectOption({ label: 'agriculture, veterinary' });
  await expect.poll(() => mentee.page.getByRole('listitem').filter({ hasText: 'research' }).count()).toBe(1);
  await pageIsWhole(mentee.page);
  expect(await mentee.page.locator('#content').innerText()).not.toContain('Vüsal');
  expect(await barriers(mentee.page)).toEqual([]);
  await button(mentee.page, 'Ask: research').click();
  const dialog = mentee.page.getByRole('dialog');
  await dialog.getByLabel('A word to the mentor (optional)').fill('I want to publish on soil.');
  await dialog.getByRole('button', { name: 'Send the request' }).click();
  await mentee.page.waitForURL(/\/me\/mentoring$/);
  await pageIsWhole(mentee.page);
  expect(await mentee.page.locator('#content').innerText()).not.toContain('Vüsal');

  await comeBack(mentor.page);
  const asked = await mentor.page.locator('#content').innerText();
  expect(asked).toContain('I want to publish on soil.');
  expect(asked).not.toContain('Aytac');
  expect(await barriers(mentor.page)).toEqual([]);
  await button(mentor.page, 'Razıyam').click();
  await mentor.page.getByRole('heading', { name: /Aytac/ }).waitFor();

  await comeBack(mentee.page);
  await mentee.page.getByRole('heading', { name: /Vüsal/ }).waitFor();
  await button(mentee.page, 'Tell what worries you').click();
  await mentee.page.getByLabel('What happened?').fill('I do not feel well with it.');
  await mentee.page.getByRole('dialog').getByRole('button', { name: 'Tell', exact: true }).click();
  await mentee.page.getByText('Only the association’s safeguarding lead reads it.').waitFor();

  await button(mentee.page, 'End the mentorship').click();
  await mentee.page.getByRole('dialog').getByRole('button', { name: 'End the mentorship' }).click();
  await expect.poll(() => mentee.page.getByRole('heading', { name: /Vüsal/ }).count()).toBe(0);
  await comeBack(mentor.page);
  expect(await mentor.page.locator('#content').innerText()).not.toContain('Aytac');
  expect([...mentor.complaints, ...mentee.complaints]).toEqual([]);
});
