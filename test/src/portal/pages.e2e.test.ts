import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../../../gateway/testing/browser.js';
import { startTestStack, type TestStack } from '../testkit/stack.js';
import { barriers, blankParts } from './barriers.js';
import { cramped } from './cramped.js';
import { goTo, pageIsWhole, statePurpose, visitPortal, type Visit } from './portal-browser.js';
import { addressesForOthers, addressesOfOne, pagesByPersona, statesPurpose } from './portal-pages.js';

let stack: TestStack;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startTestStack({ DOCUMENTS_REQUIRED: 'on' }), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await stack?.close();
});

const looks = [
  { language: 'az', width: 320, theme: 'dark' },
  { language: 'en', width: 1280, theme: 'light' },
] as const;

/** What Chromium says where it has no Azerbaijani, and components where they have none: dates in English or by codes, and labels. */
const foreign =
  /\b(20\d\d M\d\d|January|February|March|June|July|August|September|October|November|December|Close|Dismiss|Previous|Next|Clear|Show suggestions)\b/g;

/** Words of other languages on an Azerbaijani page, seen or told to screen readers. */
async function foreignWords(page: Page): Promise<string[]> {
  const told =
    "[...document.querySelectorAll('[aria-label]')].map((element) => element.getAttribute('aria-label')).join(' ')";
  const text = await page.evaluate<string>(`document.body.innerText + ' ' + ${told}`);
  return [...text.matchAll(foreign)].map(([word]) => word);
}

const personas = [...(await pagesByPersona())];

/** Milliseconds that a walk may take on a busy machine: it looks at forty pages, beside others that walk. */
const walkTime = 600_000;

describe.each(looks)('every page in $language at $width px, $theme', (look) => {
  it.concurrent.each(personas)(
    'for %s shows itself whole, fits, and keeps nobody out',
    async (as, pages) => {
      const visit = await visitPortal(browser, { ...look, url: stack.stack.gatewayUrl, ...(as !== null && { as }) });
      const { page, complaints, asked } = visit;
      const faults: Record<string, unknown> = {};
      const addresses = [...pages.map(({ example }) => example), ...addressesOfOne(stack, as)];
      if (statesPurpose.has(as)) await statePurpose(page);
      // Addresses that a page leads to are walked after it.
      for (const example of addresses) {
        asked.length = 0;
        await goTo(page, example);
        const found = {
          barriers: await barriers(page),
          complaints: complaints.splice(0),
          cramped: await cramped(page),
          headings: await page.locator('h1').count(),
          // One operation a page, two at most, and none twice.
          asked: asked.length > 2 || new Set(asked).size < asked.length ? [...asked] : [],
          foreign: look.language === 'az' ? await foreignWords(page) : [],
          failures: await page.getByRole('alert').allInnerTexts(),
        };
        for (const address of await addressesForOthers(page)) {
          if (!addresses.includes(address)) addresses.push(address);
        }
        const isWell =
          found.headings === 1 &&
          [found.asked, found.barriers, found.complaints, found.foreign, found.cramped, found.failures].every(
            (list) => list.length === 0,
          );
        if (!isWell) faults[example] = found;
      }
      expect(faults).toEqual({});
      await visit.context.close();
    },
    walkTime,
  );
});

describe('every page in ru, whose words are the longest', () => {
  it.concurrent.each(personas)(
    'for %s has room for them on a desk and on a phone',
    async (as, pages) => {
      const visit = await visitPortal(browser, { url: url(), language: 'ru', width: 1280, ...(as !== null && { as }) });
      const { page, context } = visit;
      const faults: Record<string, readonly string[]> = {};
      if (statesPurpose.has(as)) await statePurpose(page);
      for (const example of [...pages.map((each) => each.example), ...addressesOfOne(stack, as)]) {
        await goTo(page, example);
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 900 });
          const found = await cramped(page);
          if (found.length > 0) faults[`${example} at ${width} px`] = found;
        }
        await page.setViewportSize({ width: 1280, height: 900 });
      }
      expect(faults).toEqual({});
      await context.close();
    },
    walkTime,
  );
});

const url = () => stack.stack.gatewayUrl;

/** Walks pages where there is little to show, and tells what is wrong with any. */
async function faultsOfPages({ page, complaints }: Visit, addresses: readonly string[]): Promise<object> {
  const faults: Record<string, unknown> = {};
  for (const address of addresses) {
    await goTo(page, address);
    const found = {
      blank: await blankParts(page),
      complaints: complaints.splice(0),
      failures: await page.getByRole('alert').allInnerTexts(),
    };
    if (Object.values(found).some((list) => list.length > 0)) faults[address] = found;
  }
  return faults;
}

