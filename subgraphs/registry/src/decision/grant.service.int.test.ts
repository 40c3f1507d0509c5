import { random } from '@birlik/demo-data/random';
import { newId } from '@birlik/kernel/identifier';
import { judge, listBasis, type Facts, type Requester } from '@birlik/test/security/access-model';
import { startMember, testIssuer, type TestMember } from '@birlik/test/testkit/member';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { differences, listed } from '../../testing/listed-people.js';
import { member as subgraph } from '../member.js';
import { grantCategories } from './grant-category.rule.js';

const worlds = 20;
const kinds = [
  'registry',
  'university',
  'agency',
  'union',
  'member-organization',
  'platform',
  'association',
  'federation',
  'center',
];
const umbrellas = new Set(['agency', 'union', 'platform', 'center']);
const purposes = ['placement', 'mentoring', 'retention', 'emergency'];
const categories = Object.keys(grantCategories);
const organizations = kinds.map((kind) => ({ id: newId(), kind }));
const people = Array.from({ length: 8 }, () => newId());
/** Who asks for themselves too: now and then the guardian of some. */
const adult = newId();
const chance = random('decide-grants');

let member: TestMember;
/** The officer of some organisation, as the owner of the tables. */
let session: pg.PoolClient;

const sql = (text: string, ...parameters: unknown[]) => session.query(text, parameters);
const one = () => chance.pick(organizations);
const umbrella = () => chance.pick(organizations.filter(({ kind }) => umbrellas.has(kind)));

beforeAll(async () => {
  member = await startMember(subgraph);
  session = await member.owner.connect();
  await sql(`select set_config('app.issuer', $1, false), set_config('app.roles', 'officer', false)`, testIssuer);
  await sql(`insert into country (code, name) values ('AZ', '{"az": "Azərbaycan"}')`);
  for (const { id, kind } of organizations) {
    await sql(
      `insert into organization (id, kind, name, country_code, accredited_at, officers_listed)
       values ($1, $2, jsonb_build_object('az', $2::text), 'AZ', now(), false)`,
      id,
      kind,
    );
  }
  for (const id of [...people, adult]) {
    await sql(
      `insert into volunteer (id, organization_id, given_name, family_name, registered_at) values ($1, $2, 'A', 'B', now())`,
      id,
      organizations[0]?.id,
    );
  }
});
afterAll(async () => {
  session.release();
  await member.close();
});

