import { openDatabase } from '@birlik/kernel/database';
import { newId } from '@birlik/kernel/identifier';
import { createDemoData } from '@birlik/demo-data';
import { Migration20261122_foundation } from '../../migrations/20261122-foundation.migration.js';
import { environment, readExportConfig } from '../config.js';
import { database } from '../database.js';
import { grantCategories } from './grant-category.rule.js';

/**
 * What a decision costs beside the first one that there was, which had neither locks nor reasons, fields nor a chain.
 * Run with `node dist/src/grant/decision.bench.js` and the variables of `log:export`, on a loaded demo data.
 * Nothing that it writes stays.
 */
const ROUNDS = 60;

const demo = createDemoData();
const organization = demo.organization('uvoa').id;
const { DATABASE_OWNER_URL } = readExportConfig(environment);

/** The definition that the first migration made, under another name. */
function firstDefinition(): string {
  const migration = new Migration20261122_foundation(undefined as never, undefined as never);
  migration.up();
  const definition = migration.getQueries().find((query) => String(query).startsWith('create function decide_grants('));
  return String(definition).replace('decide_grants', 'decide_grants_at_first');
}

const first = `select * from decide_grants_at_first(?::uuid[], ?::text[], ?::uuid[], 'bench', null, ?, 'recruitment', 'Bench', 'bench')`;
const now = `select * from decide_grants(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?, '{"contact":["name"]}', 'bench', null, null, ?,
  'recruitment', 'Bench', 'bench')`;

const list = (elements: readonly (string | null)[]): string => `{${elements.map((one) => one ?? 'null').join(',')}}`;
const median = (times: number[]): number => times.toSorted((left, right) => left - right)[times.length >> 1] ?? 0;

const orm = await openDatabase(database, { url: DATABASE_OWNER_URL, poolSize: 1, log: null });
try {
  for (const people of [1, 50]) {
    const persons = Array.from({ length: people }, (_, index) => demo.person(index).id);
    const questions = persons.flatMap((person) =>
      Object.values(grantCategories).map((category) => ({ person, category })),
    );
    const ids = list(questions.map(({ person }) => person));
    const categories = list(questions.map(({ category }) => category));
    const none = list(questions.map(() => null));
    const times: { first: number[]; now: number[] } = { first: [], now: [] };
    const em = orm.em.fork();
    await em.begin();
    await em.execute(
      `insert into issuer (issuer, claims, any_organization) values ('bench', '{organization,roles}', true) on conflict do nothing`,
    );
    await em.execute(`select set_config('app.issuer', 'bench', true), set_config('app.roles', 'officer', true)`);
    await em.execute(firstDefinition());
    await em.execute('alter table access_log drop constraint access_log_outcome');
    const timed = async (into: number[], sql: string, parameters: unknown[]) => {
      const started = performance.now();
      await em.execute(sql, parameters);
      into.push(performance.now() - started);
    };
    for (let round = 0; round < ROUNDS; round++) {
      await em.execute('alter table access_log disable trigger access_log_await_entry');
      await timed(times.first, first, [ids, categories, list(questions.map(() => newId())), organization]);
      await em.execute('alter table access_log enable trigger access_log_await_entry');
      await timed(times.now, now, [ids, categories, none, none, newId(), organization]);
    }
    await em.rollback();
    const [before, after] = [median(times.first), median(times.now)];
    process.stdout.write(
      `${questions.length} questions about ${people}: ${after.toFixed(2)} ms, ${(after / before).toFixed(2)} times as long as at first\n`,
    );
  }
} finally {
  await orm.close();
}
