import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser } from '../../../gateway/testing/browser.js';
import { startTestStack, type TestStack } from '../testkit/stack.js';
import { choose, press, tabTo } from './keyboard.js';
import { goTo, pageIsWhole, visitPortal } from './portal-browser.js';

const purpose = 'recruitment';
const officer = 'university-officer';
const record = { localKey: 'on-the-phone', givenName: 'Aysel', familyName: 'Gəlmə', birthDate: '2001-02-03' };

let stack: TestStack;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startTestStack(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await stack?.close();
});

/** The code that the university hands out for a record of its register. */
async function codeOfTheUniversity(): Promise<string> {
  const asking = { as: officer, purpose };
  await stack.ask(
    'mutation ($records: [SourceRecordInput!]!) { submitSourceRecords(records: $records) { __typename } }',
    { ...asking, variables: { records: [record] } },
  );
  const { data } = await stack.ask<{ createClaimCode: { code: string } }>(
    `mutation { createClaimCode(input: { localKey: "${record.localKey}", role: STUDENT }) { ... on IssuedInvitation { code } } }`,
    asking,
  );
  return data?.createClaimCode.code ?? '';
}

interface People {
  readonly nodes: readonly { readonly name: string | null }[];
  readonly pageInfo: { readonly endCursor: string | null };
}

async function peopleOfTheUniversity(after: string | null): Promise<People> {
  const { data } = await stack.ask<{ volunteers: People }>(
    'query ($after: String) { volunteers(first: 100, after: $after) { nodes { name } pageInfo { endCursor } } }',
    { as: officer, purpose, variables: { after } },
  );
  return data?.volunteers ?? { nodes: [], pageInfo: { endCursor: null } };
}

/** Reads the people of the university as its officer does, page by page, until somebody of this name comes. */
async function readAsTheUniversity(name: string): Promise<boolean> {
  let page = await peopleOfTheUniversity(null);
  while (page.nodes.length > 0) {
    if (page.nodes.some((person) => person.name === name)) return true;
    page = await peopleOfTheUniversity(page.pageInfo.endCursor);
  }
  return false;
}

it('somebody new signs up on a phone, claims a record, gives a permission and sees who read it', async () => {
  const code = await codeOfTheUniversity();
  const { page, context, complaints } = await visitPortal(browser, {
    url: stack.stack.gatewayUrl,
    as: 'new-aysel',
    language: 'en',
    width: 320,
  });

  await page.getByLabel('Given name').fill(record.givenName);
  await page.getByLabel('Family name').fill(record.familyName);
  const [year = '', month = '', day = ''] = record.birthDate.split('-');
  await page.getByLabel('Day').fill(day);
  await page.getByLabel('Month').fill(month);
  await page.getByLabel('Year').fill(year);
  await page.getByRole('button', { name: 'Open my page' }).click();
  await page.getByRole('heading', { level: 1, name: record.givenName }).waitFor();

  const menu = async (name: string) => {
    await page.getByRole('button', { name: 'Open the menu' }).click();
    await page.locator('header').getByRole('link', { name, exact: true }).click();
  };
  await menu('Settings');
  await page.getByRole('link', { name: 'Claim a record' }).click();
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Check the code' }).click();
  await page.getByRole('status').getByText('Mingachevir State University').waitFor();

  await menu('Permissions');
  await page.getByRole('link', { name: 'Give a permission' }).first().click();
  await page.getByLabel('Organisation', { exact: true }).fill('mingachevir');
  await page.getByLabel(/^Mingachevir State University/).click();
  await page.getByLabel('For what').selectOption(purpose);
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Give permission' }).click();
  await page.getByText('permission given').waitFor();

  expect(await readAsTheUniversity(`${record.givenName} ${record.familyName}`)).toBe(true);
  await menu('Who viewed my data');
  await pageIsWhole(page);
  await page.locator('#content').getByText('Mingachevir State University').first().waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

/** The last column of a file: the ids of the people in it. */
async function peopleIn(file: string): Promise<string[]> {
  const lines = (await readFile(file, 'utf8')).trim().split(/\r?\n/).slice(1);
  return lines.map((line) => (line.split(',').at(-1) ?? '').replaceAll('"', ''));
}

async function selectAndSave(page: Page): Promise<string[]> {
  await page.getByText('Select everybody on this page').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV file' }).click(),
  ]);
  return peopleIn(await download.path());
}

/** The people whom the log says that this organisation was shown by their cards. */
async function shownInTheLog(): Promise<Set<string>> {
  const { data } = await stack.ask<{
    organizationAccessLog: { nodes: { basis: string; purpose: string; volunteer: { id: string } }[] };
  }>('{ organizationAccessLog(first: 100) { nodes { basis purpose volunteer { id } } } }', {
    as: officer,
    purpose,
  });
  const rows = data?.organizationAccessLog.nodes ?? [];
  return new Set(
    rows.filter((row) => row.basis === 'CARD' && row.purpose === purpose).map(({ volunteer }) => volunteer.id),
  );
}