/** Other ties, consents and mandates for everybody, and other organisations that are suspended. */
async function makeWorld(): Promise<void> {
  for (const table of ['mandate', 'affiliation', 'guardianship']) await sql(`delete from ${table}`);
  for (const ward of chance.shuffle(people).slice(0, chance.int(1, 5))) {
    await sql(
      `insert into guardianship (id, guardian_id, ward_id, evidence, recorded_at, recorded_by, ended_at, ended_by)
       values (uuidv7(), $1, $2, 'x', now(), 'x', $3, $4)`,
      chance.chance(0.8) ? adult : people.find((id) => id !== ward),
      ward,
      ...(chance.chance(0.3) ? [new Date(), 'x'] : [null, null]),
    );
    const age = chance.pick([10, 17, 18, 30]);
    await sql(
      `update volunteer set birth_date = day_in('Asia/Baku', now()) - make_interval(years => $2) where id = $1`,
      ward,
      age,
    );
  }
  // The log keeps the consents of earlier worlds, and the emergencies.
  await sql('update consent set withdrawn_at = now() where withdrawn_at is null');
  await sql(`update emergency set closed_at = now(), closed_by = 'x' where closed_at is null`);
  await sql('update organization set suspended_at = null');
  for (let suspended = chance.int(0, 2); suspended > 0; suspended -= 1) {
    await sql('update organization set suspended_at = now() where id = $1', one().id);
  }
  for (let ties = chance.int(20, 50); ties > 0; ties -= 1) {
    await sql(
      `insert into affiliation (id, organization_id, volunteer_id, role, since, until)
       values (uuidv7(), $1, $2, 'member', $3, day_in('Asia/Baku', now()) - $4::integer)`,
      one().id,
      chance.pick(people),
      '1900-01-01',
      chance.pick([null, null, null, 0, 400, 1500, 4000, 29_000]),
    );
  }
  for (let consents = chance.int(4, 20); consents > 0; consents -= 1) {
    await sql(
      `insert into consent (id, volunteer_id, recipient_organization_id, purpose, category, given_at, expires_at, withdrawn_at)
       values (uuidv7(), $1, $2, $3, $4, now() - interval '2 days', now() + $5::interval, $6) on conflict do nothing`,
      chance.pick(people),
      chance.chance(0.2) ? null : one().id,
      chance.pick(purposes),
      chance.pick(categories).toLowerCase(),
      chance.pick([null, '1 day', '-1 day']),
      chance.chance(0.2) ? new Date() : null,
    );
  }
  for (let mandates = chance.int(6, 30); mandates > 0; mandates -= 1) {
    const holder = umbrella();
    const giver = chance.pick(organizations.filter((giver) => giver !== holder));
    const { rows } = await sql(
      `select category from category_holder where organization_kind in ($1, '*') order by 1`,
      giver.kind,
    );
    const held = (rows as { category: string }[]).map(({ category }) => category);
    const revoked = chance.chance(0.2);
    await sql(
      `insert into mandate (id, giver_id, holder_id, purpose, category, given_at, given_by, ends_at, revoked_at, revoked_by)
       values (uuidv7(), $1, $2, $3, $4, now() - interval '2 days', 'x', now() + $5::interval, $6, $7) on conflict do nothing`,
      giver.id,
      holder.id,
      chance.pick(purposes),
      chance.pick(held),
      chance.pick(['1 day', '1 day', '1 day', '-1 day']),
      revoked ? new Date() : null,
      revoked ? 'x' : null,
    );
  }
  for (let emergencies = chance.int(2, 8); emergencies > 0; emergencies -= 1) {
    const [hoursAgo, hours] = chance.pick([
      [1, 2],
      [1, 72],
      [3, 2],
    ] as const);
    const { rows } = await sql(
      `insert into emergency (id, organization_id, event, reason, proposed_at, proposed_by, ends_at)
       select uuidv7(), $1, 'Flood', 'Lives', at, 'one', at + make_interval(hours => $3)
         from (select now() - make_interval(hours => $2) as at) proposed returning id`,
      umbrella().id,
      hoursAgo,
      hours,
    );
    const [emergency] = rows as { id: string }[];
    for (const { id } of chance.shuffle(organizations).slice(0, chance.int(0, 2))) {
      await sql(
        'insert into emergency_organization (id, emergency_id, organization_id) values (uuidv7(), $1, $2)',
        emergency?.id,
        id,
      );
    }
    for (const id of chance.shuffle(people).slice(0, chance.int(0, 3))) {
      await sql(
        'insert into emergency_person (id, emergency_id, volunteer_id) values (uuidv7(), $1, $2)',
        emergency?.id,
        id,
      );
    }
    if (chance.chance(0.2)) continue;
    await sql(
      `update emergency set confirmed_at = proposed_at + interval '1 minute', confirmed_by = 'other' where id = $1`,
      emergency?.id,
    );
    if (chance.chance(0.2)) {
      await sql(`update emergency set closed_at = now(), closed_by = 'x' where id = $1`, emergency?.id);
    }
  }
}

