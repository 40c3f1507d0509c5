import { createDemoData, id } from '@birlik/demo-data';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser } from '../../../gateway/testing/browser.js';
import { startTestStack, type TestStack } from '../testkit/stack.js';
import { barriers } from './barriers.js';
import { goTo, pageIsWhole, visitPortal } from './portal-browser.js';

let stack: TestStack;
let browser: Browser;
let registry: pg.Client;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startTestStack(), startBrowser()]);
  registry = new pg.Client(stack.stack.databases['registry']?.ownerUrl);
  await registry.connect();
});
afterAll(async () => {
  await Promise.all([browser?.close(), registry?.end()]);
  await stack?.close();
});

const drill = id('emergency', 'drill');
const link = `/check-in/${id('emergency-code', 'drill').replaceAll('-', '')}`;
const button = (page: Page, name: string) => page.locator('#content').getByRole('button', { name, exact: true });

it('somebody without an account and without a connection says that a friend needs help, and an officer answers', async () => {
  const { gatewayUrl: url } = stack.stack;
  const anybody = await visitPortal(browser, { url, language: 'az', width: 320 });
  await goTo(anybody.page, link);
  await anybody.page.getByText('Zəlzələ, Litva (nümunə)').waitFor();
  expect(await barriers(anybody.page)).toEqual([]);
  await anybody.context.setOffline(true);
  await anybody.page.getByLabel('Kömək lazımdır').press('Space');
  await anybody.page.getByLabel('Ad və soyad').fill('Şəbəkəsiz Dost');
  await anybody.page.getByLabel('Əlaqə').fill('+370 600 00000');
  await button(anybody.page, 'Göndər').press('Enter');
  await anybody.page.getByText('1 xəbər bu cihazda gözləyir').waitFor();
  expect(await anybody.page.evaluate<string>('JSON.stringify(localStorage)')).toContain('Şəbəkəsiz Dost');
  await anybody.context.setOffline(false);
  await anybody.page.getByText('Xəbəriniz çatdı.').waitFor();
  expect(await anybody.page.evaluate<string>('JSON.stringify(localStorage)')).not.toContain('Şəbəkəsiz Dost');
  expect(await barriers(anybody.page)).toEqual([]);

  const officer = await visitPortal(browser, { url, as: 'alumni-officer', language: 'en', width: 1280 });
  await goTo(officer.page, `/desk/${drill}`);
  expect(await barriers(officer.page)).toEqual([]);
  await officer.page.getByLabel('Şəbəkəsiz Dost').press('Space');
  await button(officer.page, 'Answered').press('Enter');
  await officer.page.getByLabel('Şəbəkəsiz Dost').waitFor({ state: 'detached' });
  await officer.page.getByText('answered a call').waitFor();

  await button(officer.page, 'Send an alert').press('Enter');
  await officer.page.getByLabel('What should they do?').fill('Aşağı düşün');
  await officer.page.getByText('Only to a part').click();
  await officer.page.getByLabel('Cities').fill('Vilnius\nKaunas');
  await officer.page.getByRole('button', { name: 'Send', exact: true }).press('Enter');
  await officer.page.getByText(/Vilnius, Kaunas$/).waitFor();

  const person = await visitPortal(browser, { url, as: 'volunteer', language: 'az', width: 320 });
  await goTo(person.page, '/me/alerts');
  expect(await barriers(person.page)).toEqual([]);
  await button(person.page, 'Təhlükəsizdəyəm').press('Enter');
  await person.page.getByText('Təhlükəsizdə olduğunuzu bildirmisiniz').waitFor();
  await goTo(person.page, '/');
  await person.page.reload();
  await pageIsWhole(person.page);
  expect(await person.page.locator('#content').innerText()).not.toContain('Təlim: necə olduğunuzu bildirin');
});

interface Seen {
  readonly me: { readonly whoViewedMyData: { readonly nodes: readonly object[] } };
}

it('whose name and contact the desk reads is told so afterwards, and without two who open it nobody is read', async () => {
  const demo = createDemoData();
  const { volunteerId } = demo.personas.find(({ key }) => key === 'volunteer') ?? {};
  const association = demo.organization('assoc-lithuania').id;
  const platform = demo.organization(demo.facts.alumni.founding.platformKey).id;
  const read = async () => {
    const answer = await stack.ask<{
      emergencyPeople: { nodes: { volunteer: { id: string; name: string | null; contact: object | null } | null }[] };
    }>(
      `query ReadThePeople { emergencyPeople(emergencyId: "${drill}", first: 100) {
         nodes { volunteer { id name contact { email } } } } }`,
      { as: 'alumni-officer', purpose: 'emergency' },
    );
    return answer.data?.emergencyPeople.nodes.flatMap(({ volunteer }) => volunteer ?? []) ?? [];
  };
  const readAbout = async () => {
    const { data } = await stack.ask<Seen>(
      `{ me { whoViewedMyData(first: 20, bases: [EMERGENCY]) { nodes {
           basis category operation organization { id } emergency { event reason } } } } }`,
      { as: 'volunteer' },
    );
    return data?.me.whoViewedMyData.nodes;
  };
  // Who is nothing to the platform, which reads its own people without an emergency.
  await registry.query('delete from affiliation where organization_id = $1', [platform]);
  expect((await read()).filter(({ name, contact }) => name !== null || contact !== null)).toEqual([]);
  expect(await readAbout()).toEqual([]);

  const done = async (as: string, call: string, variables: Readonly<Record<string, unknown>>) =>
    (
      await stack.ask<{ done: { id?: string; status?: string; code?: string } }>(
        `mutation (${call} { ... on Emergency { id status } ... on Problem { code } } }`,
        { as, variables },
      )
    ).data?.done;
  const proposed = await done(
    'alumni-officer',
    '$input: ProposeEmergencyInput!) { done: proposeEmergency(input: $input)',
    {
      input: {
        event: 'Earthquake',
        reason: 'Find the missing',
        endsAt: new Date(Date.now() + 3_600_000).toISOString(),
        organizationIds: [association],
      },
    },
  );
  expect((await read()).filter(({ name }) => name !== null)).toEqual([]);
  expect(
    await done('alumni-coordinator', '$id: ID!) { done: confirmEmergency(id: $id)', { id: proposed?.id }),
  ).toMatchObject({ status: 'OPEN' });

  const contacts = (await read()).filter(({ contact }) => contact !== null);
  expect(contacts.map((person) => person.id)).toContain(await stack.idFor('alumni-officer', volunteerId ?? ''));
  expect(await readAbout()).toContainEqual({
    basis: 'EMERGENCY',
    category: 'CONTACT',
    operation: 'ReadThePeople',
    organization: { id: platform },
    emergency: { event: 'Earthquake', reason: 'Find the missing' },
  });
  const logged = await registry.query<{ people: number }>(
    `select count(distinct volunteer_id)::int as people from access_log
      where operation = 'ReadThePeople' and category = 'contact' and basis = 'emergency'`,
  );
  expect(logged.rows).toEqual([{ people: contacts.length }]);
});
