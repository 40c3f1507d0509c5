import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startStack } from '@birlik/infra/stack';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../../../gateway/testing/browser.js';
import { visitPortal } from './portal-browser.js';

/**
 * How long each role waits for its home: milliseconds from the address to the first button or link of the page that takes a click, with
 * nothing of the portal in the browser, the provider's answer among it. `--url` takes a running stack.
 */
const { values } = parseArgs({ options: { url: { type: 'string' }, rounds: { type: 'string', default: '7' } } });

const homes: Readonly<Record<string, string | undefined>> = {
  anybody: undefined,
  'a person': 'volunteer',
  'an officer': 'university-officer',
  'a coordinator': 'alumni-coordinator',
  'an analyst': 'center-analyst',
  'the office': 'registry-officer',
  'an operator': 'admin',
};

if (values.url === undefined) {
  const stateDir = await mkdtemp(join(tmpdir(), 'birlik-homes-'));
  const stack = await startStack({ stateDir, port: 0 });
  try {
    await measure(stack.gatewayUrl);
  } finally {
    await stack.shutdown();
    await rm(stateDir, { recursive: true, force: true });
  }
} else await measure(values.url);

async function measure(url: string): Promise<void> {
  const browser = await startBrowser();
  try {
    for (const [home, as] of Object.entries(homes)) {
      const before = await visitPortal(browser, { url, ...(as !== undefined && { as }) });
      const { cookies } = await before.context.storageState();
      await before.context.close();
      const times: number[] = [];
      for (let round = 0; round < Number(values.rounds); round += 1) times.push(await open(browser, url, cookies, as));
      times.sort((one, other) => one - other);
      const [median = 0, most = 0] = [times[times.length >> 1], times.at(-1)];
      process.stdout.write(`${home.padEnd(14)} ${median.toFixed(0).padStart(6)} ms, at most ${most.toFixed(0)} ms\n`);
    }
  } finally {
    await browser.close();
  }
}

type Cookies = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['cookies']>>;

async function open(browser: Browser, url: string, cookies: Cookies, as: string | undefined): Promise<number> {
  const context = await browser.newContext({ locale: 'az', viewport: { width: 320, height: 700 } });
  await context.addCookies(cookies);
  const page = await context.newPage();
  if (as !== undefined) await page.addInitScript("sessionStorage.setItem('birlik.signed-in', '1')");
  const begun = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('#content h1').first().waitFor();
  await page.locator('#content').locator('a, button').first().click({ trial: true });
  const waited = performance.now() - begun;
  await context.close();
  return waited;
}
