import { newId } from '@birlik/kernel/identifier';
import { judge, type Facts, type Requester } from '@birlik/test/security/access-model';
import { startMember, testIssuer, type TestMember } from '@birlik/test/testkit/member';
import { purposes as published } from '@birlik/trust/purpose';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { organizationKinds } from '../membership/organization/organization.entity.js';
import { member as subgraph } from '../member.js';
import { grantCategories } from './grant-category.rule.js';

const kinds = Object.values(organizationKinds);
const roles = ['officer', 'coordinator', 'analyst', 'admin', 'system', 'safeguarding_lead'];
const purposes = [...published.map(({ code }) => code), 'marketing', null];
const categories = Object.keys(grantCategories);
const organizations = kinds.map((kind) => ({ id: newId(), kind }));
/** Has a tie to every organisation and consented to nothing; the other one consented to all, for all that purposes open. */
const [tiedPerson, consenting] = [newId(), newId()];

let member: TestMember;
let client: pg.PoolClient;

beforeAll(async () => {
  member = await startMember(subgraph);
  client = await member.owner.connect();
  await client.query(`select set_config('app.issuer', $1, false)`, [testIssuer]);
  await client.query(`insert into country (code, name) values ('AZ', '{"az": "Azərbaycan"}')`);
  for (const { id, kind } of organizations) {
    await client.query(
      `insert into organization (id, kind, name, country_code, accredited_at, officers_listed)
       values ($1, $2, jsonb_build_object('az', $2::text), 'AZ', now(), false)`,
      [id, kind],
    );
  }
  for (const id of [tiedPerson, consenting]) {
    await client.query(
      `insert into volunteer (id, organization_id, given_name, family_name, registered_at) values ($1, $2, 'A', 'B', now())`,
      [id, organizations[0]?.id],
    );
  }
  await client.query(
    `insert into affiliation (id, organization_id, volunteer_id, role, since)
     select uuidv7(), id, $1, 'member', '2020-01-01' from organization`,
    [tiedPerson],
  );
  await client.query(
    `insert into consent (id, volunteer_id, purpose, category, given_at)
     select uuidv7(), $1, code, category, now() - interval '1 day' from purpose, personal_category`,
    [consenting],
  );
});
afterAll(async () => {
  client.release();
  await member.close();
});

const consents = published.flatMap(({ code }) =>
  categories.map((category) => ({
    volunteerId: consenting,
    recipient: null,
    purpose: code,
    category,
    state: 'live' as const,
  })),
);
const ties = organizations.map(({ id }) => ({
  volunteerId: tiedPerson,
  organizationId: id,
  ended: false,
  endedYears: 0,
}));
const nothingDecided: Facts = {
  consents,
  ties,
  mandates: [],
  emergencies: [],
  accredited: new Set(organizations.map(({ id }) => id)),
};

/** What an organisation is told of both people, in all categories. */
async function decided(requester: Requester, purpose: string | null) {
  const questions = [tiedPerson, consenting].flatMap((volunteerId) =>
    categories.map((category) => ({ volunteerId, category })),
  );
  await client.query(`select set_config('app.roles', $1, false)`, [requester.roles.join(' ')]);
  const { rows } = await client.query<{ basis: string | null; refusal: string | null }>(
    `select basis, refusal from decide_grants($1::uuid[], $2::text[], array_fill(null::uuid, array[$3::integer]),
       array_fill(null::text, array[$3::integer]), $4, '{}', 'viewer', 'client', null, $5, $6, 'Ask', 'request') order by question`,
    [
      questions.map(({ volunteerId }) => volunteerId),
      questions.map(({ category }) => category.toLowerCase()),
      questions.length,
      newId(),
      requester.organization?.id,
      purpose,
    ],
  );
  return questions.map((question, index) => ({ ...question, ...rows[index] }));
}

/** Every cell of the table, as the database decides it and as people are told. */
async function compare(facts: Facts): Promise<Map<string, number>> {
  const met = new Map<string, number>();
  for (const organization of organizations) {
    for (const role of roles) {
      const requester: Requester = { volunteerId: null, organization, roles: [role] };
      for (const purpose of purposes) {
        for (const { volunteerId, category, basis, refusal } of await decided(requester, purpose)) {
          const cell = [organization.kind, role, purpose, category].join(' × ');
          expect({ cell, basis, refusal }).toEqual({
            cell,
            ...judge(facts, requester, { volunteerId, category, purpose }),
          });
          const outcome = basis ?? refusal ?? '';
          met.set(outcome, (met.get(outcome) ?? 0) + 1);
        }
      }
    }
  }
  return met;
}

describe('the table of purposes', { timeout: 120_000 }, () => {
  test('says in each cell of role, purpose, category and kind what people are told', async () => {
    const met = await compare(nothingDecided);
    const outcomes = [
      'consent',
      'owner',
      'NO_CONSENT',
      'PURPOSE_MISSING',
      'PURPOSE_UNKNOWN',
      'PURPOSE_NOT_OPEN',
      'ORGANIZATION_NOT_ACCREDITED_FOR_PURPOSE',
      'ROLE_NOT_ALLOWED',
      'SAFEGUARDING_CASE_MISSING',
    ];
    for (const outcome of outcomes) expect(met.get(outcome), outcome).toBeGreaterThan(10);
  });

  test('gives way to what the office decided of an organisation, and to an open case', async () => {
    const permitted = organizations.filter((_, index) => index % 2 === 0);
    const decisions = organizations.flatMap(({ id: organizationId }, index) =>
      published.map(({ code }, place) => ({ organizationId, purpose: code, permitted: (index + place) % 2 === 0 })),
    );
    for (const { organizationId, purpose, permitted: yes } of decisions) {
      await client.query('insert into organization_purpose (organization_id, purpose, permitted) values ($1, $2, $3)', [
        organizationId,
        purpose,
        yes,
      ]);
    }
    for (const { id } of permitted) {
      await client.query(
        `insert into safeguarding_case (id, organization_id, reason, opened_at, opened_by, ends_at)
         values ($1, $2, 'A threat', now(), 'lead', now() + interval '1 day')`,
        [newId(), id],
      );
    }
    const cases = new Set(permitted.map(({ id }) => id));
    const met = await compare({ ...nothingDecided, decided: decisions, cases });
    expect(met.get('owner')).toBeGreaterThan(10);
    await client.query('delete from organization_purpose');
    await client.query(
      `update safeguarding_case set opened_at = now() - interval '2 days', ends_at = now() - interval '1 day'`,
    );
    expect((await compare(nothingDecided)).get('SAFEGUARDING_CASE_MISSING')).toBeGreaterThan(10);
  });
});