const examplesOf = (persona: string | null) =>
  (personas.find(([key]) => key === persona)?.[1] ?? []).map(({ example }) => example);

describe('where there is nothing yet', () => {
  it.concurrent(
    'each page says so to a person who has just come in',
    async () => {
      const visit = await visitPortal(browser, { url: url(), as: 'new-leyla', language: 'en', width: 1280 });
      const { page, context } = visit;
      const fields = { 'Given name': 'Leyla', 'Family name': 'Yenicə', Day: '3', Month: '2', Year: '2001' };
      for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
      await page.getByRole('button', { name: 'Open my page' }).click();
      await page.getByRole('heading', { level: 1, name: 'Leyla' }).waitFor();
      const addresses = [...examplesOf('volunteer'), ...examplesOf(null)];
      expect(addresses.length).toBeGreaterThan(20);
      expect(await faultsOfPages(visit, addresses)).toEqual({});
      await context.close();
    },
    walkTime,
  );

  it.concurrent.each(['university-2-officer', 'center-officer', 'safeguarding-lead'])(
    'each page says so to %s, whose organisation has no people of its own',
    async (as) => {
      const visit = await visitPortal(browser, { url: url(), as, language: 'en', width: 1280 });
      const addresses = examplesOf('university-officer');
      expect(addresses.length).toBeGreaterThan(5);
      expect(await faultsOfPages(visit, addresses)).toEqual({});
      await visit.context.close();
    },
    walkTime,
  );
});

const opened = [
  { as: 'university-officer', path: '/inquiries', button: 'State the purpose' },
  { as: 'volunteer', path: '/me/erasure', button: 'Erase my data' },
  { as: 'admin', path: '/office/issuers', button: 'Withdraw…' },
] as const;

describe.each([
  { width: 320, theme: 'dark' },
  { width: 1280, theme: 'light' },
] as const)('at $width px, $theme', (look) => {
  it.concurrent.each(opened)('what $button opens keeps nobody out, and Escape closes it', async (place) => {
    const { page, context } = await visitPortal(browser, { ...look, url: url(), as: place.as, language: 'en' });
    await goTo(page, place.path);
    const button = page.getByRole('button', { name: place.button }).first();
    await button.click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    // Whoever has no pointer goes on from where they were.
    await button.and(page.locator(':focus')).waitFor();
    await context.close();
  });
});

it('the menu of a phone keeps nobody out while it is open', async () => {
  const { page, context } = await visitPortal(browser, { url: url(), as: 'volunteer', language: 'en', width: 320 });
  await page.getByRole('button', { name: 'Open the menu' }).click();
  await page.locator('header').getByRole('link', { name: 'Settings' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await context.close();
});

describe('what is loaded', () => {
  it.each([
    { home: 'anybody', as: undefined, kilobytes: 180 },
    { home: 'a person', as: 'volunteer', kilobytes: 180 },
    { home: 'an officer', as: 'university-officer', kilobytes: 250 },
  ])('is at most $kilobytes kB for the home of $home, fonts and all', async ({ as, kilobytes }) => {
    const url = stack.stack.gatewayUrl;
    const before = await visitPortal(browser, { url, ...(as !== undefined && { as }) });
    // Another day: the provider still knows them, and nothing of the portal is in the browser.
    const { cookies } = await before.context.storageState();
    await before.context.close();
    const visit = await visitPortal(browser, { url, cookies, ...(as !== undefined && { isKnown: true }) });
    await pageIsWhole(visit.page);
    expect(await visit.page.getByRole('button', { name: 'Çıx' }).count()).toBe(as === undefined ? 0 : 1);
    expect(visit.received.bytes).toBeGreaterThan(50_000);
    expect(visit.received.bytes).toBeLessThanOrEqual(kilobytes * 1_000);
    await visit.context.close();
  });

  it('keeps no token and nothing of the person in the browser’s stores or in the address', async () => {
    const { page, context } = await visitPortal(browser, { url: stack.stack.gatewayUrl, as: 'volunteer' });
    await goTo(page, '/me');
    const stored = await page.evaluate<string>(
      'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])',
    );
    const [local, session, cookies] = JSON.parse(stored) as [object, Record<string, string>, string];
    // How far each page was scrolled stays, beside the mark that somebody signed in.
    const { 'tsr-scroll-restoration-v1_3': scrolled = '{}', ...kept } = session;
    expect([local, kept, cookies]).toEqual([{}, { 'birlik.signed-in': '1' }, '']);
    expect(scrolled).toMatch(/^[\w{}":,.-]*$/);
    expect(new URL(page.url()).search).toBe('');
    await context.close();
  });
});
