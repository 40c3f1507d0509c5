import { readFile } from 'node:fs/promises';
import { bodyOf, postBody, type Answer } from '@birlik/test-client';
import type { JWK } from 'jose';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signAssertion } from '../testkit/assertion.js';
import { readmeProfileQuery } from '../testkit/profile-query.js';
import { members, startTestStack, type TestStack } from '../testkit/stack.js';

const crashes = 20;
/** How long a member may take from the return of PostgreSQL until it answers, in milliseconds. */
const returnMs = 10_000;
const mutations = 200;
/** Who asks at the same time during a crash: more than a member has connections. */
const crowd = 24;

let federation: TestStack;
let profile: string;
/** Terms of consents of which no two are the same. */
let terms: object[];

beforeAll(async () => {
  federation = await startTestStack();
  profile = await readmeProfileQuery();
  const owner = new pg.Client({ connectionString: federation.stack.databases['registry']?.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<object>(
    `select organization.id as "recipientOrganizationId", purpose, upper(category) as category
       from organization, purpose_category where category <> 'contact'
      order by organization.id, purpose, category`,
  );
  await owner.end();
  terms = rows;
});
afterAll(() => federation.close());

interface Given {
  readonly giveConsent: { readonly id?: string; readonly code?: string } | null;
}

/** Asks for a consent; null when nobody answered. */
const give = (input: object, key?: string): Promise<Answer<Given> | null> =>
  federation
    .ask<Given>(
      'mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { ... on Consent { id } ... on Problem { code } } }',
      { as: 'volunteer', variables: { input }, ...(key !== undefined && { key }) },
    )
    .catch(() => null);

/** A mutation that may be asked for again and again: from the second time on its answer is a conflict. */
const giveAgain = () => give(terms[0] ?? {});

/** Those of the members that are ready, with the errors of a query that asks all of them and of a mutation. */
async function state(): Promise<object> {
  const ready = await Promise.all(
    members.map(async (name) => ((await fetch(`${federation.stack.url(name)}/health/ready`)).ok ? [] : [name])),
  );
  const read = await federation.ask(profile, { as: 'volunteer' }).catch(() => null);
  const given = await giveAgain();
  return {
    unready: ready.flat(),
    read: read && (read.errors ?? []),
    isGiven: given?.data?.giveConsent != null,
  };
}

const well = { unready: [], read: [], isGiven: true };

/** Ends a process as a crash does, and gives the id that it had. */
function kill(name: string): number {
  const pid = federation.stack.pid(name);
  if (pid === null) throw new Error(`There is no process ${name}.`);
  process.kill(pid, 'SIGKILL');
  return pid;
}

/** Ends PostgreSQL as a crash does, and resolves when its supervisor has started it again. */
async function crashPostgres(): Promise<void> {
  const pid = kill('postgres');
  await expect
    .poll(() => [null, pid].includes(federation.stack.pid('postgres')), { interval: 20, timeout: 60_000 })
    .toBe(false);
}

test(
  `every member answers again after each of ${crashes} crashes of PostgreSQL under load`,
  { timeout: 400_000 },
  async () => {
    expect(await state()).toEqual(well);
    let goesOn = true;
    const codes = new Set<unknown>();
    const load = Array.from({ length: crowd }, async (_, index) => {
      while (goesOn) {
        const answer = await (index % 2 === 0
          ? federation.ask(profile, { as: 'volunteer' }).catch(() => null)
          : giveAgain());
        for (const { extensions } of answer?.errors ?? []) codes.add(extensions.code);
      }
    });
    try {
      for (let crash = 1; crash <= crashes; crash += 1) {
        await crashPostgres();
        await expect.poll(state, { timeout: returnMs, message: `after crash ${crash}` }).toEqual(well);
      }
    } finally {
      goesOn = false;
      await Promise.all(load);
    }
    expect([...codes]).not.toContain('INTERNAL_SERVER_ERROR');
  },
);

test(
  `${mutations} mutations with keys, repeated until each has an answer, are each done once though gateway and member are killed`,
  { timeout: 200_000 },
  async () => {
    const asked = Array.from({ length: mutations }, (_, index) => ({
      input: terms[index + 1] ?? {},
      key: `key-${index}`,
    }));
    const firsts = new Map<string, string>();
    const ask = async ({ input, key }: (typeof asked)[number]): Promise<string | undefined> => {
      const id = (await give(input, key))?.data?.giveConsent?.id;
      const first = firsts.get(key) ?? id;
      if (first !== undefined) firsts.set(key, first);
      return id;
    };
    const killed = (async () => {
      await expect.poll(() => firsts.size, { interval: 5 }).toBeGreaterThan(mutations / 10);
      for (const name of ['gateway', 'registry']) kill(name);
    })();
    await Promise.all(asked.map(ask));
    await killed;
    const answered = firsts.size;
    expect(answered).toBeLessThan(mutations);
    for (const one of asked) await expect.poll(() => ask(one), { timeout: 60_000 }).toEqual(expect.any(String));
    const repeated = await Promise.all(asked.map(async (one) => [one.key, await ask(one)] as const));
    expect(new Map(repeated)).toEqual(firsts);
    expect(new Set(firsts.values()).size).toBe(mutations);
  },
);

/** A request to a member as the gateway sends it, which somebody on the way between them could keep. */
async function capturedRequest(member: string, body: string): Promise<() => Promise<number>> {
  const { assertionKey } = JSON.parse(await readFile(federation.stack.folder.secrets, 'utf8')) as { assertionKey: JWK };
  const assertion = await signAssertion(body, { audience: member, key: assertionKey, kid: String(assertionKey.kid) });
  return async () =>
    (await postBody(`${federation.stack.url(member)}/graphql`, body, { headers: { 'birlik-assertion': assertion } }))
      .status;
}

test('a request that a member answered is refused by the process that takes the place of a killed one', async () => {
  const body = bodyOf('{ countries { code } }');
  const send = await capturedRequest('registry', body);
  expect(await send()).toBe(200);
  expect(await send()).toBe(401);
  kill('registry');
  await expect.poll(state, { timeout: 60_000 }).toEqual(well);
  expect(await send()).toBe(401);
  expect(await (await capturedRequest('registry', body))()).toBe(200);
});
