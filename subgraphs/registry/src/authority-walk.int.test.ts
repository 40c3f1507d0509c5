import { openDatabase } from '@birlik/kernel/database';
import { newId } from '@birlik/kernel/identifier';
import { createDemoData } from '@birlik/demo-data';
import {
  officerViewer,
  startMember,
  testIssuer,
  volunteerViewer,
  type Answer,
  type TestMember,
  type Viewer,
} from '@birlik/test/testkit/member';
import {
  changesWhileSuspended,
  refusalOf,
  sampleEntities,
  sampleOperations,
  type SampleOperation,
} from '@birlik/test/testkit/operations';
import type { ConfigOf } from '@birlik/trust/member';
import { buildASTSchema, parse, type DocumentNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resolveSubmitted } from '../testing/submitted-records.js';
import { database } from './database.js';
import { member as subgraph } from './member.js';

const demo = createDemoData();
const purpose = 'recruitment';
const otherIssuer = 'https://other.test';
const roles = ['officer', 'coordinator', 'admin', 'safeguarding_lead'];
const office = officerViewer(demo.organization('registry-office').id, roles);
const union = officerViewer(demo.organization('uvoa').id, roles);
const officeSystem: Viewer = { ...office, sub: 'dispatcher', client: 'dispatcher', roles: ['system'] };
const person = volunteerViewer(demo.person(0).id);

/** What a suspended organisation goes on to see to. */
const ownAffairs = new Set([
  ...changesWhileSuspended,
  'Organization as an entity',
  'Query.organization',
  'Query.viewerIdentity',
]);
/** What every question about a person leaves behind, refused ones too. */
const logTables = /^access_log/;

let member: TestMember<ConfigOf<typeof subgraph>>;
let sdl: DocumentNode;
let tables: readonly string[];
let orm: Awaited<ReturnType<typeof openDatabase>>;

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
  // What the demo's registers have submitted changes tables until it is resolved.
  await resolveSubmitted(member);
  await member.owner.query(`insert into issuer (issuer, claims) values ($1, '{organization,roles}')`, [otherIssuer]);
  orm = await openDatabase(database, { url: member.config.DATABASE_URL, poolSize: 1, log: null });
  const { data } = await member.query<{ _service: { sdl: string } }>('{ _service { sdl } }');
  sdl = parse(data?._service.sdl ?? '');
  const { rows } = await member.owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  tables = rows.map(({ name }) => name);
  for (const viewer of [office, union]) {
    const { organizationId } = viewer;
    const variables = { id: person.volunteerId };
    await member.query('query ($id: ID!) { volunteer(id: $id) { name } }', { as: viewer, variables });
    await member.owner.query(
      `insert into consent_request
         (id, organization_id, volunteer_id, purpose, categories, reason, asked_at, asked_by, lapses_at)
       values (uuidv7(), $1, $2, $3, '{study}', 'x', now(), 'x', now() + interval '1 day')`,
      [organizationId, person.volunteerId, purpose],
    );
    await member.owner.query(
      `insert into inquiry
         (id, entry_id, volunteer_id, organization_id, kind, category, read_at, message, raised_at, due_at)
       select uuidv7(), id, volunteer_id, organization_id, 'question', 'contact', decided_at, 'x', now(), now() + interval '1 day'
         from access_log where organization_id = $1 limit 1`,
      [organizationId],
    );
  }
});
afterAll(async () => {
  await orm.close();
  await member.close();
});

