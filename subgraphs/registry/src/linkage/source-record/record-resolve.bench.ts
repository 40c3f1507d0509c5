import { readFile } from 'node:fs/promises';
import { readOwnerConfig } from '@birlik/kernel/config';
import { migrate, openDatabase } from '@birlik/kernel/database';
import { newId } from '@birlik/kernel/identifier';
import { loadOnce, type Cell } from '@birlik/kernel/seed';
import { registerRecords, type RegisterRecord } from '@birlik/demo-data/register-records';
import { database } from '../../database.js';
import { acceptRecords, type IncomingRecord, storedRow } from './accept-records.service.js';
import { personModel } from '@birlik/linkage/person-model';
import { resolveSubmissions } from '../person-link/resolve-submissions.service.js';

/**
 * How long one record takes among many people: DATABASE_OWNER_URL names an empty database and DATABASE_URL the same as
 * the process's role; the argument says how many people, a million if unset. A database that was loaded before is only
 * measured.
 */
const people = Number(process.argv[2] ?? 1_000_000);
const samples = 1_000;
const issuer = 'https://bench.test';
const { DATABASE_OWNER_URL: ownerUrl } = readOwnerConfig(process.env);
const appUrl = process.env['DATABASE_URL'] ?? '';

function incoming(record: RegisterRecord): IncomingRecord {
  return {
    localKey: record.id,
    givenName: record.given,
    familyName: record.family,
    patronymic: record.patronymic || null,
    // Some of the invented misprints are no days; the graph takes none of these.
    birthDate: Number.isNaN(Date.parse(record.born)) ? null : record.born,
    phone: record.phone || null,
    email: null,
    nationalNumberHashes: [],
  };
}

/** The first record of each person: these are there already. */
function* records(ids: string[], organizationId: string): Generator<readonly Cell[]> {
  for (const record of registerRecords(people, 'resolve')) {
    if (!record.id.endsWith('-0')) continue;
    const row = storedRow(incoming(record));
    const id = newId();
    ids.push(id);
    yield [id, organizationId, row.localKey, 1, `\\x${row.digest}`];
  }
}

/** The same records as linkage compares them. */
function* comparableRecords(ids: readonly string[]): Generator<readonly Cell[]> {
  let place = 0;
  for (const record of registerRecords(people, 'resolve')) {
    if (!record.id.endsWith('-0')) continue;
    const row = storedRow(incoming(record));
    yield [ids[place++] ?? '', row.values, row.blockingKeys, row.nationalNumberHashes];
  }
}

/** The second record of people here and there, which comes in now. */
function asked(): readonly IncomingRecord[] {
  const run = Date.now();
  const step = Math.min(10, Math.max(1, Math.floor(people / samples / 2)));
  const found: IncomingRecord[] = [];
  for (const record of registerRecords(people, 'resolve')) {
    if (!record.id.endsWith('-1') || Number(record.person) % step !== 0) continue;
    found.push({ ...incoming(record), localKey: `${record.id}-${run}` });
    if (found.length === samples) break;
  }
  return found;
}

function* links(ids: readonly string[]): Generator<readonly Cell[]> {
  for (const id of ids) yield [newId(), id, id, 'auto', 'first', personModel.version];
}

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => `${(sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1)} ms`;
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, longest ${at(1)}`;
}

/** What a backend has spent on a processor so far, in milliseconds; Linux only, 0 elsewhere. */
async function backendTime(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/schedstat`, 'utf8').catch(() => '0');
  return Number(text.split(' ')[0]) / 1e6;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

