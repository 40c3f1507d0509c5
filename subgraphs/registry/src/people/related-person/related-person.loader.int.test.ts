import { randomBytes } from 'node:crypto';
import { random } from '@birlik/demo-data/random';
import { newId } from '@birlik/kernel/identifier';
import { judge, type Consent, type Facts, type Requester, type Tie } from '@birlik/test/security/access-model';
import { seenBy, type Relation } from '@birlik/test/security/relation-model';
import { grantKeysEnvironment } from '@birlik/test/testkit/grant-keys';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { stateRelation } from '@birlik/trust/relation';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const worlds = 20;
const purpose = 'mentoring';
const key = randomBytes(32);
const chance = random('relations');
const organizations = ['association', 'platform', 'university'].map((kind) => ({ id: newId(), kind }));
/** The last two are minors. */
const people = Array.from({ length: 7 }, (_, index) => ({
  id: newId(),
  name: `Ad${index} Soyad`,
  email: `ad${index}@example.org`,
  phone: `+99450000000${index}`,
  birthDate: index > 4 ? '2015-01-01' : '1990-01-01',
}));
const ids = people.map(({ id }) => id);
const shownOf = (id: string | null) => {
  const { name = null, email = null, phone = null } = people.find((one) => one.id === id) ?? {};
  return { name, email, phone };
};

let registry: TestMember;
const sql = (text: string, ...parameters: unknown[]) => registry.owner.query(text, parameters);

beforeAll(async () => {
  registry = await startMember(subgraph, { environment: grantKeysEnvironment(key) });
  await sql(`insert into country (code, name) values ('AZ', '{"az": "Azərbaycan"}')`);
  for (const { id, kind } of organizations) {
    await sql(
      `insert into organization (id, kind, name, country_code, accredited_at, officers_listed)
       values ($1, $2, jsonb_build_object('az', $2::text), 'AZ', now(), false)`,
      id,
      kind,
    );
  }
  for (const { id, name, email, phone, birthDate } of people) {
    await sql(
      `insert into volunteer (id, organization_id, given_name, family_name, email, phone, birth_date, registered_at)
       values ($1, $2, $3, $4, $5, $6, $7, now())`,
      id,
      organizations[0]?.id,
      ...name.split(' '),
      email,
      phone,
      birthDate,
    );
  }
});
afterAll(() => registry.close());

interface World {
  readonly relations: readonly Relation[];
  readonly erased: ReadonlySet<string>;
  readonly facts: Facts;
}

/** Other relations, ties and consents for everybody; other organisations that are suspended, and other people who are erased. */
async function makeWorld(): Promise<World> {
  await sql('delete from affiliation');
  await sql('update consent set withdrawn_at = now() where withdrawn_at is null');
  await sql('delete from erasure');
  await sql('update organization set suspended_at = null');
  const suspended = chance.shuffle(organizations).slice(0, chance.int(0, 2));
  await sql('update organization set suspended_at = now() where id = any($1)', [suspended.map(({ id }) => id)]);
  const erased = new Set(chance.shuffle(ids).slice(0, chance.int(0, 2)));
  const there = ids.filter((id) => !erased.has(id));
  const ties: Tie[] = Array.from({ length: chance.int(0, 12) }, () => ({
    volunteerId: chance.pick(there),
    organizationId: chance.pick(organizations).id,
    ended: chance.chance(0.3),
    endedYears: 0,
  }));
  for (const { volunteerId, organizationId, ended } of ties) {
    await sql(
      `insert into affiliation (id, organization_id, volunteer_id, role, since, until)
       values (uuidv7(), $1, $2, 'member', '2020-01-01', case when $3 then day_in('Asia/Baku', now()) end)`,
      organizationId,
      volunteerId,
      ended,
    );
  }
  const consents: Consent[] = [];
  for (const volunteerId of there.filter(() => chance.chance(0.3))) {
    const consent = { volunteerId, recipient: chance.pick(organizations).id, purpose, category: 'CONTACT' };
    const state = chance.pick(['live', 'withdrawn'] as const);
    consents.push({ ...consent, state });
    await sql(
      `insert into consent (id, volunteer_id, recipient_organization_id, purpose, category, given_at, withdrawn_at)
       values (uuidv7(), $1, $2, $3, 'contact', now() - interval '2 days', case $4 when 'withdrawn' then now() end)`,
      volunteerId,
      consent.recipient,
      purpose,
      state,
    );
  }
  const relations = Array.from({ length: 12 }, (): Relation => {
    const [one, other] = chance.shuffle(ids);
    return {
      id: newId(),
      people: [one ?? null, other ?? null],
      state: chance.pick(['lasting', 'lasting', 'lasting', 'proposed', 'ended']),
    };
  });
  for (const [index, person] of [...erased].entries()) {
    await sql(
      `insert into erasure (order_id, number, person, outcome) values ($1, $2, person_digest($3), '[]')`,
      newId(),
      index + 1,
      person,
    );
  }
  const accredited = new Set(organizations.filter((one) => !suspended.includes(one)).map(({ id }) => id));
  return { relations, erased, facts: { consents, ties, mandates: [], emergencies: [], accredited } };
}

