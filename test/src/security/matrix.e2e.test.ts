import { createDemoData, id as demoId } from '@birlik/demo-data';
import { random } from '@birlik/demo-data/random';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personalFields } from '../federation/personal-fields.js';
import { startTestStack, type TestStack } from '../testkit/stack.js';
import {
  categories,
  judge,
  listBasis,
  listRefusal,
  type Requester,
  type Category,
  type Consent,
  type Emergency,
  type Guardianship,
  type Facts,
  type Mandate,
  type Tie,
} from './access-model.js';
import { arrangeRelations, counterpart, profilesOf, type Arranged } from './relation-rows.js';
import { seenBy } from './relation-model.js';

const demo = createDemoData();
const right = 'placement';
const purposes = [right, 'recruitment', 'retention', 'emergency', 'reporting', 'marketing', null] as const;

/** Everybody who asks, by the key of the persona; null is nobody. */
const requesters: readonly (string | null)[] = [
  null,
  'volunteer',
  'volunteer-2',
  'university-officer',
  'asan-school-officer',
  'union-officer',
  'union-system',
  'alumni-coordinator',
  'association-officer',
  'creative-officer',
  'center-analyst',
  'admin',
];
const organizations = [...new Set(demo.personas.map((persona) => persona.organizationId).filter((id) => id !== null))];

/** Where a person stands towards one organisation. */
interface State {
  readonly name: string;
  readonly consents?: readonly Partial<Consent>[];
  readonly tie?: 'lasting' | 'ended';
}

const all = (values: Partial<Consent>): Partial<Consent>[] => categories.map((category) => ({ ...values, category }));

/** A consent names the organisation and the right purpose, and is live, unless said otherwise. */
const states: readonly State[] = [
  { name: 'nothing' },
  ...categories.map((category) => ({ name: `consent for ${category}`, consents: [{ category }] })),
  { name: 'consent for all', consents: all({}) },
  { name: 'consent for all, to every member', consents: all({ recipient: null }) },
  { name: 'consents that ended', consents: all({ state: 'expired' }) },
  { name: 'withdrawn consents', consents: all({ state: 'withdrawn' }) },
  { name: 'consents for another purpose', consents: all({ purpose: 'certification' }) },
  { name: 'consents to another organisation', consents: all({ recipient: demoId('nobody') }) },
  { name: 'a tie', tie: 'lasting' },
  { name: 'a tie that ended', tie: 'ended' },
  { name: 'a tie and one consent', tie: 'lasting', consents: [{ category: 'CREATIVE' }] },
  {
    name: 'a withdrawn consent and a live one',
    consents: [...all({ state: 'withdrawn' }), { category: 'STUDY', recipient: null }],
  },
];

const firstSubject = 4_000;
const subjects = organizations.flatMap((organizationId, row) =>
  states.map((state, column) => ({
    volunteerId: demo.person(firstSubject + row * states.length + column).id,
    organizationId,
    state,
  })),
);

