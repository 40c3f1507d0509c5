import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser } from '../../../gateway/testing/browser.js';
import { startTestStack, type TestStack } from '../testkit/stack.js';
import { pageIsWhole, visitPortal } from './portal-browser.js';

const purpose = 'recruitment';
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
  const officer = { as: 'university-officer', purpose };
  await stack.ask(
    'mutation ($records: [SourceRecordInput!]!) { submitSourceRecords(records: $records) { __typename } }',
    { ...officer, variables: { records: [record] } },
  );
  const { data } = await stack.ask<{ createClaimCode: { code: string } }>(
    `mutation { createClaimCode(input: { localKey: "${record.localKey}", role: STUDENT }) { ... on IssuedInvitation { code } } }`,
    officer,
  );
  return data?.createClaimCode.code ?? '';
}

/** The one person whom the university’s list has from this register, read as its officer does. */
async function readAsTheUniversity(name: string): Promise<void> {
  const { data } = await stack.ask<{ volunteers: { nodes: { id: string; name: string | null }[] } }>(
    '{ volunteers(first: 50) { nodes { id name } } }',
    { as: 'university-officer', purpose },
  );
  const names = data?.volunteers.nodes.map((person) => person.name);
  expect(names).toContain(name);
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
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  };
  await menu('Settings');
  await page.getByRole('link', { name: 'Claim a record' }).click();
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Check the code' }).click();
  await page.getByRole('status').getByText('Mingachevir State University').waitFor();

  await menu('Permissions');
  await page.getByRole('link', { name: 'Give a permission' }).first().click();
  await page.getByLabel('Organisation', { exact: true }).fill('mingachevir');
  await page.getByLabel(/^Mingachevir State University/).check();
  await page.getByLabel('For what').selectOption(purpose);
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Give permission' }).click();
  await page.getByText('permission given').waitFor();

  await readAsTheUniversity(`${record.givenName} ${record.familyName}`);
  await menu('Who viewed my data');
  await pageIsWhole(page);
  await page.locator('#content').getByText('Mingachevir State University').first().waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
