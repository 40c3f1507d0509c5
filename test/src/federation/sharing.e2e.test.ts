import { readFile } from 'node:fs/promises';
import { createDemoData } from '@birlik/demo-data';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '@birlik/test-client';
import { startTestStack, type Member, type TestStack } from '../testkit/stack.js';
import { readmeProfileQuery } from '../testkit/profile-query.js';

const demo = createDemoData();
const person = demo.person(0);
/** How many operations are asked at once. */
const AT_ONCE = 12;

let federation: TestStack;
let metricsUrl: string;

beforeAll(async () => {
  // Sharing is as it is by default; the metrics tell when operations have met.
  federation = await startTestStack({ METRICS_PORT: '0' });
  const [, port] = /"metricsPort":(\d+)/.exec(await readFile(federation.stack.folder.log('gateway'), 'utf8')) ?? [];
  metricsUrl = `http://127.0.0.1:${port}/metrics`;
});
afterAll(() => federation.close());

async function asOwner<Result>(member: Member, work: (owner: pg.Client) => Promise<Result>): Promise<Result> {
  const owner = new pg.Client({ connectionString: federation.stack.databases[member]?.ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** How many fetches of the gateway wait for a member, those included that wait for the request of another one. */
async function waitingFor(member: Member): Promise<number> {
  const text = await (await fetch(metricsUrl)).text();
  const line = new RegExp(`^http_client_active_requests\\{subgraph_name="${member}"\\} (\\d+)$`, 'm');
  return Number(line.exec(text)?.[1] ?? 0);
}

/** Where operations meet: the member cannot answer any of them before all have asked it. */
interface Gate {
  readonly member: Member;
  readonly table: string;
}

type Ask = () => Promise<Answer<Record<string, unknown>>>;

/** Asks everything at once and lets the member answer when all of it waits for the member. */
async function askTogether({ member, table }: Gate, asks: readonly Ask[]): Promise<Awaited<ReturnType<Ask>>[]> {
  return asOwner(member, async (owner) => {
    await owner.query('begin');
    await owner.query(`lock table ${table} in access exclusive mode`);
    const answers = Promise.all(asks.map((ask) => ask()));
    await expect.poll(() => waitingFor(member)).toBe(asks.length);
    await owner.query('rollback');
    return answers;
  });
}

const times = (count: number, ask: Ask): readonly Ask[] => Array.from({ length: count }, () => ask);

/** How many rows the access log gains meanwhile, by person, organisation, category, basis and operation. */
async function logged(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const count = () =>
    asOwner('registry', async (owner) => {
      const { rows } = await owner.query<{ what: string; rows: number }>(
        `select concat_ws(' ', volunteer_id, organization_id, category, coalesce(basis, 'refused'), operation) as what,
                count(*)::int as rows
           from access_log group by 1`,
      );
      return new Map(rows.map((row) => [row.what, row.rows]));
    });
  const before = await count();
  await work();
  const after = await count();
  const gained = [...after].map(([what, rows]) => [what, rows - (before.get(what) ?? 0)] as const);
  return Object.fromEntries(gained.filter(([, rows]) => rows > 0));
}

describe('a read of a person is never shared', () => {
  test.each<{ what: string; query: () => string | Promise<string>; as: string; purpose?: string; gate: Gate }>([
    {
      what: 'the profile query of the README',
      query: readmeProfileQuery,
      as: 'volunteer',
      gate: { member: 'registry', table: 'access_log' },
    },
    {
      what: 'a name, which the registry itself holds',
      query: () => `query Name { me { name } }`,
      as: 'volunteer',
      gate: { member: 'registry', table: 'access_log' },
    },
    {
      what: 'a list of names',
      query: () => `query Names { volunteers(first: 5) { nodes { name contact { email } } } }`,
      as: 'union-officer',
      purpose: 'recruitment',
      gate: { member: 'registry', table: 'access_log' },
    },
    {
      what: 'what is withheld of a person',
      query: () => {
        const id = federation.idsOf('union-officer').hide(person.id);
        return `query Withheld { volunteer(id: "${id}") { enrolments { status } withheld { category } } }`;
      },
      as: 'union-officer',
      purpose: 'recruitment',
      gate: { member: 'registry', table: 'access_log' },
    },
    {
      what: 'the name of a person who is reached through another',
      query: () => `query Mentor { me { mentorships { mentor { name } } } }`,
      as: 'volunteer',
      gate: { member: 'alumni', table: 'mentorship' },
    },
  ])('$what leaves as many rows when it is asked 12 times at once as one after the other', async (read) => {
    const query = await read.query();
    const caller = { as: read.as, ...(read.purpose === undefined ? {} : { purpose: read.purpose }) };
    const ask: Ask = () => federation.ask(query, { ...caller, language: 'en' });
    const { data } = await ask();
    const one = await logged(ask);
    expect(Object.keys(one)).not.toEqual([]);

    const inTurn = await logged(async () => {
      for (let asked = 0; asked < AT_ONCE; asked++) await ask();
    });
    expect(inTurn).toEqual(Object.fromEntries(Object.entries(one).map(([what, rows]) => [what, rows * AT_ONCE])));

    let answers: Awaited<ReturnType<Ask>>[] = [];
    const atOnce = await logged(async () => {
      answers = await askTogether(read.gate, times(AT_ONCE, ask));
    });
    expect(atOnce).toEqual(inTurn);
    for (const answer of answers) {
      expect(answer.errors).toBeUndefined();
      expect(answer.data).toEqual(data);
    }
  });

  test('officers of two organisations who ask at the same time get each their own answer and their own rows', async () => {
    const query = `query Read($id: ID!) {
      volunteer(id: $id) { enrolments { status } programmeRecord { master1 { status } } withheld { category } }
    }`;
    const askAs =
      (as: string): Ask =>
      () =>
        federation.ask(query, { as, purpose: 'recruitment', variables: { id: federation.idsOf(as).hide(person.id) } });
    let answers: Awaited<ReturnType<Ask>>[] = [];
    const rows = await logged(async () => {
      answers = await askTogether({ member: 'registry', table: 'access_log' }, [
        askAs('university-officer'),
        askAs('asan-school-officer'),
      ]);
    });

    expect(answers.map((answer) => answer.data?.['volunteer'])).toEqual([
      { enrolments: [{ status: 'STUDYING' }], programmeRecord: null, withheld: [{ category: 'PROGRAMME' }] },
      {
        enrolments: null,
        programmeRecord: { master1: { status: 'COMPLETED' } },
        withheld: [{ category: 'STUDY' }],
      },
    ]);
    const row = (organization: string, category: string, basis: string) =>
      `${person.id} ${demo.organization(organization).id} ${category} ${basis} Read`;
    expect(rows).toEqual({
      [row('mdu', 'study', 'owner')]: 1,
      [row('mdu', 'programme', 'refused')]: 1,
      [row('asan', 'study', 'refused')]: 1,
      [row('asan', 'programme', 'owner')]: 1,
    });
  });
});

describe('what is nobody’s own', () => {
  const query = `query Public { organizations(first: 3) { nodes { id name } } countries { code name } }`;

  test.each([
    ['one caller', ['volunteer'], 1],
    ['two callers', ['volunteer', 'union-officer'], 2],
  ])('is asked once for each of %s who ask 12 times at once', async (_who, callers, requests) => {
    const asks = callers.flatMap((as) => times(AT_ONCE / callers.length, () => federation.ask(query, { as })));
    const before = await federation.requests();
    const answers = await askTogether({ member: 'registry', table: 'organization' }, asks);
    const after = await federation.requests();
    expect((after['registry'] ?? 0) - (before['registry'] ?? 0)).toBe(requests);
    const [first] = answers;
    expect(first?.errors).toBeUndefined();
    expect(first?.data).toMatchObject({ organizations: { nodes: [{}, {}, {}] } });
    for (const { data } of answers) expect(data).toEqual(first?.data);
  });
});