/** Whom one asks for: those with a state towards one's own organisation, and towards another one. */
function subjectsFor(requester: Requester | null): typeof subjects {
  const own = Math.max(0, organizations.indexOf(requester?.organization?.id ?? ''));
  const other = (own + 1) % organizations.length;
  return subjects.filter(({ organizationId }) => [organizations[own], organizations[other]].includes(organizationId));
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** The ways to a person, each as one operation on some people. */
const paths = {
  'by id': (ids: readonly string[], fields: string) =>
    ids.map((id, index) => `p${index}: volunteer(id: "${id}") ${fields}`).join('\n'),
  'by id, through fragments and aliases': (ids: readonly string[], fields: string) =>
    ids.map((id, index) => `p${index}: volunteer(id: "${id}") { ... on Volunteer { ... ${fields} } }`).join('\n'),
} as const;

type Person = Record<string, unknown> & {
  readonly id: string;
  readonly withheld: readonly { readonly category: Category; readonly reason: string }[] | null;
};

const selection = `{ id ${personalFields.map(({ name, selection: below }) => `${name} ${below}`).join(' ')} withheld { category reason } }`;

interface Mentorship {
  readonly id: string;
  readonly counterpart: object | null;
}

/** Whom a mentorship shows; null where nothing of anybody is said. */
const seenOf = ({ counterpart: other }: Mentorship) =>
  Object.values(other ?? {}).every((one) => one === null) ? null : other;

interface Related {
  readonly myMentees: { readonly nodes: readonly Mentorship[] } | null;
  readonly me: { readonly mentorships: readonly Mentorship[] | null } | null;
  readonly volunteer: { readonly mentorships: readonly Mentorship[] | null } | null;
}

let federation: TestStack;
let owner: pg.Client;
let ties: readonly Tie[];
let consents: readonly Consent[];
let mandates: readonly Mandate[];
let emergencies: readonly Emergency[];
let guardianships: readonly Guardianship[];
let accredited: ReadonlySet<string>;
let related: Arranged;
let number = 0;

function requesterOf(key: string | null): Requester | null {
  const persona = demo.personas.find((one) => one.key === key);
  if (!persona) return null;
  const kind = demo.organizations.find(({ id }) => id === persona.organizationId)?.kind;
  const { organizationId, volunteerId, roles } = persona;
  return { volunteerId, organization: organizationId && kind ? { id: organizationId, kind } : null, roles };
}

/** Who lets whom act over its rows; each holder asks for the subjects of the giver too. */
const givenMandates: readonly (Omit<Mandate, 'giver' | 'holder'> & { readonly from: string; readonly to: string })[] = [
  { from: 'uvoa', to: 'asan', purpose: right, category: 'SERVICE', state: 'live' },
  { from: 'asap', to: 'uvoa', purpose: right, category: 'ALUMNI', state: 'revoked' },
  { from: 'asap', to: 'uvoa', purpose: right, category: 'CONTACT', state: 'live' },
  { from: 'assoc-lithuania', to: 'asap', purpose: right, category: 'ALUMNI', state: 'live' },
  { from: 'assoc-lithuania', to: 'asap', purpose: right, category: 'CONTACT', state: 'expired' },
  { from: 'registry-office', to: 'ivc', purpose: 'recruitment', category: 'CONTACT', state: 'live' },
];

/** Nobody but the subjects has ties or consents that count, and they have those of their state. */
async function arrange(): Promise<void> {
  await owner.query(`update consent set withdrawn_at = greatest(given_at, now()) where withdrawn_at is null`);
  await owner.query(`update affiliation set until = greatest(since, current_date - 1)`);
  for (const { volunteerId, organizationId, state } of subjects) {
    await owner.query('delete from affiliation where volunteer_id = $1', [volunteerId]);
    if (state.tie) {
      await owner.query(
        `insert into affiliation (id, organization_id, volunteer_id, role, since, until)
         values (uuidv7(), $1, $2, 'member', '2020-01-01', case $3 when 'ended' then current_date - 1 end)`,
        [organizationId, volunteerId, state.tie],
      );
    }
    for (const consent of state.consents ?? []) {
      const {
        recipient = organizationId,
        purpose = right,
        category = 'CONTACT',
        state: consentState = 'live',
      } = consent;
      // An organisation that does not exist cannot be named: another one of the demo data stands for it.
      const known = organizations.includes(recipient ?? '') || recipient === null;
      await owner.query(
        `insert into consent (id, volunteer_id, recipient_organization_id, purpose, category, given_at, expires_at, withdrawn_at)
         values (uuidv7(), $1, $2, $3, $4, now() - interval '3 days',
                 case $5 when 'expired' then now() - interval '1 day' end,
                 case $5 when 'withdrawn' then now() - interval '1 day' end)`,
        [volunteerId, known ? recipient : otherThan(organizationId), purpose, category.toLowerCase(), consentState],
      );
    }
  }
}

async function arrangeMandates(): Promise<void> {
  await owner.query('delete from mandate');
  for (const { from, to, purpose, category, state } of givenMandates) {
    await owner.query(
      `insert into mandate (id, giver_id, holder_id, purpose, category, given_at, given_by, ends_at, revoked_at, revoked_by)
       values (uuidv7(), $1, $2, $3, $4, now() - interval '3 days', 'officer',
               now() + case $5 when 'expired' then interval '-1 day' else interval '1 day' end,
               case $5 when 'revoked' then now() end, case $5 when 'revoked' then 'officer' end)`,
      [demo.organization(from).id, demo.organization(to).id, purpose, category.toLowerCase(), state],
    );
  }
  const { rows } = await owner.query<Omit<Mandate, 'giver'> & { id: string; kind: string }>(
    `select o.id, o.kind, holder_id as holder, purpose, upper(category) as category,
            case when revoked_at is not null then 'revoked' when ends_at <= now() then 'expired' else 'live' end as state
       from mandate join organization o on o.id = giver_id`,
  );
  mandates = rows.map(({ id, kind, ...mandate }) => ({ ...mandate, giver: { id, kind } }));
}

/** One emergency that is open, for all people of an association and for a stranger, and one that only one person wants. */
async function arrangeEmergencies(): Promise<void> {
  const stranger = subjects.find(({ state }) => state.name === 'nothing')?.volunteerId ?? '';
  const organization = demo.organization('assoc-lithuania').id;
  const events = [
    { opener: demo.organization('asap').id, confirmed: true },
    { opener: demo.organization('uvoa').id, confirmed: false },
  ];
  for (const { opener, confirmed } of events) {
    const { rows } = await owner.query<{ id: string }>(
      `insert into emergency (id, organization_id, event, reason, proposed_by, ends_at)
       values (uuidv7(), $1, 'Flood', 'Lives are in danger', 'one', now() + interval '1 day') returning id`,
      [opener],
    );
    const id = rows[0]?.id;
    await owner.query(
      `insert into emergency_organization (id, emergency_id, organization_id) values (uuidv7(), $1, $2)`,
      [id, organization],
    );
    await owner.query(`insert into emergency_person (id, emergency_id, volunteer_id) values (uuidv7(), $1, $2)`, [
      id,
      stranger,
    ]);
    if (!confirmed) continue;
    await owner.query(`update emergency set confirmed_at = clock_timestamp(), confirmed_by = 'other' where id = $1`, [
      id,
    ]);
  }
  emergencies = events.map(({ opener, confirmed }) => ({
    organization: opener,
    people: [stranger],
    organizations: [organization],
    state: confirmed ? 'open' : 'proposed',
  }));
}

/** Two people of the demo guard some of the subjects: now, until lately, and of one who is of age. */
async function arrangeGuardianships(): Promise<void> {
  const wards = subjects.filter(({ organizationId }) => organizationId === organizations[0]);
  const [one, other] = ['volunteer', 'volunteer-2'].map((key) => requesterOf(key)?.volunteerId ?? '');
  guardianships = wards.slice(0, 8).map(({ volunteerId: wardId }, place) => ({
    guardianId: (place % 2 === 0 ? one : other) ?? '',
    wardId,
    state: (['live', 'live', 'ended', 'of age'] as const)[place >> 1] ?? 'live',
  }));
  for (const { guardianId, wardId, state } of guardianships) {
    await owner.query(`update volunteer set birth_date = current_date - make_interval(years => $2) where id = $1`, [
      wardId,
      state === 'of age' ? 19 : 12,
    ]);
    await owner.query(
      `insert into guardianship (id, guardian_id, ward_id, evidence, recorded_at, recorded_by, ended_at, ended_by)
       values (uuidv7(), $1, $2, 'x', now(), 'x', case $3 when 'ended' then now() end, case $3 when 'ended' then 'x' end)`,
      [guardianId, wardId, state],
    );
  }
}

function otherThan(organizationId: string): string {
  return organizations.find((id) => id !== organizationId) ?? '';
}

/** What the registry holds now, as the model is told it. */
async function readFacts(): Promise<void> {
  const given = await owner.query<Consent>(
    `select volunteer_id as "volunteerId", recipient_organization_id as recipient, purpose, upper(category) as category,
            case when withdrawn_at is not null then 'withdrawn' when expires_at <= now() then 'expired' else 'live' end as state
       from consent where volunteer_id = any($1)`,
    [subjects.map(({ volunteerId }) => volunteerId)],
  );
  const tied = await owner.query<Tie>(
    `select volunteer_id as "volunteerId", organization_id as "organizationId", until is not null as ended,
            coalesce(extract(year from age(current_date, until)), 0)::integer as "endedYears"
       from affiliation where volunteer_id = any($1)`,
    [subjects.map(({ volunteerId }) => volunteerId)],
  );
  consents = given.rows;
  ties = tied.rows;
}

interface Logged {
  readonly operation: string;
  readonly volunteer_id: string;
  readonly category: string;
  readonly basis: string | null;
  readonly refusal: string | null;
}

/** What the operations left in the log: a row each, sorted. */
async function loggedBy(...operations: readonly string[]): Promise<string[]> {
  const { rows } = await owner.query<Logged>(
    'select operation, volunteer_id, category, basis, refusal from access_log where operation = any($1)',
    [operations],
  );
  return rows
    .map(({ operation, volunteer_id, category, basis, refusal }) =>
      [operation, volunteer_id, category.toUpperCase(), basis ?? refusal].join(' '),
    )
    .toSorted();
}

/** What an operation on other people is told once, if its purpose is none: the codes of its errors. */
function toldOf(purpose: string | null, { organization }: Requester): string[] | undefined {
  if (!organization || !accredited.has(organization.id)) return undefined;
  if (purpose === null) return ['PURPOSE_MISSING'];
  return purpose === 'marketing' ? ['PURPOSE_UNKNOWN'] : undefined;
}

const codesOf = (errors: readonly { readonly extensions: { readonly code: string } }[] | undefined) =>
  errors?.map(({ extensions }) => extensions.code);

/** What the answer shows of each category, against the model; and the rows that the model wants in the log. */
function compare(
  requester: Requester,
  question: { operation: string; volunteerId: string; purpose: string | null },
  person: Person,
) {
  const { operation, volunteerId, purpose } = question;
  const facts: Facts = { guardianships, consents, ties, mandates, emergencies, accredited };
  const verdicts = categories.map((category) => ({
    category,
    ...judge(facts, requester, { volunteerId, category, purpose }),
  }));
  const disagreements: string[] = [];
  for (const { category, basis, refusal } of verdicts) {
    const withheld = person.withheld?.find((entry) => entry.category === category)?.reason ?? null;
    if (withheld !== refusal) disagreements.push(`${category}: withheld ${withheld}, model ${refusal}`);
    for (const field of personalFields.filter((one) => one.category === category)) {
      if (basis === null && person[field.name] !== null) disagreements.push(`${field.name} is shown`);
    }
    // What is a list, or is there of everyone, shows that a grant was taken.
    const certain = new Set([
      'name',
      'contact',
      'affiliations',
      'accessNeeds',
      'enrolments',
      'certificates',
      'applications',
      'mentorships',
    ]);
    for (const field of personalFields.filter((one) => one.category === category && certain.has(one.name))) {
      if (basis !== null && person[field.name] === null) disagreements.push(`${field.name} is not shown`);
    }
  }
  const rows = verdicts.map(({ category, basis, refusal }) =>
    [operation, volunteerId, category, basis ?? refusal].join(' '),
  );
  return { disagreements, rows };
}

async function accredit(ids: readonly string[], values: { accredited: boolean; suspended: boolean }): Promise<void> {
  await owner.query(
    `update organization set accredited_at = case when $2 then '2020-01-01'::timestamptz end,
            suspended_at = case when $3 then now() end where id = any($1)`,
    [ids, values.accredited, values.suspended],
  );
  accredited = new Set(values.accredited && !values.suspended ? ids : []);
}

beforeAll(async () => {
  federation = await startTestStack();
  owner = new pg.Client({ connectionString: federation.stack.databases['registry']?.ownerUrl });
  await owner.connect();
  await arrange();
  await arrangeMandates();
  await arrangeEmergencies();
  await arrangeGuardianships();
  await readFacts();
  related = await arrangeRelations(federation, random('matrix'));
});
afterAll(async () => {
  await owner.end();
  await federation.close();
});

const membershipStatuses = [
  { name: 'accredited', accredited: true, suspended: false },
  { name: 'suspended', accredited: true, suspended: true },
  { name: 'not accredited', accredited: false, suspended: false },
];

describe.each(membershipStatuses)('organisations that are $name', (status) => {
  beforeAll(() => accredit(organizations, status));

  describe.each(requesters)('asked by %s', (key) => {
    const requester = requesterOf(key);

    test.each(Object.entries(paths))(
      '%s: every answer and every row of the log is what the model says',
      async (_, path) => {
        const disagreements: string[] = [];
        const operations: string[] = [];
        const rows: string[] = [];
        for (const purpose of purposes) {
          for (const people of chunks(subjectsFor(requester), 9)) {
            const operation = `Matrix${++number}`;
            operations.push(operation);
            const ids = await Promise.all(people.map(({ volunteerId }) => federation.idFor(key, volunteerId)));
            const { data, errors } = await federation.ask<Record<string, Person>>(
              `query ${operation} { ${path(ids, selection)} }`,
              { ...(key === null ? {} : { as: key }), ...(purpose === null ? {} : { purpose }) },
            );
            if (requester === null) {
              expect(errors?.every(({ extensions }) => extensions.code === 'UNAUTHENTICATED')).toBe(true);
              expect(Object.values(data ?? {}).every((person) => person === null)).toBe(true);
              continue;
            }
            expect(codesOf(errors)).toEqual(toldOf(purpose, requester));
            for (const [index, { volunteerId, organizationId, state }] of people.entries()) {
              const result = compare(requester, { operation, volunteerId, purpose }, data?.[`p${index}`] as Person);
              const place = `${state.name} towards ${organizationId}, for ${purpose}`;
              disagreements.push(...result.disagreements.map((sentence) => `${place}: ${sentence}`));
              rows.push(...result.rows);
            }
          }
        }
        expect(disagreements).toEqual([]);
        expect(await loggedBy(...operations)).toEqual(rows.toSorted());
      },
    );

    test('by lists: exactly those stand in them whom the model lets be known, with what it lets be read', async () => {
      if (requester === null) return;
      const facts: Facts = { guardianships, consents, ties, mandates, emergencies, accredited };
      for (const purpose of purposes) {
        const operation = `Matrix${++number}`;
        const { data, errors } = await federation.ask<{
          volunteers: { nodes: Person[]; edges: { node: { id: string } }[] };
        }>(
          `query ${operation} { volunteers(first: 100) { nodes ${selection} edges { node { ... on Volunteer { id } } } } }`,
          {
            as: key ?? '',
            ...(purpose === null ? {} : { purpose }),
          },
        );
        const refusal = listRefusal(facts, requester, purpose);
        expect(codesOf(errors)).toEqual(refusal === null ? undefined : [refusal]);
        if (refusal !== null) {
          expect(data).toEqual({ volunteers: null });
          expect(await loggedBy(operation)).toEqual([]);
          continue;
        }
        const expected = subjects.flatMap(({ volunteerId }) => {
          const basis = listBasis(facts, requester, { volunteerId, purpose });
          return basis === null ? [] : [{ volunteerId, basis }];
        });
        const ids = await Promise.all(
          expected.map(async ({ volunteerId }) => [await federation.idFor(key, volunteerId), volunteerId] as const),
        );
        const byId = new Map(ids);
        const { nodes = [], edges = [] } = data?.volunteers ?? {};
        expect(nodes.map(({ id }) => id).toSorted()).toEqual([...byId.keys()].toSorted());
        expect(edges.map(({ node }) => node.id)).toEqual(nodes.map(({ id }) => id));
        const found = nodes.map((person) =>
          compare(requester, { operation, volunteerId: byId.get(person.id) ?? '', purpose }, person),
        );
        expect(found.flatMap((result) => result.disagreements)).toEqual([]);
        const listed = expected.map(({ volunteerId, basis }) => [operation, volunteerId, 'IDENTITY', basis].join(' '));
        expect(await loggedBy(operation)).toEqual([...found.flatMap((result) => result.rows), ...listed].toSorted());
      }
    });

    test('by relations: two people see each other as the model says, and nobody else sees anybody by them', async () => {
      const operation = `Matrix${++number}`;
      const of = await federation.idFor(key, related.persons[0]);
      const mentorships = `{ id ${counterpart} }`;
      const { data } = await federation.ask<Related>(
        `query ${operation} {
           myMentees(first: 100) { nodes ${mentorships} } me { mentorships ${mentorships} }
           volunteer(id: "${of}") { mentorships ${mentorships} } }`,
        { ...(key === null ? {} : { as: key }), purpose: right },
      );
      const shown = [...(data?.myMentees?.nodes ?? []), ...(data?.me?.mentorships ?? [])];
      const self = requester?.volunteerId ?? null;
      const own = related.relations.filter(({ people }) => self !== null && people.includes(self));
      const seen = own.map((relation) => ({
        relation,
        person: seenBy(related.erased, { volunteerId: self }, relation),
      }));
      const profiles = await profilesOf(
        owner,
        seen.flatMap(({ person }) => person ?? []),
      );
      const ids = federation.idsOf(key);
      expect(new Map(shown.map((one) => [one.id, seenOf(one)]))).toEqual(
        new Map(seen.map(({ relation, person }) => [ids.hide(relation.id), profiles.get(person ?? '') ?? null])),
      );
      const others = self === related.persons[0] ? [] : (data?.volunteer?.mentorships ?? []);
      expect(others.filter((one) => seenOf(one) !== null)).toEqual([]);
      const rows = (await loggedBy(operation)).filter((row) => row.endsWith(' relation'));
      const people = seen.flatMap(({ person }) => person ?? []);
      expect(rows).toEqual(people.map((id) => `${operation} ${id} CONTACT relation`).toSorted());
      // Whoever is one of two has relations of each kind, so that a wrong rule shows.
      if (self !== null) expect([people.length, seen.length - people.length].every((count) => count > 2)).toBe(true);
    });

    test('by the person themself: a volunteer reads all of it whatever the purpose, and nobody else has such a profile', async () => {
      for (const purpose of purposes) {
        const operation = `Matrix${++number}`;
        const { data, errors } = await federation.ask<{ me: Person | null }>(`query ${operation} { me ${selection} }`, {
          ...(key === null ? {} : { as: key }),
          ...(purpose === null ? {} : { purpose }),
        });
        expect(errors).toBeUndefined();
        const self = requester?.volunteerId ?? null;
        if (self === null || requester === null) {
          expect(data?.me).toBeNull();
          expect(await loggedBy(operation)).toEqual([]);
          continue;
        }
        const result = compare(requester, { operation, volunteerId: self, purpose }, data?.me as Person);
        expect(result.disagreements).toEqual([]);
        expect(await loggedBy(operation)).toEqual(result.rows.toSorted());
      }
    });
  });
});

test('the model can disagree: an answer that shows one field too many is named', () => {
  const stranger: Requester = { volunteerId: null, organization: null, roles: [] };
  const person = { id: '', withheld: [], ...Object.fromEntries(personalFields.map(({ name }) => [name, null])) };
  const found = compare(stranger, { operation: '', volunteerId: subjects[0]?.volunteerId ?? '', purpose: right }, {
    ...person,
    name: 'somebody',
  } as Person);
  expect(found.disagreements).toContain('name is shown');
  expect(found.disagreements).toContain('STUDY: withheld null, model NO_ORGANIZATION');
});
