import { createDemoData, random, type Random } from '@birlik/demo-data';
import { personalCategories } from '@birlik/trust/personal-category';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '@birlik/test-client';
import { personalFields } from '../federation/personal-fields.js';
import { startTestStack, type TestStack } from '../testkit/stack.js';
import { readmeProfileQuery } from '../testkit/profile-query.js';

const demo = createDemoData();
const requesters = [
  'volunteer',
  'volunteer-2',
  'university-officer',
  'union-officer',
  'alumni-coordinator',
  'creative-officer',
];
/** The list of its own rows that a requester may read. */
const ownLists: Readonly<Record<string, string>> = {
  'university-officer': 'enrolledVolunteers',
  'union-officer': 'servingVolunteers',
  'alumni-coordinator': 'alumniVolunteers',
};
/** By purpose, what an operation is told that may not state it or lists people whom it does not open. */
const toldOf: Readonly<Record<string, string>> = {
  mentoring: 'PURPOSE_NOT_OPEN',
  reporting: 'PURPOSE_NOT_OPEN',
  unknown: 'PURPOSE_UNKNOWN',
};
const purposes = ['placement', 'recruitment', 'mentoring', 'reporting', 'unknown'];
const categoryOf = new Map(personalFields.map(({ name, category }) => [name, category]));

interface Operation {
  readonly name: string;
  readonly as: string;
  readonly purpose: string;
  readonly document: string;
}

let federation: TestStack;
let owner: pg.Pool;

/** What to ask of a person: the id, some personal fields, what is withheld, and perhaps the mentors with the same. */
function personSelection(chance: Random, depth = 0): string {
  const fields = personalFields
    .filter(({ name }) => name !== 'mentorships' && chance.chance(0.5))
    .map(({ name, selection }) => `${name} ${selection}`);
  const mentors =
    depth === 0 && chance.chance(0.4) ? [`mentorships { id mentor ${personSelection(chance, depth + 1)} }`] : [];
  return `{ __typename id ${[...fields, ...mentors].join(' ')} withheld { category } }`;
}

async function operation(number: number, chance: Random): Promise<Operation> {
  const as = chance.pick(requesters);
  const name = `Reconciled${number}`;
  const id = () => federation.idFor(as, demo.person(chance.int(0, 400)).id);
  const parts: string[] = [];
  if (chance.chance(0.5)) parts.push(`me ${personSelection(chance)}`);
  if (chance.chance(0.5)) parts.push(`volunteers(first: ${chance.int(1, 12)}) { nodes ${personSelection(chance)} }`);
  const own = ownLists[as];
  if (own !== undefined && chance.chance(0.5)) {
    parts.push(`${own}(first: ${chance.int(1, 12)}) { nodes { volunteer ${personSelection(chance)} } }`);
  }
  if (as !== 'volunteer' && as !== 'volunteer-2' && chance.chance(0.4)) {
    parts.push(`searchCards(first: ${chance.int(1, 12)}) { nodes { volunteer ${personSelection(chance)} } }`);
  }
  const again = await id();
  parts.push(`one: volunteer(id: "${again}") ${personSelection(chance)}`);
  // The same person a second time in one operation is the same read.
  if (chance.chance(0.3)) parts.push(`two: volunteer(id: "${again}") ${personSelection(chance)}`);
  return { name, as, purpose: chance.pick(purposes), document: `query ${name} { ${parts.join('\n')} }` };
}

interface Shown {
  /** Person and category of each value that is not null, and person and list of each entry. */
  readonly released: Set<string>;
  /** Person and category of each field that was asked. */
  readonly asked: Set<string>;
  readonly withheld: Set<string>;
}