await migrate(database, ownerUrl);
const isFresh = await loadOnce({
  ownerUrl,
  scale: 1,
  onProgress: () => undefined,
  load: async ({ copy }) => {
    const before = await openDatabase(database, { url: ownerUrl, poolSize: 1, log: null });
    await before.em.fork().execute('drop index comparable_record_keys');
    await before.close();
    const organizationId = newId();
    const organization = (id: string, kind: string) => [id, kind, { az: kind }, 'AZ', new Date(0)];
    await copy('country', ['code', 'name'], [['AZ', { az: 'Azərbaycan' }]]);
    await copy(
      'organization',
      ['id', 'kind', 'name', 'country_code', 'accredited_at'],
      [organization(organizationId, 'union'), organization(newId(), 'registry')],
    );
    const ids: string[] = [];
    const columns = ['id', 'organization_id', 'local_key', 'version', 'digest'];
    await copy('register_record', columns, records(ids, organizationId));
    const comparable = ['id', 'texts', 'keys', 'national_number_hashes'];
    await copy('comparable_record', comparable, comparableRecords(ids));
    await copy('person_link', ['id', 'record_id', 'person_id', 'status', 'method', 'model_version'], links(ids));
  },
});
// A connection that was idle while the rows were loaded is closed by now.
const owner = await openDatabase(database, { url: ownerUrl, poolSize: 1, log: null });
const admin = owner.em.fork();
await admin.execute(`set statement_timeout = 0`);
await admin.execute(`set maintenance_work_mem = '1GB'`);
// Whoever submits acts for the organisation, as their identity provider says.
await admin.execute('update organization set officers_listed = false');
await admin.execute(
  `insert into issuer (issuer, claims, any_organization) values (?, '{organization,roles}', true) on conflict do nothing`,
  [issuer],
);
if (isFresh) {
  await admin.execute(
    'create index comparable_record_keys on comparable_record using gin (keys) with (fastupdate = off)',
  );
}
await admin.execute('vacuum analyze');
const [size] = await admin.execute<{ records: string; table: string; keys: string }[]>(
  `select (select count(*) from register_record) as records, pg_size_pretty(pg_table_size('comparable_record')) as table,
          pg_size_pretty(pg_relation_size('comparable_record_keys')) as keys`,
);
say(`${size?.records} records, table ${size?.table}, index of keys ${size?.keys}`);

const app = await openDatabase(database, { url: appUrl, poolSize: 1, log: null });
const [union] = await app.em
  .fork()
  .execute<{ id: string; pid: number }[]>(`select id, pg_backend_pid() as pid from organization where kind = 'union'`);
const { id: organizationId, pid } = union ?? { id: '', pid: 0 };
const submitted = asked();
const times: number[] = [];
const processor: number[] = [];
const emptyTimes: number[] = [];
for (const record of submitted) {
  const em = app.em.fork();
  em.setSessionContext({
    variables: {
      'app.organization': organizationId,
      'app.issuer': issuer,
      'app.subject': 'bench',
      'app.roles': 'officer',
    },
  });
  const sent = performance.now();
  await em.execute('select 1');
  emptyTimes.push(performance.now() - sent);
  const backend = await backendTime(pid);
  const before = process.cpuUsage();
  const start = performance.now();
  await acceptRecords(em, {
    organizationId,
    submittedBy: 'bench',
    purpose: 'placement',
    operationId: newId(),
    request: 'bench',
    mostOfDay: 2_147_483_647,
    records: [record],
  });
  await resolveSubmissions(app.em);
  times.push(performance.now() - start);
  const { user, system } = process.cpuUsage(before);
  processor.push((user + system) / 1000 + (await backendTime(pid)) - backend);
}
say(`${times.length} records submitted and resolved one by one, in two transactions each: ${spread(times)}`);
say(`of that on a processor, here and in PostgreSQL: ${spread(processor)}`);
say(`beside it, an empty transaction of four statements: ${spread(emptyTimes)}`);
const outcomes = await admin.execute<{ method: string; records: string }[]>(
  `select method, count(*) as records from person_link join register_record record on record.id = record_id
    where record.local_key = any(?::text[]) and valid_to is null group by method order by method`,
  [`{${submitted.map(({ localKey }) => localKey).join(',')}}`],
);
say(outcomes.map(({ method, records }) => `${method}: ${records}`).join(', '));

// The body of the function, with the parameters of the record that took PostgreSQL and this process longest.
const longest = submitted[processor.indexOf(Math.max(...processor))]?.localKey ?? '';
const plan = await admin.transactional(async (em) => {
  await em.execute(`select set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)`);
  const [source] = await em.execute<{ prosrc: string }[]>(
    `select prosrc from pg_proc where proname = 'linkage_candidates'`,
  );
  const [row] = await em.execute<{ id: string }[]>(`select id from register_record where local_key = ?`, [longest]);
  const body = (source?.prosrc ?? '')
    .replace('$1', `array['${row?.id}']::uuid[]`)
    .replace('$2', '200')
    .replace('$3', '400');
  return em.execute<Record<string, string>[]>(`explain (analyze, buffers) ${body}`);
});
for (const line of plan) say(Object.values(line).join(''));
await app.close();
await owner.close();