/** What alumni states of relations to each of the two, while they last, as it does not know who is erased elsewhere. */
const statements = (relations: readonly Relation[]) =>
  relations
    .filter(({ state }) => state === 'lasting')
    .flatMap((relation) => {
      const [one, other] = relation.people.map(String) as [string, string];
      return [[one, other] as const, [other, one] as const].map(([viewer, person]) => ({
        relation,
        viewer,
        statement: stateRelation({ kind: 'mentorship', id: relation.id, person, viewer }, { member: 'alumni', key }),
      }));
    });

const askers = (): { viewer: Viewer | null; requester: Requester }[] => [
  { viewer: null, requester: { volunteerId: null, organization: null, roles: [] } },
  ...ids.map((id) => ({
    viewer: volunteerViewer(id),
    requester: { volunteerId: id, organization: null, roles: ['volunteer'] },
  })),
  ...organizations.flatMap((organization, index) => {
    const officer = officerViewer(organization.id);
    const volunteerId = ids[index] ?? '';
    const both = { ...volunteerViewer(volunteerId), organizationId: organization.id, roles: ['volunteer', 'officer'] };
    return [
      { viewer: officer, requester: { volunteerId: null, organization, roles: ['officer'] } },
      { viewer: both, requester: { volunteerId, organization, roles: both.roles } },
    ];
  }),
];

test(
  `in ${worlds} worlds by lot, everybody sees by every statement whom the model lets them see, and reads nothing else by it`,
  { timeout: 300_000 },
  async () => {
    const seen = { shown: 0, refused: 0, byGrant: 0 };
    for (let world = 0; world < worlds; world += 1) {
      const { relations, erased, facts } = await makeWorld();
      const stated = statements(relations);
      for (const { viewer, requester } of askers()) {
        const operation = `World${world}x${newId().slice(-6)}`;
        const about = { as: viewer, purpose, operation, operationId: newId() };
        const found = await registry.entities(
          stated.map(({ statement }) => ({ __typename: 'RelatedPerson', statement })),
          '{ name email phone }',
          { ...about, reads: { here: [{ at: ['*'], read: { '': ['name', 'email', 'phone'] } }] } },
        );
        const expected = stated.map((one) =>
          one.viewer === requester.volunteerId ? seenBy(erased, requester, one.relation) : null,
        );
        expect(found).toEqual(expected.map(shownOf));
        const shown = expected.filter((person) => person !== null);
        const { rows } = await sql(
          `select volunteer_id from access_log
            where operation = $1 and (basis, category, relation, by_self) = ('relation', 'contact', 'mentorship', false)`,
          operation,
        );
        expect(rows.map((row: { volunteer_id: string }) => row.volunteer_id).toSorted()).toEqual(shown.toSorted());
        seen.shown += shown.length;
        seen.refused += expected.length - shown.length;
        if (viewer === null) continue;

        const profiles = await registry.entities<{ contact: object | null }>(
          ids.map((id) => ({ __typename: 'Volunteer', id })),
          '{ contact { email } }',
          { ...about, reads: { here: [{ at: ['*'], read: { '': ['contact.email'] } }] } },
        );
        const read = ids.map((volunteerId) => {
          const { basis } = judge(facts, requester, { volunteerId, category: 'CONTACT', purpose });
          return basis !== null && !(basis === 'self' && erased.has(volunteerId));
        });
        expect(profiles.map((profile) => profile?.contact != null)).toEqual(read);
        seen.byGrant += read.filter(Boolean).length;
      }
    }
    // Each outcome is met often enough for a wrong rule to show.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(100);
  },
);
