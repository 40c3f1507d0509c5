import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser } from '../../../gateway/testing/browser.js';
import { readmeProfileQuery } from '../testkit/profile-query.js';
import { members, startTestStack, type Member, type TestStack } from '../testkit/stack.js';
import { goTo, pageIsWhole, visitPortal, type Visit } from './portal-browser.js';

/** Each role, with what it does most. */
const roles = [
  { as: 'volunteer', pages: ['/', '/me', '/me/permissions'] },
  { as: 'university-officer', pages: ['/', '/register/people', '/organization'] },
  { as: 'union-officer', pages: ['/', '/opportunities', '/register'] },
  { as: 'alumni-coordinator', pages: ['/', '/rounds', '/log'] },
  { as: 'creative-officer', pages: ['/', '/campaigns', '/inquiries'] },
  { as: 'center-analyst', pages: ['/', '/reports', '/countries'] },
  { as: 'admin', pages: ['/', '/office/organizations', '/operator'] },
] as const;

/** What people call each member. */
const names: Readonly<Record<Member, RegExp>> = {
  registry: /Birlik|office/,
  university: /universit/i,
  'asan-school': /ASAN/,
  union: /union/i,
  alumni: /alumni/i,
  creative: /creative/i,
  center: /cent(er|re)/i,
};

/** What is said where nothing waits, which nobody knows while one is silent. */
const nothing = /Nothing waits now|You are not waiting|nothing waits for you/;

let stack: TestStack;
let browser: Browser;
let profile: string;
const visits = new Map<string, Visit & { readonly failing: Set<string> }>();

beforeAll(async () => {
  [stack, browser] = await Promise.all([startTestStack(), startBrowser()]);
  profile = await readmeProfileQuery();
  await Promise.all(
    roles.map(async ({ as }) => {
      const visit = await visitPortal(browser, { url: stack.stack.gatewayUrl, as, language: 'en', width: 1280 });
      const failing = new Set<string>();
      visit.page.on('response', async (response) => {
        if (new URL(response.url()).pathname !== '/graphql') return;
        const { errors = [] } = (await response.json().catch(() => ({}))) as {
          errors?: { extensions: { code: string; service?: string } }[];
        };
        // A member that refuses has answered.
        for (const { extensions } of errors)
          if (/^(UPSTREAM|DEADLINE)_/.test(extensions.code)) failing.add(extensions.service ?? '');
      });
      visits.set(as, { ...visit, failing });
    }),
  );
});
afterAll(async () => {
  await browser?.close();
  await stack?.close();
});

/** What is wrong with a page while a member is down: none when what there is is shown, and of the rest it is said why it is missing. */
async function faultsOf(visit: Visit & { readonly failing: ReadonlySet<string> }, member: Member): Promise<string[]> {
  const content = visit.page.locator('#content');
  const text = await content.innerText();
  const isTold = /not answer/.test(text) && names[member].test(text);
  const isLacking = visit.failing.has(member);
  return [
    ...([...visit.failing].some((service) => service !== member) ? [`${[...visit.failing].join()} failed`] : []),
    ...(isLacking && !isTold ? [`does not say it: ${text}`] : []),
    ...(isLacking && nothing.test(text) ? [`says that there is nothing: ${text}`] : []),
    ...(isLacking && (await content.getByRole('button', { name: /^(Try|Check) again$/ }).count()) === 0
      ? ['offers no other try']
      : []),
    ...((await visit.page.locator('header').getByRole('link').count()) < 3 ? ['has no way on'] : []),
    ...((await content.getByText('The page did not open').count()) > 0 ? ['broke'] : []),
    ...visit.complaints.splice(0).filter((complaint) => !/status of 50\d/.test(complaint)),
  ];
}

it.each(members)('while %s is down every role’s pages say what is missing, and show the rest', async (member) => {
  await stack.stack.stop(member);
  try {
    const walks = roles.map(async ({ as, pages: [home, ...others] }) => {
      const visit = visits.get(as);
      if (visit === undefined) throw new Error(`${as} has not signed in.`);
      const { page, failing } = visit;
      const faults: (readonly [string, string[]])[] = [];
      failing.clear();
      // Nothing is known of before.
      await page.goto(`${stack.stack.gatewayUrl}${home}`);
      await page.waitForURL((address) => address.pathname === home);
      await pageIsWhole(page);
      faults.push([`${as} ${home}`, await faultsOf(visit, member)]);
      for (const path of others) {
        failing.clear();
        await goTo(page, path);
        faults.push([`${as} ${path}`, await faultsOf(visit, member)]);
      }
      return faults;
    });
    const faults = (await Promise.all(walks)).flat().filter(([, found]) => found.length > 0);
    expect(Object.fromEntries(faults)).toEqual({});
  } finally {
    await stack.stack.start(member);
    // The gateway asks it again only when some time has gone.
    await expect.poll(async () => (await stack.ask(profile, { as: 'volunteer' })).errors).toBeUndefined();
  }
});
