import { openDatabase } from '@birlik/kernel/database';
import { newId } from '@birlik/kernel/identifier';
import { startMember, type TestMember } from '@birlik/test/testkit/member';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { database } from '../../database.js';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const office = demo.organization('registry-office').id;
const own = demo.organization('uvoa').id;
const other = demo.organization('asan').id;
let member: TestMember;
let orm: Awaited<ReturnType<typeof openDatabase>>;

/** What a viewer is in the session, as the process tells the database. */
interface Session {
  readonly organization?: string;
  readonly volunteer?: string;
}

class TakenBack extends Error {}

/**
 * Runs a statement as the process's role for a viewer, past every service, and takes it back.
 *
 * @returns how many rows it touched, or `refused` when row-level security said no
 */
async function run({ organization = '', volunteer = '' }: Session, sql: string, values: readonly unknown[] = []) {
  const em = orm.em.fork();
  em.setSessionContext({
    variables: {
      'app.organization': organization,
      'app.volunteer': volunteer,
      'app.issuer': 'https://identity.test',
      'app.subject': 'somebody',
      'app.client': 'portal',
      'app.roles': 'officer',
    },
  });
  let touched = 0;
  try {
    await em.transactional(async (inner) => {
      touched = (await inner.execute<object[]>(sql, [...values])).length;
      throw new TakenBack();
    });
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return 'refused';
    if (!(error instanceof TakenBack)) throw error;
  }
  return touched;
}

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
  orm = await openDatabase(database, { url: member.config.DATABASE_URL, poolSize: 1, log: null });
});
afterAll(async () => {
  await orm.close();
  await member.close();
});

test('an organisation changes nobody’s membership status, its own neither, and the office does', async () => {
  const suspend = 'update organization set suspended_at = now() where id = ? returning id';
  expect(await run({ organization: own }, suspend, [own])).toBe(0);
  expect(await run({ organization: own }, suspend, [other])).toBe(0);
  expect(await run({}, suspend, [other])).toBe(0);
  expect(await run({ organization: office }, suspend, [other])).toBe(1);
  const register = `insert into organization (id, kind, name, country_code)
    values (?, 'foundation', '{"az": "x"}', 'AZ') returning id`;
  expect(await run({ organization: own }, register, [newId()])).toBe('refused');
  expect(await run({ organization: office }, register, [newId()])).toBe(1);
});

test.each([
  ['officer', `(id, organization_id, subject, roles, appointed_at) values (?, ?, 'x', '{admin}', now())`],
  ['system_client', `(id, organization_id, client, registered_at) values (?, ?, 'x', now())`],
  ['organization_contact', `(email, organization_id) values (?, ?)`],
  [
    'organization_key',
    `(kid, organization_id, public_key, valid_from)
     select kid, organization_id, jsonb_build_object('kid', kid), now() from (values (?, ?::uuid)) as a (kid, organization_id)`,
  ],
  [
    'organization_event',
    `(id, organization_id, kind, actor, actor_organization_id) select *, organization_id from (values (?::uuid, ?::uuid, 'suspended', 'x')) as a (id, organization_id)`,
  ],
])('rows of %s are an organisation’s own or the office’s to write', async (table, row) => {
  const insert = `insert into ${table} ${row} returning organization_id`;
  expect(await run({ organization: own }, insert, [newId(), other])).toBe('refused');
  expect(await run({ volunteer: demo.person(0).id }, insert, [newId(), other])).toBe('refused');
  expect(await run({ organization: own }, insert, [newId(), own])).toBe(1);
  expect(await run({ organization: office }, insert, [newId(), other])).toBe(1);
});

test('officers, systems and history of others are not there to read', async () => {
  await member.owner.query(
    `insert into officer (id, organization_id, subject, roles, appointed_at) values ($1, $2, 'colleague', '{officer}', now())`,
    [newId(), other],
  );
  const read = 'select id from officer where organization_id = ?';
  expect(await run({ organization: own }, read, [other])).toBe(0);
  expect(await run({}, read, [other])).toBe(0);
  expect(await run({ organization: other }, read, [other])).toBe(1);
  expect(await run({ organization: office }, read, [other])).toBe(1);
});

test('a minor’s own consent, and one in the name of somebody else, are refused', async () => {
  const [minor, adult] = [demo.person(500).id, demo.person(501).id];
  await member.owner.query(`update volunteer set birth_date = current_date where id = $1`, [minor]);
  const give = `insert into consent (id, volunteer_id, purpose, category, given_at) values (?, ?, 'recruitment', 'study', now()) returning id`;
  expect(await run({ volunteer: minor }, give, [newId(), minor])).toBe('refused');
  expect(await run({ volunteer: adult }, give, [newId(), minor])).toBe('refused');
  expect(await run({ organization: office }, give, [newId(), adult])).toBe('refused');
  expect(await run({ volunteer: adult }, give, [newId(), adult])).toBe(1);
});

test('nobody but the office makes a guardian', async () => {
  const record = `insert into guardianship (id, guardian_id, ward_id, evidence, recorded_at, recorded_by)
    values (?, ?, ?, 'x', now(), 'x') returning id`;
  const [guardian, ward] = [demo.person(502).id, demo.person(503).id];
  expect(await run({ volunteer: guardian }, record, [newId(), guardian, ward])).toBe('refused');
  expect(await run({ organization: own }, record, [newId(), guardian, ward])).toBe('refused');
  expect(await run({ organization: office }, record, [newId(), guardian, ward])).toBe(1);
});

test('without a viewer nobody holds an appointment, where officers are listed neither', async () => {
  const listing = demo.organization('idea').id;
  await member.owner.query('update organization set officers_listed = true where id = $1', [listing]);
  await member.owner.query(
    `insert into officer (id, organization_id, subject, roles, appointed_at) values ($1, $2, 'listed', '{officer}', now())`,
    [newId(), listing],
  );
  const { rows } = await member.owner.query<{ listed: boolean; nobody: boolean }>(
    `select holds_appointment($1, 'listed', null) as listed, holds_appointment($2, null, null) as nobody`,
    [listing, own],
  );
  expect(rows).toEqual([{ listed: false, nobody: false }]);
});
