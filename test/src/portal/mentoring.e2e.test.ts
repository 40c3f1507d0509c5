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

/** What bars the way on a page that was loaded anew: what a screen reader was told of a button that waited is gone then. */
async function barriersAnew(page: Page) {
  await page.reload();
  await pageIsWhole(page);
  return barriers(page);
}

const button = (page: Page, name: string | RegExp) => page.locator('#content').getByRole('button', { name });

it('two people with nothing but accounts become a pair, meet, tell a concern, part and say how it was', async () => {
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
  await mentee.page.getByRole('link', { name: 'Meetings, goals and notes' }).click();
  await pageIsWhole(mentee.page);
  await button(mentee.page, 'Propose a meeting').click();
  for (const [part, value] of [
    ['Day', '1'],
    ['Month', '6'],
    ['Year', String(new Date().getFullYear() + (new Date().getMonth() < 5 ? 0 : 1))],
  ] as const)
    await mentee.page.getByLabel(part, { exact: true }).fill(value);
  await button(mentee.page, 'Send the proposal').click();
  await button(mentee.page, /^Call it off/).waitFor();
  await mentee.page.getByLabel('A new goal').fill('A first paper');
  await button(mentee.page, 'Add the goal').click();
  await button(mentee.page, 'We reached it: A first paper').waitFor();
  expect(await barriersAnew(mentee.page)).toEqual([]);

  await comeBack(mentor.page);
  await mentor.page.getByRole('link', { name: 'Görüşlər, hədəflər və qeydlər' }).click();
  await pageIsWhole(mentor.page);
  await button(mentor.page, /^Təsdiqlə: 1 iyun/).press('Enter');
  await mentor.page.getByText('hər ikiniz razısınız').waitFor();
  await button(mentor.page, 'Çatdıq: A first paper').click();
  await mentor.page.getByText('çatılıb').waitFor();
  await mentor.page.getByLabel('Yeni qeyd').fill('Yalnız ikimiz üçün');
  await button(mentor.page, 'Qeydi saxla').click();
  await button(mentor.page, /^Qeydi sil/).waitFor();
  expect(await barriersAnew(mentor.page)).toEqual([]);
  const pairPage = new URL(mentor.page.url()).pathname;

  await mentee.page.reload();
  await pageIsWhole(mentee.page);
  expect(await mentee.page.locator('#content').innerText()).toContain('Yalnız ikimiz üçün');
  await button(mentee.page, 'Tell what worries you').click();
  await mentee.page.getByLabel('What happened?').fill('I do not feel well with it.');
  await mentee.page.getByRole('dialog').getByRole('button', { name: 'Tell', exact: true }).click();
  await mentee.page.getByText('Only the association’s safeguarding lead reads it.').waitFor();

  await button(mentee.page, 'End the mentorship').click();
  await mentee.page.getByRole('dialog').getByRole('button', { name: 'End the mentorship' }).click();
  await expect.poll(() => mentee.page.getByRole('heading', { name: /Vüsal/ }).count()).toBe(0);
  await comeBack(mentor.page);
  expect(await mentor.page.locator('#content').innerText()).not.toContain('Aytac');

  await goTo(mentor.page, pairPage);
  await mentor.page.getByLabel(/^O biri tərəfə sözünüz/).fill('Çox çalışqan');
  await button(mentor.page, 'Rəyi göndər').click();
  await mentor.page.getByRole('heading', { name: 'Sizin rəyiniz' }).waitFor();
  await button(mentor.page, 'Bəli, birlikdə').click();
  await mentee.page.getByLabel('How was it, from 1 to 5?').selectOption('4');
  await button(mentee.page, 'Send the feedback').click();
  await mentee.page.getByText('Çox çalışqan').waitFor();
  await button(mentee.page, 'Send the answers').click();
  await expect.poll(() => mentee.page.getByRole('heading', { name: 'Two last questions' }).count()).toBe(0);
  expect(await barriersAnew(mentee.page)).toEqual([]);
  expect([...mentor.complaints, ...mentee.complaints]).toEqual([]);
});