/** Finds all people in an answer, however deep, with what is shown of them. */
function read(value: unknown, shown: Shown): Shown {
  if (Array.isArray(value)) for (const item of value) read(item, shown);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return shown;
  const fields = value as Record<string, unknown>;
  if (fields['__typename'] === 'Volunteer') {
    for (const [name, content] of Object.entries(fields)) {
      const category = categoryOf.get(name);
      if (!category) continue;
      const key = `${fields['id'] as string} ${category}`;
      shown.asked.add(key);
      if (content !== null) shown.released.add(key);
    }
    for (const { category } of (fields['withheld'] ?? []) as { category: string }[]) {
      shown.withheld.add(`${fields['id'] as string} ${category}`);
    }
  }
  for (const content of Object.values(fields)) read(content, shown);
  return shown;
}

interface ListedNode {
  readonly id?: string;
  readonly volunteer?: { readonly id: string } | null;
}

/** Adds whom the lists of an answer show; the list of the registry gives ids, and has its people as nodes. */
function readLists(data: unknown, shown: Shown): Shown {
  const answered = Object.entries((data ?? {}) as Record<string, { readonly nodes?: readonly ListedNode[] } | null>);
  for (const [list, page] of answered) {
    for (const { id = null, volunteer } of page?.nodes ?? []) {
      const person = volunteer?.id ?? id;
      if (person === null) continue;
      const key = `${person} IDENTITY ${list === 'volunteers' ? 'id' : list}`;
      shown.asked.add(key);
      shown.released.add(key);
    }
  }
  return shown;
}

const readAll = (data: unknown): Shown => readLists(data, read(data, nothing()));

async function rowsOf({ name, as }: Operation): Promise<{ released: string[]; refused: string[] }> {
  const { rows } = await owner.query<{
    volunteer_id: string;
    category: string;
    basis: string | null;
    fields: string[];
  }>('select volunteer_id, category, basis, fields from access_log where operation = $1', [name]);
  const keyed = await Promise.all(
    rows.map(async ({ volunteer_id, category, basis, fields }) => ({
      // A person is noted once for each list in which they stand.
      key: [
        await federation.idFor(as, volunteer_id),
        category.toUpperCase(),
        ...(category === 'identity' ? fields : []),
      ].join(' '),
      basis,
    })),
  );
  const keys = (granted: boolean) =>
    keyed
      .filter(({ basis }) => (basis !== null) === granted)
      .map(({ key }) => key)
      .toSorted();
  return { released: keys(true), refused: keys(false) };
}

async function run({ document, as, purpose }: Operation): Promise<Answer<unknown>> {
  return federation.ask<unknown>(document, { as, purpose });
}

/** The codes of what failed, beside what an operation is told of its purpose. */
const failuresOf = ({ purpose }: Operation, { errors }: Answer<unknown>): string[] =>
  (errors ?? []).map(({ extensions }) => extensions.code).filter((code) => code !== toldOf[purpose]);

const nothing = (): Shown => ({ released: new Set(), asked: new Set(), withheld: new Set() });

/** Runs operations from several clients at once. */
async function load(operations: readonly Operation[], each: (operation: Operation) => Promise<void>): Promise<void> {
  const waiting = [...operations];
  const client = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await each(next);
  };
  await Promise.all(Array.from({ length: 6 }, client));
}

async function operations(count: number, seed: string): Promise<Operation[]> {
  const chance = random(seed);
  return Promise.all(Array.from({ length: count }, (_, index) => operation(firstNumber(seed) + index, chance)));
}

function firstNumber(seed: string): number {
  return { quiet: 0, owners: 5_000, faults: 10_000 }[seed] ?? 0;
}

beforeAll(async () => {
  federation = await startTestStack();
  owner = new pg.Pool({ connectionString: federation.stack.databases['registry']?.ownerUrl });
});
afterAll(async () => {
  await owner.end();
  await federation.close();
});