/** Every operation and every entity fetch, about the viewer's own organisation and somebody with a tie to it. */
async function walkFor({ organizationId }: Viewer): Promise<SampleOperation[]> {
  const { rows } = await member.owner.query<{ volunteer: string; linked: string }>(
    `select (select volunteer_id from affiliation where organization_id = $1 order by 1 limit 1) as volunteer,
            (select person_id from person_link order by 1 limit 1) as linked`,
    [organizationId],
  );
  const named: Readonly<Record<string, unknown>> = {
    organizationId,
    volunteerId: rows[0]?.volunteer,
    'Query.organization id': organizationId,
    'Query.volunteer id': rows[0]?.volunteer,
    'Query.linkedPerson id': rows[0]?.linked,
    'Organization id': organizationId,
    'Volunteer id': rows[0]?.volunteer,
    purpose,
    issuer: testIssuer,
    // Who is withdrawn in a walk is somebody else than the issuer of those who walk.
    'Mutation.withdrawIssuer issuer': otherIssuer,
    'Mutation.changeIssuer issuer': otherIssuer,
  };
  const sample = (name: string, operation: string) => named[`${operation} ${name}`] ?? named[name];
  const schema = buildASTSchema(sdl, { assumeValidSDL: true });
  return [...sampleOperations(schema, sample), ...sampleEntities(schema, sdl, sample)];
}

const nobodysAnswers = new Map<string, Promise<Answer>>();

function askAsNobody(operation: SampleOperation): Promise<Answer> {
  const key = JSON.stringify(operation);
  const answer = nobodysAnswers.get(key) ?? askAs(operation, null);
  nobodysAnswers.set(key, answer);
  return answer;
}

const askAs = ({ document, variables }: SampleOperation, as: Viewer | null): Promise<Answer> =>
  member.query(document, { as, variables, purpose });

async function stateOf(): Promise<string> {
  const kept = tables.filter((name) => !logTables.test(name));
  const sums = kept.map((name) => `(select concat(count(*), ':', max(xmin::text::bigint)) from ${name})`);
  const { rows } = await member.owner.query<{ state: string }>(`select concat_ws(' ', ${sums.join(', ')}) as state`);
  return rows[0]?.state ?? '';
}

/** Puts viewers in a state in which they may not act, and gives them back their right afterwards. */
const states: Readonly<Record<string, { take: (viewer: Viewer) => Promise<void>; give: () => Promise<void> }>> = {
  'an officer who was dismissed': {
    async take({ organizationId, sub, client }) {
      await member.owner.query(
        `insert into officer (id, organization_id, subject, roles, appointed_at, dismissed_at)
         values ($1, $2, $3, '{officer}', now() - interval '1 hour', now())`,
        [newId(), organizationId, sub],
      );
      if (sub !== client) return;
      await member.owner.query(
        `insert into system_client (id, organization_id, client, registered_at, revoked_at)
         values ($1, $2, $3, now() - interval '1 hour', now())`,
        [newId(), organizationId, client],
      );
    },
    async give() {
      await member.owner.query('delete from officer');
      await member.owner.query('delete from system_client');
    },
  },
  'an officer of a suspended organisation': {
    async take({ organizationId }) {
      await member.owner.query('update organization set suspended_at = now() where id = $1', [organizationId]);
    },
    async give() {
      await member.owner.query('update organization set suspended_at = null');
    },
  },
  'whom an issuer names that is not the organisation’s': {
    async take({ organizationId }) {
      await member.owner.query(`update organization set issuer = 'https://its.own' where id = $1`, [organizationId]);
    },
    async give() {
      await member.owner.query('update organization set issuer = null');
    },
  },
  'whom an issuer names that the office has withdrawn': {
    take: async () => void (await member.owner.query('update issuer set withdrawn_at = now()')),
    give: async () => void (await member.owner.query('update issuer set withdrawn_at = null')),
  },
  ...Object.fromEntries(
    ['volunteer,organization', 'volunteer,roles'].map((claims) => [
      `whom an issuer names that may say only ${claims}`,
      {
        take: async () => void (await member.owner.query('update issuer set claims = $1', [claims.split(',')])),
        give: async () =>
          void (await member.owner.query(`update issuer set claims = '{volunteer,organization,roles}'`)),
      },
    ]),
  ),
  'whom an issuer names that may name other organisations': {
    take: async () => void (await member.owner.query('update issuer set any_organization = false')),
    give: async () => void (await member.owner.query('update issuer set any_organization = true')),
  },
};

