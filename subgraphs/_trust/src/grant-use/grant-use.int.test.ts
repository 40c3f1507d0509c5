import { randomBytes, randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@birlik/infra/test-postgres';
import { DomainClock } from '@birlik/kernel/clock';
import { migrate, openDatabase } from '@birlik/kernel/database';
import { runStatement } from '@birlik/kernel/statement';
import { defineEntity, p } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { RequestContext } from '../context/context.js';
import { defineDatabase } from '../database/database.js';
import type { Grant } from '../grant/grant.js';
import { defineGrantLoader } from '../grant-loader/grant-loader.js';
import { personTable, tenantTable } from '../row-level-security/row-level-security.js';
import { compareUses } from './compare-uses.js';
import { forgetUses, readUses } from './grant-use.js';

class LibraryMigration extends Migration {
  override up(): void {
    this.addSql('create table loan (id uuid primary key, organization_id uuid not null, volunteer_id uuid not null)');
    for (const statement of [
      ...tenantTable({ name: 'loan', readers: 'person' }),
      ...personTable({ name: 'loan', shown: 'false' }),
    ]) {
      this.addSql(statement);
    }
  }
}

const LoanSchema = defineEntity({
  name: 'LoanEntity',
  tableName: 'loan',
  properties: { id: p.uuid().primary(), organizationId: p.uuid(), volunteerId: p.uuid() },
});
class LoanEntity extends LoanSchema.class {}
LoanSchema.setClass(LoanEntity);

const definition = defineDatabase({ entities: [LoanEntity], migrations: [LibraryMigration] });
const loansByGrant = defineGrantLoader(LoanEntity, { orderBy: [{ id: 'asc' }], most: 10 });
const newestLoanByGrant = defineGrantLoader(LoanEntity, { orderBy: [{ id: 'desc' }], most: 1 });
const people = Array.from({ length: 50 }, () => randomUUID());
let database: TestDatabase;
let orm: MikroORM;
let owner: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(definition, database.ownerUrl);
  orm = await openDatabase(definition, { url: database.appUrl, poolSize: 2, log: null });
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
  owner.on('error', () => {});
  for (const person of people)
    await owner.query('insert into loan (id, organization_id, volunteer_id) values ($1, $2, $3)', [
      randomUUID(),
      randomUUID(),
      person,
    ]);
});
afterAll(async () => {
  await orm.close();
  await owner.end();
  await database.drop();
});
beforeEach(() => owner.query('truncate grant_use'));

const request = (grantKey: Uint8Array | null = randomBytes(32)) =>
  new RequestContext({
    assertion: {
      iss: 'birlik-gateway',
      jti: randomUUID(),
      bdg: '',
      viewer: null,
      purpose: null,
      operation: null,
      operationId: randomUUID(),
      reads: { here: [], elsewhere: {} },
      request: `request ${randomUUID()}`,
    },
    acceptLanguage: 'en',
    orm,
    member: {
      name: 'library',
      grantKey,
      releaseThreshold: 10,
      timeZone: 'UTC',
      freshSignInSeconds: 300,
      clock: new DomainClock(),
      secrets: new Map(),
    },
  });

const grantFor = (person: string): Grant => ({
  sub: person,
  viewer: 'officer',
  basis: 'consent',
  tenants: '*',
  log: randomUUID(),
});

const noted = async () => readUses(orm.em.fork());

test('a grant is noted once, with its request, in the transaction in which it opens rows, at no statement more', async () => {
  const costs = [];
  for (const count of [1, 50]) {
    await owner.query('truncate grant_use');
    const context = request();
    const grants = people.slice(0, count).map(grantFor);
    const loaded = await Promise.all(
      grants.flatMap((grant) => [loansByGrant.load(context, grant), newestLoanByGrant.load(context, grant)]),
    );
    expect(loaded.every((rows) => rows.length === 1)).toBe(true);
    costs.push(context.cost.statements);
    expect((await noted()).map(({ log }) => log).toSorted()).toEqual(grants.map(({ log }) => log).toSorted());
    expect(new Set((await noted()).map((use) => use.request))).toEqual(new Set([context.requestId]));
    const written = await owner.query('select distinct xmin from grant_use');
    expect(written.rows).toHaveLength(1);
  }
  // Who asks and what is opened, and the two reads.
  expect(costs).toEqual([3, 3]);
});