describe('the log and what was shown', () => {
  test('are the same, one row for each person and category of an operation, when nothing fails', async () => {
    const all = await operations(150, 'quiet');
    let released = 0;
    let refused = 0;
    await load(all, async (one) => {
      const answer = await run(one);
      expect(failuresOf(one, answer), one.document).toEqual([]);
      const shown = readAll(answer.data);
      const rows = await rowsOf(one);
      // Sorted lists: a row twice would stand twice.
      expect(rows.refused, one.document).toEqual([...shown.withheld].toSorted());
      expect(rows.released, one.document).toEqual(
        [...shown.asked].filter((key) => !shown.withheld.has(key)).toSorted(),
      );
      expect([...shown.released].filter((key) => !rows.released.includes(key))).toEqual([]);
      released += rows.released.length;
      refused += rows.refused.length;
    });
    expect(released).toBeGreaterThan(300);
    expect(refused).toBeGreaterThan(300);
  });

  test('are what owners say that they used: a use for each row that was granted, and no other', async () => {
    const all = await operations(40, 'owners');
    await load(all, async (one) => expect(failuresOf(one, await run(one))).toEqual([]));
    const { rows } = await owner.query<{ id: string; category: string; request: string }>(
      `select id, category, request from access_log
        where basis is not null and category <> 'contact' and operation = any($1)`,
      [all.map(({ name }) => name)],
    );
    expect(rows.length).toBeGreaterThan(50);
    // The registry opens its own categories where it decides, so that it notes no use of what it gave to itself.
    for (const { code, owner: member } of personalCategories.filter((one) => one.owner !== 'registry')) {
      const granted = rows.filter(({ category }) => category === code);
      if (granted.length === 0) continue;
      const uses = new pg.Client({ connectionString: federation.stack.databases[member]?.ownerUrl });
      await uses.connect();
      const noted = await uses.query<{ id: string; request: string }>(
        'select log_id as id, request from grant_use where request = any($1) order by log_id',
        [rows.map(({ request }) => request)],
      );
      await uses.end();
      const logged = granted.map(({ id, request }) => ({ id, request }));
      expect(noted.rows, member).toEqual(logged.toSorted((left, right) => (left.id < right.id ? -1 : 1)));
    }
  });

  test('never part on the side of the shown: whatever fails, nothing is shown without its row', async () => {
    const all = await operations(150, 'faults');
    let failed = 0;
    let released = 0;
    let position = 0;
    /** By the number of the operation, what happens before it. */
    const faults: Readonly<Record<number, () => Promise<unknown>>> = {
      20: () => federation.stack.stop('university'),
      35: () => endConnections('registry'),
      50: () => federation.stack.start('university'),
      60: () => killed('registry'),
      90: () => endConnections('union'),
      100: () => owner.query('alter table access_log rename to access_log_away'),
      115: () => owner.query('alter table access_log_away rename to access_log'),
      125: () => killed('alumni'),
    };
    const answers: { one: Operation; shown: Shown }[] = [];
    // One fault after another: a rename waits for open reads, and others overtake the client that waits.
    let earlierFaults: Promise<unknown> = Promise.resolve();
    await load(all, async (one) => {
      const fault = faults[position++];
      if (fault) await (earlierFaults = earlierFaults.then(fault));
      const answer = await run(one);
      if (answer.errors) failed += 1;
      answers.push({ one, shown: readAll(answer.data) });
    });
    for (const { one, shown } of answers) {
      const rows = await rowsOf(one);
      expect([...shown.released].filter((key) => !rows.released.includes(key))).toEqual([]);
      released += shown.released.size;
    }
    expect(failed).toBeGreaterThan(10);
    expect(released).toBeGreaterThan(100);
    const profile = await readmeProfileQuery();
    await expect.poll(async () => (await federation.ask(profile, { as: 'volunteer' })).errors).toBeUndefined();
  });
});

/** Ends all connections of a member's process to its database. */
async function endConnections(member: string): Promise<void> {
  const same = new pg.Client({ connectionString: federation.stack.databases[member]?.appUrl });
  await same.connect();
  await same.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`,
  );
  await same.end();
}

/** Kills a member's process without a word; the supervisor starts it again. */
async function killed(member: string): Promise<void> {
  const pid = federation.stack.pid(member);
  if (pid !== null) process.kill(pid, 'SIGKILL');
  await expect.poll(() => federation.stack.pid(member)).not.toBe(pid);
}
