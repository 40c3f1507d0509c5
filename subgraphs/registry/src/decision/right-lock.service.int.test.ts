import { officerViewer, startMember, volunteerViewer, type TestMember } from '@birlik/test/testkit/member';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';

const withdrawals = 1000;
const atOnce = 20;
const purpose = 'placement';
const reader = officerViewer(createDemoData().organization('min-ecology').id);
let member: TestMember;
let consents: readonly { id: string; person: string }[];

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
  const { rows } = await member.owner.query<{ id: string; person: string }>(
    `insert into consent (id, volunteer_id, recipient_organization_id, purpose, category, given_at)
     select uuidv7(), v.id, $1, $2, 'creative', now() - interval '1 day' from volunteer v
      where not exists (select from consent c where c.volunteer_id = v.id) limit $3
     returning id, volunteer_id as person`,
    [reader.organizationId, purpose, withdrawals + 2],
  );
  consents = rows;
});
afterAll(() => member.close());

/** Whether the reader is granted the data of each of these people. */
async function read(people: readonly string[]): Promise<boolean[]> {
  const representations = people.map((id) => ({ __typename: 'Volunteer', id }));
  const profiles = await member.entities<{ creativeGrant: string | null }>(representations, '{ creativeGrant }', {
    as: reader,
    purpose,
  });
  return profiles.map((profile) => profile?.creativeGrant !== null);
}

async function withdraw({ id, person }: { id: string; person: string }): Promise<void> {
  const { data } = await member.query<{ withdrawConsent: { withdrawnAt?: string } }>(
    `mutation ($id: ID!) { withdrawConsent(id: $id) { ... on Consent { withdrawnAt } } }`,
    { as: volunteerViewer(person), variables: { id } },
  );
  if (!data?.withdrawConsent.withdrawnAt) throw new Error('The consent was not withdrawn.');
}

/** How often data was released by one of these consents, and how often of that after its withdrawal. */
async function releases(by: readonly { readonly id: string }[]): Promise<{ all: number; late: number }> {
  const { rows } = await member.owner.query<{ all: number; late: number }>(
    `select count(*)::int as all, (count(*) filter (where l.decided_at >= c.withdrawn_at))::int as late
       from access_log l join consent c on c.id = l.consent_id where c.id = any($1)`,
    [by.map(({ id }) => id)],
  );
  return rows[0] ?? { all: 0, late: 0 };
}

test(`of ${withdrawals} withdrawals that race reads none is followed by a release`, { timeout: 300_000 }, async () => {
  let readAfterwards = 0;
  for (let round = 0; round < withdrawals; round += atOnce) {
    const these = consents.slice(round, round + atOnce);
    const people = these.map(({ person }) => person);
    let open = true;
    const readers = [1, 2].map(async () => {
      while (open) await read(people);
    });
    await read(people);
    await Promise.all(
      these.map(async (consent) => {
        await withdraw(consent);
        const [granted] = await read([consent.person]);
        if (granted) readAfterwards += 1;
      }),
    );
    open = false;
    await Promise.all(readers);
  }
  const { all, late } = await releases(consents.slice(0, withdrawals));
  expect({ late, readAfterwards }).toEqual({ late: 0, readAfterwards: 0 });
  expect(all).toBeGreaterThan(withdrawals);
});

test('a withdrawal that does not take the lock is found by the same count', async () => {
  const consent = consents[withdrawals];
  if (!consent) throw new Error('There is a consent for this test.');
  const owner = await member.owner.connect();
  await owner.query('begin');
  await owner.query('update consent set withdrawn_at = clock_timestamp() where id = $1', [consent.id]);
  const granted = await read([consent.person]);
  await owner.query('commit');
  owner.release();
  expect(granted).toEqual([true]);
  expect((await releases([consent])).late).toBe(1);
});

test('a read waits for the withdrawal that has begun, and is refused', async () => {
  const consent = consents[withdrawals + 1];
  if (!consent) throw new Error('There is a consent for this test.');
  const owner = await member.owner.connect();
  await owner.query('begin');
  await owner.query('select end_rights($1)', [consent.person]);
  await owner.query('update consent set withdrawn_at = clock_timestamp() where id = $1', [consent.id]);
  const reading = read([consent.person]);
  await expect.poll(waiting).toBe(1);
  await owner.query('commit');
  owner.release();
  expect(await reading).toEqual([false]);
});

/** How many of the member's statements wait for a lock. */
async function waiting(): Promise<number> {
  const { rows } = await member.owner.query<{ count: number }>(
    `select count(distinct pid)::int as count from pg_locks where not granted`,
  );
  return rows[0]?.count ?? 0;
}