test('a grant that is used again in the request is noted no second time', async () => {
  const context = request();
  const grant = grantFor(people[0] ?? '');
  await loansByGrant.load(context, grant);
  const first = await noted();
  await newestLoanByGrant.load(context, grant);
  expect(await noted()).toEqual(first);
});

test('two decisions on the same rows are two uses', async () => {
  const context = request();
  const [one, other] = [grantFor(people[0] ?? ''), grantFor(people[0] ?? '')];
  await Promise.all([one, other].map((grant) => loansByGrant.load(context, grant)));
  expect((await noted()).map(({ log }) => log).toSorted()).toEqual([one.log, other.log].toSorted());
});

test('what is noted can be compared with an export of the log, which misses it where it is not there', async () => {
  const context = request();
  const grant = grantFor(people[0] ?? '');
  await loansByGrant.load(context, grant);
  const claims = Buffer.from(JSON.stringify({ iat: Date.parse('2100-01-01') / 1000 })).toString('base64url');
  const lines = [
    { format: 'birlik-access-log', version: 2, reader: null, member: 'library' },
    { head: `x.${claims}.x` },
  ];
  const found = await compareUses(
    lines.map((line) => JSON.stringify(line)),
    await noted(),
  );
  expect(found.unlogged).toEqual([{ log: grant.log, request: context.requestId, usedAt: found.span?.since }]);
  expect(found.span?.since).toBeInstanceOf(Date);
});

test('what cannot be noted is not read', async () => {
  await owner.query('alter table grant_use add constraint refused check (request is null) not valid');
  try {
    await expect(loansByGrant.load(request(), grantFor(people[0] ?? ''))).rejects.toThrow(
      'violates check constraint "refused"',
    );
  } finally {
    await owner.query('alter table grant_use drop constraint refused');
  }
  expect(await loansByGrant.load(request(), grantFor(people[0] ?? ''))).toHaveLength(1);
});

test('in a session whose grants were not noted they open nothing', async () => {
  const context = request();
  const rows = await context.granted([grantFor(people[0] ?? '')]).transactional(async (em) => em.find(LoanEntity, {}));
  expect(rows).toEqual([]);
  expect(await noted()).toEqual([]);
});

test('a person’s export is noted as a use, and opens no row that an export does not show', async () => {
  const context = request();
  const grant = grantFor(people[0] ?? '');
  expect(await runStatement(context.about(grant), 'select id from loan')).toEqual([]);
  expect(await noted()).toMatchObject([{ log: grant.log, request: context.requestId }]);
});

test('who issues grants notes none, since the log is there', async () => {
  expect(await loansByGrant.load(request(null), grantFor(people[0] ?? ''))).toHaveLength(1);
  expect(await noted()).toEqual([]);
});

test('the process changes no note, and deletes those alone that are old enough, whatever it is told', async () => {
  const ages = [0, 20, 40, 500];
  for (const days of ages) {
    await owner.query(
      `insert into grant_use (log_id, request, used_at) values (uuidv7(), $1, now() - $2 * interval '1 day')`,
      [`${days}`, days],
    );
  }
  const em = orm.em.fork();
  await em.execute(`update grant_use set request = 'x'`);
  const left = async () => (await noted()).map((use) => Number(use.request));
  expect(await left()).toEqual(ages.toReversed());
  await forgetUses(400).run(em);
  expect(await left()).toEqual([40, 20, 0]);
  await forgetUses(1).run(em);
  expect(await left()).toEqual([20, 0]);
});
