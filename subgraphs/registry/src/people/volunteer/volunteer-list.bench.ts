import { readFile } from 'node:fs/promises';
import { readOwnerConfig } from '@birlik/kernel/config';
import { migrate } from '@birlik/kernel/database';
import pg from 'pg';
import { consentedMember, largeMember, loadPeople, plainMember } from '../../../testing/many-people.js';
import { database } from '../../database.js';

/**
 * What a page of 50 people costs in a large registry beside a small one, on PostgreSQL's processor: DATABASE_OWNER_URL names
 * an empty database; the arguments say how many people there are, each more than the one before, 4,000 and 80,000 if unset.
 * Linux only.
 */
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [4_000, 80_000];
const rounds = 2_000;
const middle = '80000000-0000-0000-0000-000000000000';
const { DATABASE_OWNER_URL: ownerUrl } = readOwnerConfig(process.env);

/** What the client's backend has spent on a processor so far, in milliseconds. */
async function backendTime(pid: number): Promise<number> {
  return Number((await readFile(`/proc/${pid}/schedstat`, 'utf8')).split(' ')[0]) / 1e6;
}

/** Empties the registry and measures, in milliseconds a page, for each kind of organisation. */
async function measure(client: pg.Client, people: number): Promise<number[]> {
  for (const table of ['affiliation', 'consent', 'volunteer', 'organization', 'purpose', 'country']) {
    await client.query(`delete from ${table}`);
  }
  await loadPeople(client, people);
  await client.query(
    `insert into issuer (issuer, claims, any_organization) values ('bench', '{organization,roles}', true) on conflict do nothing`,
  );
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const pid = rows[0]?.pid ?? 0;
  const times: number[] = [];
  for (const organization of [largeMember, consentedMember, plainMember]) {
    const session = {
      organization,
      issuer: 'bench',
      subject: 'bench',
      client: 'bench',
      roles: 'officer',
      purpose: 'recruitment',
    };
    for (const [name, value] of Object.entries(session)) {
      await client.query('select set_config($1, $2, false)', [`app.${name}`, value]);
    }
    const page = () => client.query('select id, position from list_reach($1, null, false, 51)', [middle]);
    await page();
    const before = await backendTime(pid);
    for (let round = 0; round < rounds; round += 1) await page();
    times.push(((await backendTime(pid)) - before) / rounds);
  }
  return times;
}

/** The body of the function for one page, with what its own settings forbid. */
async function explain(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ body: string; settings: string[] }>(
    `select prosrc as body, proconfig as settings from pg_proc where proname = 'list_reach'`,
  );
  for (const setting of rows[0]?.settings ?? []) {
    if (setting.startsWith('enable_')) await client.query(`set ${setting.replace('=', ' = ')}`);
  }
  const values: Record<string, string> = { $1: `'${middle}'::uuid`, $2: 'null::uuid', $3: 'false', $4: '51' };
  const body = (rows[0]?.body ?? '').replaceAll(/\$[1-4]/g, (parameter) => values[parameter] ?? parameter);
  const plan = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${body}`);
  return plan.rows.map((row) => row['QUERY PLAN']).join('\n');
}

await migrate(database, ownerUrl);
const client = new pg.Client({ connectionString: ownerUrl });
await client.connect();
try {
  let first: number[] | null = null;
  for (const people of sizes) {
    const times = await measure(client, people);
    first ??= times;
    const ratios = times.map((time, at) => (time / (first?.[at] ?? time)).toFixed(2));
    process.stdout.write(
      `${people} people: ${times.map((time) => time.toFixed(3)).join(', ')} ms a page, ${ratios.join(', ')} times as much as among ${sizes[0]}\n`,
    );
  }
  process.stdout.write(`${await explain(client)}\n`);
} finally {
  await client.end();
}
