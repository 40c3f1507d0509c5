import { setTimeout } from 'node:timers/promises';
import type { Browser, BrowserContext, Cookie, Page } from 'playwright-core';

/** Somebody at the portal, in a browser of their own. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained about: scripts that failed, and what its policy refused. */
  readonly complaints: string[];
  /** The origins that were asked, the portal's own among them. */
  readonly origins: Set<string>;
  /** What the gateway was asked: each request’s document and variables. */
  readonly asked: string[];
  /** Bytes that came from the gateway over the wire, as compressed; what the browser’s cache had is none. */
  readonly received: { bytes: number };
}

interface VisitOptions {
  /** Where the gateway serves the portal. */
  readonly url: string;
  /** A persona's key, or `new-NAME` for somebody new. @default nobody */
  readonly as?: string;
  readonly language?: 'az' | 'en' | 'ru' | 'tr';
  /** Of the window, in pixels. */
  readonly width?: number;
  readonly theme?: 'light' | 'dark';
  /** What the browser still has of the provider. */
  readonly cookies?: readonly Cookie[];
  /** Whether somebody signed in here before. */
  readonly isKnown?: boolean;
}

/** Opens the portal and signs in as somebody, by the page of the demo's provider. */
export async function visitPortal(browser: Browser, options: VisitOptions): Promise<Visit> {
  const { url, as, language = 'az', width = 320, theme = 'light', cookies = [], isKnown = false } = options;
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 700 : 900 },
    locale: language,
    colorScheme: theme,
  });
  await context.addCookies(cookies);
  const page = await context.newPage();
  if (isKnown) await page.addInitScript("sessionStorage.setItem('birlik.signed-in', '1')");
  const visit: Visit = { page, context, complaints: [], origins: new Set(), asked: [], received: { bytes: 0 } };
  page.on('pageerror', (error) => visit.complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') visit.complaints.push(message.text());
  });
  page.on('request', (request) => {
    visit.origins.add(new URL(request.url()).origin);
    if (request.method() === 'POST' && new URL(request.url()).pathname === '/graphql')
      visit.asked.push(request.postData() ?? '');
  });
  page.on('requestfinished', async (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin) return;
    // A page that is left has no sizes to tell.
    const sizes = await request.sizes().catch(() => null);
    visit.received.bytes += sizes?.responseBodySize ?? 0;
  });
  await page.goto(url);
  await page.locator('#content h1, #content h2').first().waitFor();
  if (as !== undefined) await signIn(page, as, url);
  return visit;
}

/** Goes through the provider's page, from the button of the portal back to the portal. */
export async function signIn(page: Page, as: string, url: string): Promise<void> {
  await page
    .locator('header')
    .getByRole('button', { name: /^(Daxil ol|Sign in|Войти|Giriş yap)$/ })
    .click();
  if (as.startsWith('new-')) {
    await page.locator('input[name=newcomer]').fill(as.slice('new-'.length));
    await page.locator('input[name=newcomer]').press('Enter');
  } else {
    await page.locator(`button[value="${as}"]`).click();
  }
  await page.waitForURL((address) => address.origin === new URL(url).origin && address.pathname !== '/callback');
  await pageIsWhole(page);
}

/** Goes to another page as a link of the portal would, without loading the portal anew. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate(
    `history.pushState({}, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'));`,
  );
  await pageIsWhole(page);
}

/** Says what the visit of an officer is for, the first purpose of those that there are: pages that need one show what they have. */
export async function statePurpose(page: Page): Promise<void> {
  await goTo(page, '/search');
  await page.locator('#content').getByRole('button').first().click();
  await page.locator('#content').getByRole('table').first().waitFor();
  await pageIsWhole(page);
}

/** Whether the page of the address is shown, has its heading, and nothing loads: an expression, since the policy lets no text be run on a timer. */
const isWhole = `document.querySelector('#content')?.dataset.address === location.pathname + location.search + location.hash
  && document.querySelector('#content h1') !== null && document.querySelector('[aria-busy="true"]') === null`;

/** Waits until the page of the address is shown, has its heading, and nothing loads. @throws Error after half a minute */
export async function pageIsWhole(page: Page): Promise<void> {
  const end = Date.now() + 30_000;
  // While another document comes there is nothing to ask.
  while (!(await page.evaluate<boolean>(isWhole).catch(() => false))) {
    if (Date.now() > end) throw new Error(`${page.url()} is not whole.`);
    await setTimeout(20);
  }
  await page.evaluate('document.fonts.ready');
}
