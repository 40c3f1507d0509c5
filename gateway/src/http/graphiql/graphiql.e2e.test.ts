import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../../../testing/browser.js';
import { badges, people, reviews } from '../../../testing/demo-subgraphs.js';
import { startFederation, type Federation } from '../../../testing/federation.js';

let federation: Federation;
let browser: Browser;
beforeAll(async () => {
  federation = await startFederation([people, reviews, badges], { graphiql: true });
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await federation.close();
});

/** A page that collects what its browser complains about. */
async function open(search = ''): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('requestfailed', (request) => complaints.push(request.url()));
  await page.goto(federation.url + search);
  await page.getByRole('button', { name: /Execute query/ }).waitFor();
  return { page, complaints };
}

test('a browser gets a page where the first query runs and its plan names the services', async () => {
  const { page, complaints } = await open();
  await page.getByRole('button', { name: /Execute query/ }).click();
  await page.locator('.graphiql-response').getByText('"price": 20').waitFor();
  await page.getByRole('button', { name: 'Show Plan' }).click();
  const plan = page.getByRole('region', { name: 'Plan' });
  await plan.getByText('2 fetches in 2 stages').waitFor();
  const text = await plan.textContent();
  expect(text).toContain('1. asan-reviews: query');
  expect(text).toContain('2. people: entities at top.@');
  expect(complaints).toEqual([]);
  await page.close();
});

test('a link with a query shows the query and its plan, and runs nothing', async () => {
  for (const { received } of Object.values(federation.subgraphs)) received.length = 0;
  const { page, complaints } = await open(`?query=${encodeURIComponent('{ me { badge reviews { stars } } }')}`);
  await page.getByRole('button', { name: 'Show Plan' }).click();
  const plan = page.getByRole('region', { name: 'Plan' });
  await plan.getByText(/fetches in \d stages/).waitFor();
  const text = await plan.textContent();
  for (const line of ['people: query', 'badges: entities at me', 'asan-reviews: entities at me']) {
    expect(text).toContain(line);
  }
  for (const { received } of Object.values(federation.subgraphs)) expect(received).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});

test('the plan follows what is typed, and a query that cannot run is explained', async () => {
  const { page } = await open(`?query=${encodeURIComponent('{ motto }')}`);
  await page.getByRole('button', { name: 'Show Plan' }).click();
  const plan = page.getByRole('region', { name: 'Plan' });
  await plan.getByText('1. badges: query').waitFor();
  await page.locator('.graphiql-query-editor .CodeMirror').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('{ nothing }');
  await plan.getByRole('alert').getByText('Cannot query field "nothing"').waitFor();
  await expect.poll(() => new URL(page.url()).searchParams.get('query')).toBe('{ nothing }');
  await page.close();
});
