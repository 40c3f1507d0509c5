import { readOwnerConfig } from '@birlik/kernel/config';
import { migrate, openDatabase } from '@birlik/kernel/database';
import { newId } from '@birlik/kernel/identifier';
import { loadOnce, type Cell } from '@birlik/kernel/seed';
import { registerRecords, type RegisterRecord } from '@birlik/world/register-records';
import { database } from '../database.js';
import { acceptRecords, type IncomingRecord, storedRow } from '../source-record/accept-records.service.js';
import { personModel } from './person-model.rule.js';

/**
 * How long one record takes among many people: DATABASE_OWNER_URL names an empty database and DATABASE_URL the same as
 * the process's role; the argument says how many people, a million if unset.
 */
const people = Number(process.argv[2] ?? 1_000_000);
const samples = 1_000;
const organizationId = newId();
const office = newId();
const { DATABASE_OWNER_URL: ownerUrl } = readOwnerConfig(process.env);
const appUrl = process.env['DATABASE_URL'] ?? '';

function incoming(record: RegisterRecord): IncomingRecord {
  return {
    localId: record.id,
    givenName: record.given,
    familyName: record.family,
    patronymic: record.patronymic || null,
    // Some of the invented misprints are no days; the graph takes none of these.
    birthDate: Number.isNaN(Date.parse(record.born)) ? null : record.born,
    phone: record.phone || null,
    email: null,
    nationalId: null,
  };
}

/** The first record of each person is there already; of some, another record comes in. */
const asked: IncomingRecord[] = [];
const ids: string[] = [];

function* records(): Generator<readonly Cell[]> {
  const step = Math.max(1, Math.floor(people / samples));
  for (const record of registerRecords(people, 'resolve')) {
    const isFirst = record.id.endsWith('-0');
    if (!isFirst && Number(record.person) % step < 2 && asked.length < samples) asked.push(incoming(record));
    if (!isFirst) continue;
    const row = storedRow(incoming(record));
    ids.push(row.id);
    yield [row.id, organizationId, row.localId, 1, `\\x${row.digest}`, row.texts, row.keys, row.nationalIds];
  }
}

function* links(): Generator<readonly Cell[]> {
  for (const id of ids) yield [newId(), id, id, 'auto', 'first', personModel.version];
}

function quantile(sorted: readonly number[], share: number): string {
  return `${(sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)} ms`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

await migrate(database, ownerUrl);
const owner = await openDatabase(database, { url: ownerUrl, poolSize: 1, log: null });
const admin = owner.em.fork();
await admin.execute('drop index register_record_keys');
const began = performance.now();
await loadOnce({
  ownerUrl,
  scale: 1,
  onProgress: () => undefined,
  load: async ({ copy }) => {
    await copy('country', ['code', 'name'], [['AZ', { az: 'Azərbaycan' }]]);
    const organization = (id: string, kind: string) => [id, kind, { az: kind }, 'AZ', new Date(0)];
    await copy(
      'organization',
      ['id', 'kind', 'name', 'country_code', 'accredited_at'],
      [organization(organizationId, 'union'), organization(office, 'registry')],
    );
    const columns = ['id', 'organization_id', 'local_id', 'version', 'digest', 'texts', 'keys', 'national_ids'];
    await copy('register_record', columns, records());
    await copy('person_link', ['id', 'record_id', 'person_id', 'status', 'method', 'model_version'], links());
  },
});
const loaded = performance.now();
await admin.execute(`set statement_timeout = 0`);
await admin.execute(`set maintenance_work_mem = '1GB'`);
await admin.execute('create index register_record_keys on register_record using gin (keys) with (fastupdate = off)');
await admin.execute('analyze');
const [size] = await admin.execute<{ table: string; keys: string }[]>(
  `select pg_size_pretty(pg_table_size('register_record')) as table,
          pg_size_pretty(pg_relation_size('register_record_keys')) as keys`,
);
say(
  `${ids.length} people loaded in ${((loaded - began) / 1000).toFixed(0)} s; table ${size?.table}, index of keys ${size?.keys}`,
);

const app = await openDatabase(database, { url: appUrl, poolSize: 2, log: null });
const times: number[] = [];
const trips: number[] = [];
for (const record of asked) {
  const em = app.em.fork();
  em.setSessionContext({ variables: { 'app.organization': organizationId } });
  const sent = performance.now();
  await em.execute('select 1');
  trips.push(performance.now() - sent);
  const start = performance.now();
  await acceptRecords(em, { organizationId, submittedBy: 'bench', records: [record] });
  times.push(performance.now() - start);
}
const sorted = times.toSorted((a, b) => a - b);
say(
  `${times.length} records resolved one by one, in one transaction each: ` +
    `p50 ${quantile(sorted, 0.5)}, p95 ${quantile(sorted, 0.95)}, p99 ${quantile(sorted, 0.99)}, longest ${quantile(sorted, 1 - 1 / sorted.length)}`,
);
const emptyTrips = trips.toSorted((a, b) => a - b);
say(
  `beside it, an empty transaction of four statements: p50 ${quantile(emptyTrips, 0.5)}, p95 ${quantile(emptyTrips, 0.95)}`,
);
const outcomes = await admin.execute<{ method: string; records: string }[]>(
  `select method, count(*) as records from person_link join register_record record on record.id = record_id
    where record.local_id !~ '-0$' group by method order by method`,
);
say(outcomes.map(({ method, records }) => `${method}: ${records}`).join(', '));

// The body of the function, with the parameters of the record that took longest.
const longest = asked[times.indexOf(sorted.at(-1) ?? 0)]?.localId ?? '';
const plan = await admin.transactional(async (em) => {
  await em.execute(`select set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)`);
  const [source] = await em.execute<{ prosrc: string }[]>(
    `select prosrc from pg_proc where proname = 'linkage_candidates'`,
  );
  const [row] = await em.execute<{ id: string }[]>(`select id from register_record where local_id = ?`, [longest]);
  const body = (source?.prosrc ?? '')
    .replace('$1', `array['${row?.id}']::uuid[]`)
    .replace('$2', '200')
    .replace('$3', '400');
  return em.execute<Record<string, string>[]>(`explain (analyze, buffers) ${body}`);
});
for (const line of plan) say(Object.values(line).join(''));
await app.close();
await owner.close();
