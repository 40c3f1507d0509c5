import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import type { TestStack } from '../testkit/stack.js';
import { pageIsWhole, visitPortal } from './portal-browser.js';

/** Where the focus is. */
interface Stop {
  /** What screen readers call it, or nearly; empty when nothing has the focus. */
  readonly name: string;
  /** What keeps people from seeing that they are there; null for nothing. */
  readonly fault: string | null;
}

/**
 * Where the focus is, and whether that can be seen: inside the window, on top of what else is there but for the label around it,
 * and with a ring around it. The page itself, which a link leads to, has none.
 */
const stop = `(() => {
  const element = document.activeElement;
  if (element === null || element === document.body) return { name: '', fault: 'is nowhere' };
  const label = element.labels?.[0];
  const naming = (element.getAttribute('aria-labelledby') ?? '').split(' ').flatMap((id) => document.getElementById(id)?.innerText ?? []);
  const text = label?.innerText ?? (naming.length > 0 ? naming.join(' ') : element.textContent);
  const name = (element.getAttribute('aria-label') ?? text ?? '').trim().replaceAll(/\\s+/g, ' ');
  if (element.id === 'content') return { name: 'the page', fault: null };
  const drawn = label?.contains(element) ? label : element;
  const [box] = element.getClientRects();
  if (box === undefined) return { name, fault: 'is not drawn' };
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const isCut = box.height <= innerHeight && (box.top < -1 || box.bottom > innerHeight + 1);
  if (isCut || bottom <= top || right <= left) return { name, fault: 'is outside of the window' };
  const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  if (!drawn.contains(seen)) return { name, fault: 'is covered by ' + seen?.outerHTML.slice(0, 200) };
  const isRinged = [element, drawn, ...drawn.querySelectorAll('*')].some((one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });
  return { name, fault: isRinged ? null : 'has no ring around it' };
})()`;

/** Where the focus is, after a key that moves it. @throws Error when it can't be seen there */
async function stopOf(page: Page): Promise<string> {
  const { name, fault } = await page.evaluate<Stop>(stop);
  // Beyond the last and before the first is the browser’s own bar.
  if (fault !== null && fault !== 'is nowhere') throw new Error(`The focus on "${name}" of ${page.url()} ${fault}.`);
  return name;
}

/** Goes on with Tab, or back with Shift and Tab, to what has that name. @throws Error when no way leads there, or the focus can't be seen on it */
export async function tabTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let step = 0; step < 150; step += 1) {
    await page.keyboard.press(key);
    const here = await stopOf(page);
    if (typeof name === 'string' ? here === name : name.test(here)) return;
  }
  throw new Error(`No way leads to "${String(name)}" of ${page.url()} by the keyboard.`);
}

/** Goes on to that and presses a key there. */
export async function press(page: Page, name: string | RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

/** Goes on to that and follows it to another page. */
export async function follow(page: Page, name: string | RegExp, path: string | RegExp): Promise<void> {
  await press(page, name);
  await page.waitForURL(({ pathname }) => (typeof path === 'string' ? pathname === path : path.test(pathname)));
  await pageIsWhole(page);
}

/** Chooses of the list in focus by the arrows: what is typed into it counts together only as long as no pause is in it. @throws Error when it has no such choice */
export async function choose(page: Page, text: string): Promise<void> {
  const list = page.locator('select:focus');
  const count = await list.locator('option').count();
  await page.keyboard.press('Home');
  for (let step = 0; step < count; step += 1) {
    if ((await list.locator('option:checked').innerText()) === text) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The list of ${page.url()} has no choice "${text}".`);
}

/** Waits until that has the focus, which moves by itself. @returns its name @throws Error when another thing has it after five seconds, or it can't be seen */
export async function focusIsOn(page: Page, name: RegExp): Promise<string> {
  const end = Date.now() + 5000;
  let here = await stopOf(page);
  while (!name.test(here)) {
    if (Date.now() > end) throw new Error(`The focus of ${page.url()} is on "${here}", not on "${String(name)}".`);
    await setTimeout(20);
    here = await stopOf(page);
  }
  return here;
}

/** Waits until something has the focus, when what had it is gone. @throws Error when nothing has after five seconds: whoever listens begins at the top again */
export async function focusIsSomewhere(page: Page): Promise<void> {
  const end = Date.now() + 5000;
  while ((await page.evaluate<Stop>(stop)).fault === 'is nowhere') {
    if (Date.now() > end) throw new Error(`The focus of ${page.url()} got lost.`);
    await setTimeout(20);
  }
}

/** Waits until the page says that. @throws Error when the focus got lost by then */
export async function comesTo(page: Page, text: string | RegExp): Promise<void> {
  await page.locator('#content').getByText(text).first().waitFor();
  await pageIsWhole(page);
  await focusIsSomewhere(page);
}

/** Somebody without a mouse, in one of the looks of the portal. */
export interface Walk {
  readonly page: Page;
  readonly language: 'az' | 'en';
  /** That of the two which is in the language of the page. */
  readonly say: <Words>(az: Words, en: Words) => Words;
  /** Goes to a page of the bar at the top, which a phone has in its menu. */
  readonly goBy: (title: string, path: string) => Promise<void>;
  /** What a persona gets of the graph. @throws Error for an answer with errors */
  readonly ask: <Data>(as: string, query: string, purpose?: string) => Promise<Data>;
}

interface WalkOptions {
  readonly stack: TestStack;
  readonly browser: Browser;
  /** A persona's key; each look of somebody new, `new-NAME`, is another person. */
  readonly as: string;
}

/**
 * Does a whole task from home, by the keys of the keyboard alone, on a phone in Azerbaijani and on a desk in English.
 *
 * @throws Error when the browser complains
 */
export async function walk({ stack, browser, as }: WalkOptions, task: (walk: Walk) => Promise<void>): Promise<void> {
  for (const { language, width } of [
    { language: 'az', width: 320 },
    { language: 'en', width: 1280 },
  ] as const) {
    const who = as.startsWith('new-') ? `${as}-${language}` : as;
    const url = stack.stack.gatewayUrl;
    const { page, context, complaints } = await visitPortal(browser, { url, as: who, language, width });
    const say = <Words>(az: Words, en: Words) => (language === 'az' ? az : en);
    await task({
      page,
      language,
      say,
      async goBy(title, path) {
        if (width < 600) await press(page, say('Menyunu aç', 'Open the menu'));
        await follow(page, title, path);
      },
      async ask<Data>(asker: string, query: string, purpose?: string) {
        const { data, errors } = await stack.ask<Data>(query, { as: asker, ...(purpose !== undefined && { purpose }) });
        if (data == null || errors !== undefined) throw new Error(JSON.stringify(errors));
        return data;
      },
    });
    if (complaints.length > 0) throw new Error(`The browser complains: ${complaints.join('\n')}`);
    await context.close();
  }
}