it('an officer comes from home to a file of fifty people in four clicks, and each of them has a row in the log', async () => {
  const { page, context, complaints } = await visitPortal(browser, {
    url: stack.stack.gatewayUrl,
    as: officer,
    language: 'en',
    width: 1280,
  });
  // 1: the search, 2: what it is for, 3: everybody on the page, 4: the file.
  await page.locator('header').getByRole('link', { name: 'Find volunteers' }).click();
  await page.getByRole('button', { name: /^Recruitment/ }).click();
  const people = await selectAndSave(page);
  expect(new Set(people).size).toBe(50);
  const logged = await shownInTheLog();
  expect(people.filter((id) => !logged.has(id))).toEqual([]);
  expect(complaints).toEqual([]);

  await page.getByRole('button', { name: 'Clear selection' }).click();
  await page.getByRole('button', { name: 'Change' }).first().click();
  await page.getByRole('button', { name: /^Placement/ }).click();
  await pageIsWhole(page);
  const others = await selectAndSave(page);
  expect(others.toSorted()).not.toEqual(people.toSorted());
  await context.close();
});

it('tells on a person’s page what they do not share from what there is, and asks for it', async () => {
  const { page, context } = await visitPortal(browser, {
    url: stack.stack.gatewayUrl,
    as: officer,
    language: 'en',
    width: 1280,
  });
  await goTo(page, '/search');
  await page.getByRole('button', { name: /^Recruitment/ }).click();
  await page.getByRole('region').getByRole('link').first().click();
  await page.waitForURL(/\/people\//);
  await pageIsWhole(page);
  await page.getByText('Not shared with you').first().waitFor();
  expect(await page.getByText('does not answer at the moment').count()).toBe(0);
  await context.close();
});

const mainTasks = [
  { as: 'volunteer', az: 'Kim baxıb', en: 'Who viewed my data', path: '/me/views' },
  { as: officer, az: 'Könüllü axtarışı', en: 'Find volunteers', path: '/search' },
  { as: 'alumni-coordinator', az: 'Mentorluq raundları', en: 'Mentoring rounds', path: '/rounds' },
  { as: 'center-analyst', az: 'Ölkə hesabatları', en: 'Country reports', path: '/reports' },
  { as: 'creative-officer', az: 'Kampaniyalar', en: 'Campaigns', path: '/campaigns' },
  { as: 'registry-officer', az: 'Eynilik yoxlaması', en: 'Identity reviews', path: '/office/reviews' },
  { as: 'admin', az: 'İşləmə', en: 'Operation', path: '/operator' },
] as const;

it('a person gives a permission and takes it back by the keyboard alone', async () => {
  const url = stack.stack.gatewayUrl;
  const { page, context, complaints } = await visitPortal(browser, {
    url,
    as: 'volunteer-2',
    language: 'en',
    width: 1280,
  });
  await press(page, 'Permissions');
  await page.waitForURL((address) => address.pathname === '/me/permissions');
  await pageIsWhole(page);
  await press(page, 'Give a permission');
  await page.waitForURL((address) => address.pathname === '/me/permissions/new');
  await pageIsWhole(page);
  await tabTo(page, /^Organisation/);
  await page.keyboard.type('mingachevir');
  await press(page, /^Mingachevir State University/, 'Space');
  await tabTo(page, /^For what/);
  await choose(page, 'Recruitment');
  await page.getByRole('checkbox').first().waitFor();
  const category = await page.evaluate<string>(
    "document.querySelector('#content input[type=checkbox]').labels[0].innerText",
  );
  await tabTo(page, category.trim());
  await page.keyboard.press('Space');
  await press(page, 'Give permission');
  await page.getByText('permission given').waitFor();

  await press(page, 'Permissions');
  await page.waitForURL((address) => address.pathname === '/me/permissions');
  await pageIsWhole(page);
  await press(page, 'Take back');
  await page.getByRole('status').getByText('permission taken back').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

it('an officer comes to a file of fifty people by the keyboard alone', async () => {
  const url = stack.stack.gatewayUrl;
  const { page, context, complaints } = await visitPortal(browser, { url, as: officer, language: 'en', width: 1280 });
  await press(page, 'Find volunteers');
  await page.waitForURL((address) => address.pathname === '/search');
  await pageIsWhole(page);
  await press(page, /^Recruitment/);
  await pageIsWhole(page);
  await press(page, 'Select everybody on this page', 'Space');
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'CSV file')]);
  expect(new Set(await peopleIn(await download.path())).size).toBe(50);
  expect(complaints).toEqual([]);
  await context.close();
});

it.concurrent.each(mainTasks)(
  '$as comes from home to the main task by the keyboard alone, on a phone and on a desk',
  async (task) => {
    for (const { language, width } of [
      { language: 'az', width: 320 },
      { language: 'en', width: 1280 },
    ] as const) {
      const { page, context } = await visitPortal(browser, {
        url: stack.stack.gatewayUrl,
        as: task.as,
        language,
        width,
      });
      if (width === 320) {
        await tabTo(page, 'Menyunu aç');
        await page.keyboard.press('Enter');
      }
      await page.locator('header').getByRole('link', { name: task[language], exact: true }).waitFor();
      await tabTo(page, task[language]);
      await page.keyboard.press('Enter');
      await page.waitForURL((address) => address.pathname === task.path);
      await pageIsWhole(page);
      expect(await page.getByRole('alert').count()).toBe(0);
      await context.close();
    }
  },
);

it('anybody reads on the page of a country what its figures count, for which time, and whom they leave out', async () => {
  const { page, context, complaints } = await visitPortal(browser, {
    url: stack.stack.gatewayUrl,
    language: 'en',
    width: 320,
  });
  await goTo(page, '/countries/TR');
  await page.getByText('What the figures mean').click();
  await page.getByRole('heading', { level: 3, name: 'Students and alumni' }).waitFor();
  expect(await page.getByText('Who is not counted, and why').count()).toBe(2);
  expect(complaints).toEqual([]);
  await context.close();
});