describe.each(Object.keys(states))('%s', (name) => {
  test.each([
    ['the office', office],
    ['the office, as a system', officeSystem],
    ['a member', union],
  ])('of %s reads nothing and changes nothing, by any operation', async (_, viewer) => {
    const walk = await walkFor(viewer);
    await states[name]?.take(viewer);
    try {
      const before = await stateOf();
      const wrong: string[] = [];
      for (const operation of walk) {
        if (name.includes('suspended') && ownAffairs.has(operation.name)) continue;
        const [answer, nobody] = [await askAs(operation, viewer), await askAsNobody(operation)];
        if (answer.text !== nobody.text && refusalOf(answer) === null) wrong.push(`${operation.name}: ${answer.text}`);
      }
      expect(wrong).toEqual([]);
      expect(await stateOf()).toBe(before);
    } finally {
      await states[name]?.give();
    }
  });

  test.each([
    ['the office', office],
    ['a member', union],
  ])('of %s sees and changes no row that nobody sees or changes, past every service', async (_, viewer) => {
    const own = await rowsFor(viewer);
    const nobodys = await rowsFor(null);
    expect(own).not.toEqual(nobodys);
    await states[name]?.take(viewer);
    try {
      const affairs = name.includes('suspended') ? /^(officer|organization_|system_client)/ : /^$/;
      const strange = (await rowsFor(viewer)).filter(
        (row, index) => row !== nobodys[index] && !affairs.test(tables[index] ?? ''),
      );
      expect(strange).toEqual([]);
    } finally {
      await states[name]?.give();
    }
  });
});

test('whoever acts gets past the rules of every operation, so that a walk finds what it looks for', async () => {
  const viewers = [office, officeSystem, union, person];
  const walks = await Promise.all(viewers.map(walkFor));
  const refused: string[] = [];
  for (const [index, { name }] of (walks[0] ?? []).entries()) {
    const codes = [];
    for (const [place, viewer] of viewers.entries()) {
      const operation = walks[place]?.[index];
      if (operation) codes.push(refusalOf(await askAs(operation, viewer)));
    }
    if (codes.every((code) => code === 'FORBIDDEN' || code === 'UNAUTHENTICATED')) refused.push(name);
  }
  expect(refused).toEqual([]);
});

class TakenBack extends Error {}

/** Of each table, how many rows a viewer sees, changes and deletes as the process's role, up to a few; all is taken back. */
async function rowsFor(viewer: Viewer | null): Promise<string[]> {
  const counted: string[] = [];
  for (const table of tables) {
    const columns = await columnsOf(table);
    const few = `where ctid = any (array(select ctid from ${table} limit 20)) returning 1 as one`;
    const numbers = [];
    for (const statement of [
      `select 1 as one from ${table} limit 20`,
      `update ${table} set (${columns}) = row (${columns}) ${few}`,
      `delete from ${table} ${few}`,
    ]) {
      const number = await touched(viewer, statement);
      // The log grows meanwhile, so that it is told only whether there is any of it.
      numbers.push(logTables.test(table) && typeof number === 'number' ? Math.min(number, 1) : number);
    }
    counted.push(`${table}: ${numbers.join(', ')}`);
  }
  return counted;
}

async function columnsOf(table: string): Promise<string> {
  const { rows } = await member.owner.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return rows[0]?.columns ?? '';
}

/** The SQLSTATE where the database refuses. */
async function touched(viewer: Viewer | null, statement: string): Promise<number | string> {
  const em = orm.em.fork();
  em.setSessionContext({
    variables: {
      'app.organization': viewer?.organizationId ?? '',
      'app.volunteer': viewer?.volunteerId ?? '',
      'app.issuer': viewer?.issuer ?? '',
      'app.subject': viewer?.sub ?? '',
      'app.client': viewer?.client ?? '',
      'app.roles': viewer?.roles.join(' ') ?? '',
      'app.purpose': purpose,
    },
  });
  let rows = 0;
  try {
    await em.transactional(async (inner) => {
      rows = (await inner.execute<object[]>(statement)).length;
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) return String((error as { code?: unknown }).code);
  }
  return rows;
}
