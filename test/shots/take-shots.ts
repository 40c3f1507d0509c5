import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page, Route } from 'playwright-core';
import { startBrowser } from '../../gateway/testing/browser.js';
import { goTo, pageIsWhole, statePurpose, visitPortal } from '../src/portal/portal-browser.js';
import { addressesOfOne, pagesByPersona, statesPurpose } from '../src/portal/portal-pages.js';
import { startTestStack } from '../src/testkit/stack.js';

/**
 * Takes a picture of every page of the portal and of its states, with the demo's data: `npm run shots`. They lie in `.birlik/shots`, by
 * the look and the page. With `--url` the portal of a running stack is taken, without the pages whose address holds an id of somebody,
 * with `--only TEXT` the pages whose address holds the text, with `--look TEXT` the looks whose name does, such as `ru-320`.
 */
const { values } = parseArgs({
  options: { url: { type: 'string' }, only: { type: 'string', default: '' }, look: { type: 'string', default: '' } },
});

const folder = resolve(import.meta.dirname, '..', '..', '.birlik', 'shots');

const looks = ['az', 'ru'].flatMap((language) =>
  [320, 1280].flatMap((width) => ['light', 'dark'].map((theme) => ({ language, width, theme }) as Look)),
);

interface Look {
  readonly language: 'az' | 'ru';
  readonly width: number;
  readonly theme: 'light' | 'dark';
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

interface GraphAnswer {
  data?: Json;
  errors?: Json;
}

/** What each state makes of an answer of the gateway; the page as it is needs nothing. */
const states: Readonly<Record<string, ((answer: GraphAnswer) => GraphAnswer) | null>> = {
  whole: null,
  down: ({ data }) => ({ data: parted(data ?? null), errors: partsOf(data ?? null).map(downAt) }),
  empty: ({ data }) => ({ data: emptied(data ?? null) }),
  refused: () => ({
    errors: [{ message: 'Birlik hazırda cavab vermir.', path: [], extensions: { code: 'SERVICE_UNAVAILABLE' } }],
  }),
};

/** What stands alone in an answer: the fields of the person or, where there is none, those of the operation. */
function partsOf(data: Json): string[][] {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    isObject(value) && value['__typename'] === 'Volunteer'
      ? Object.keys(value)
          .filter((field) => isObject(value[field]) || Array.isArray(value[field]))
          .map((field) => [key, field])
      : isObject(value) || Array.isArray(value)
        ? [[key]]
        : [],
  );
}

function parted(data: Json): Json {
  const copy = structuredClone(data);
  for (const path of partsOf(data)) {
    const last = path.at(-1) ?? '';
    const place = path.slice(0, -1).reduce<Json>((value, key) => (isObject(value) ? (value[key] ?? null) : null), copy);
    if (isObject(place)) place[last] = null;
  }
  return copy;
}

function downAt(path: string[]): Json {
  return {
    message: 'Birlik hazırda cavab vermir.',
    path,
    extensions: { code: 'UPSTREAM_UNAVAILABLE', service: 'registry' },
  };
}

function emptied(value: Json): Json {
  if (Array.isArray(value)) return [];
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, emptied(inner)]));
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

const manifest = join(import.meta.dirname, '..', '..', 'gateway', 'portal', 'documents', 'trusted-documents.json');
const { documents } = JSON.parse(await readFile(manifest, 'utf8')) as {
  documents: Record<string, { operationName: string }>;
};

/** What the frame asks on every page: who looks at it, and what a visit may be for. */
const framing: ReadonlySet<string | undefined> = new Set(['FrameViewer', 'VisitPurposes']);

/** Answers the frame as it is, and every page in the state. */
async function answer(route: Route, change: (answer: GraphAnswer) => GraphAnswer): Promise<void> {
  const { documentId } = route.request().postDataJSON() as { documentId: string };
  const response = await route.fetch();
  const json = (await response.json()) as GraphAnswer;
  await route.fulfill({ response, json: framing.has(documents[documentId]?.operationName) ? json : change(json) });
}

/** Has the portal forget what it was answered, which a change of the language does, so that the page asks in the state. */
async function forgetAnswers(page: Page): Promise<void> {
  const languages = page.locator('#content select:has(option[value="tr"])');
  const spoken = await languages.inputValue();
  for (const language of ['en', spoken]) {
    await languages.selectOption(language);
    await page.locator(`html[lang="${language}"]`).waitFor();
  }
  await pageIsWhole(page);
}

async function takeState(page: Page, path: string, file: string, state: string): Promise<void> {
  const change = states[state];
  if (change) await page.route('**/graphql', (route) => answer(route, change));
  await goTo(page, '/settings');
  if (change) await forgetAnswers(page);
  await goTo(page, path).catch((error: Error) => process.stderr.write(`${file}: ${error.message}\n`));
  await page.screenshot({ path: file, fullPage: true });
  await page.unrouteAll({ behavior: 'wait' });
}

/** The name of a picture: whose page it is says the name where more than one look at the address. */
function fileOf(example: string, as: string | null, first: string | null): string {
  if (example === '/') return `home-of-${as ?? 'anybody'}`;
  return `${example.slice(1).replaceAll(/[/?&=]/g, '-')}${as === first ? '' : `-of-${as ?? 'anybody'}`}`;
}

/** The name of a picture of a page of one thing, whose id is another one in each stack. */
const fileOfOne = (example: string): string =>
  `${example.slice(1, example.lastIndexOf('/')).replaceAll('/', '-')}-of-one`;

type AddressesOf = (as: string | null) => readonly string[];

async function takeAll(url: string, addressesOf: AddressesOf = () => []): Promise<number> {
  const browser = await startBrowser();
  let taken = 0;
  for (const look of looks) {
    const name = `${look.language}-${look.width}-${look.theme}`;
    if (!name.includes(values.look)) continue;
    const place = join(folder, name);
    await mkdir(place, { recursive: true });
    const byPersona = [...(await pagesByPersona())];
    const firstSeenBy = new Map(
      byPersona.toReversed().flatMap(([as, pages]) => pages.map(({ example }) => [example, as])),
    );
    for (const [as, pages] of byPersona) {
      // The states of a page are the same in each look: they are taken where there is least room, in the longest words.
      const wanted =
        look.language === 'ru' && look.width === 320 && look.theme === 'light' ? Object.keys(states) : ['whole'];
      const named = pages.map(({ example }) => ({
        example,
        file: fileOf(example, as, firstSeenBy.get(example) ?? null),
      }));
      const ofOne = addressesOf(as).map((example) => ({ example, file: fileOfOne(example) }));
      const chosen = [...named, ...ofOne].filter(({ example }) => example.includes(values.only));
      if (chosen.length === 0) continue;
      for (const state of wanted) {
        const { page, context } = await visitPortal(browser, { url, ...look, ...(as !== null && { as }) });
        if (statesPurpose.has(as)) await statePurpose(page);
        for (const { example, file } of chosen) {
          await takeState(page, example, join(place, `${file}${state === 'whole' ? '' : `.${state}`}.png`), state);
          taken += 1;
        }
        await context.close();
      }
    }
  }
  await browser.close();
  return taken;
}

async function withStack(): Promise<number> {
  const stack = await startTestStack();
  try {
    return await takeAll(stack.stack.gatewayUrl, (as) => addressesOfOne(stack, as));
  } finally {
    await stack.close();
  }
}

const count = values.url === undefined ? await withStack() : await takeAll(values.url);
process.stdout.write(`${count} pictures in ${folder}\n`);