/** The world as the model is told it. */
async function readFacts(): Promise<Facts> {
  const rowsOf = async (text: string) => (await sql(text)).rows as never;
  const accredited = (await rowsOf('select id from organization where suspended_at is null')) as { id: string }[];
  return {
    guardianships: await rowsOf(
      `select guardian_id as "guardianId", ward_id as "wardId",
              case when ended_at is not null then 'ended'
                   when birth_date > day_in('Asia/Baku', now()) - interval '18 years' then 'live' else 'of age' end as state
         from guardianship join volunteer on volunteer.id = ward_id`,
    ),
    consents: await rowsOf(
      `select volunteer_id as "volunteerId", recipient_organization_id as recipient, purpose, upper(category) as category,
              case when withdrawn_at is not null then 'withdrawn' when expires_at <= now() then 'expired' else 'live' end as state
         from consent`,
    ),
    ties: await rowsOf(
      `select volunteer_id as "volunteerId", organization_id as "organizationId", until is not null as ended,
              coalesce(extract(year from age(day_in('Asia/Baku', now()), until)), 0)::integer as "endedYears" from affiliation`,
    ),
    mandates: await rowsOf(
      `select json_build_object('id', o.id, 'kind', o.kind) as giver, holder_id as holder, purpose, upper(category) as category,
              case when revoked_at is not null then 'revoked' when ends_at <= now() then 'expired' else 'live' end as state
         from mandate join organization o on o.id = giver_id`,
    ),
    emergencies: await rowsOf(
      `select organization_id as organization,
              array(select volunteer_id from emergency_person p where p.emergency_id = e.id) as people,
              array(select s.organization_id from emergency_organization s where s.emergency_id = e.id) as organizations,
              case when closed_at is not null then 'closed' when ends_at <= now() then 'ended'
                   when confirmed_at is null then 'proposed' else 'open' end as state
         from emergency e`,
    ),
    accredited: new Set(accredited.map(({ id }) => id)),
  };
}

interface Row {
  readonly question: number;
  readonly basis: string | null;
  readonly refusal: string | null;
  readonly tenants: readonly string[] | null;
}

test(
  `in ${worlds} worlds by lot, every decision and every list is what the model says`,
  { timeout: 300_000 },
  async () => {
    const questions = people.flatMap((volunteerId) => categories.map((category) => ({ volunteerId, category })));
    const bases: Record<string, number> = {};
    for (let world = 0; world < worlds; world += 1) {
      await makeWorld();
      const facts = await readFacts();
      for (const organization of organizations) {
        for (const purpose of purposes) {
          const volunteerId = chance.pick([null, null, adult, chance.pick(people)]);
          const requester: Requester = { volunteerId, organization, roles: ['officer'] };
          await sql(`select set_config('app.volunteer', $1, false)`, volunteerId ?? '');
          const { rows } = await sql(
            `select question, basis, refusal, tenants
             from set_config('app.roles', 'officer', false),
                  decide_grants($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5, '{}', 'viewer', 'client', $6, $7, $8,
                                'Ask', 'request') order by question`,
            questions.map(({ volunteerId }) => volunteerId),
            questions.map(({ category }) => category.toLowerCase()),
            questions.map(() => null),
            questions.map(() => null),
            newId(),
            volunteerId,
            organization.id,
            purpose,
          );
          const verdicts = questions.map((question) => judge(facts, requester, { ...question, purpose }));
          const decided = rows as Row[];
          expect(decided.map(({ basis, refusal }) => ({ basis, refusal }))).toEqual(verdicts);
          for (const { basis, tenants } of decided) {
            bases[basis ?? 'none'] = (bases[basis ?? 'none'] ?? 0) + 1;
            if (basis === 'self' || basis === 'guardian') expect(tenants).toBeNull();
            if (basis === 'owner' || basis === 'retention') expect(tenants).toEqual([organization.id]);
            if (basis === 'mandate') expect(tenants?.some((tenant) => tenant !== organization.id)).toBe(true);
          }
          const known = people.filter((volunteerId) => listBasis(facts, requester, { volunteerId, purpose }) !== null);
          const found = await listed(member, organization.id, { purpose });
          expect(found.toSorted()).toEqual(known.toSorted());
        }
      }
      expect(await differences(member)).toEqual({ missing: 0, surplus: 0 });
    }
    // Every basis is met often enough for a wrong rule to show.
    for (const basis of ['self', 'guardian', 'consent', 'mandate', 'owner', 'retention', 'emergency'])
      expect(bases[basis]).toBeGreaterThan(50);
  },
);
