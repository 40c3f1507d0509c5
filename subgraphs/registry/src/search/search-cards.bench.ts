import { readFile } from 'node:fs/promises';
import { readOwnerConfig } from '@birlik/kernel/config';
import { migrate } from '@birlik/kernel/database';
import pg from 'pg';
import { loadCards, searchingMember } from '../../testing/many-cards.js';
import { database } from '../database.js';

/**
 * What a page of 50 cards costs on PostgreSQL's processor, and the numbers of all: DATABASE_OWNER_URL names an empty database; the
 * argument says how many cards there are, 100,000 if unset. Linux only.
 */
const cards = Number(process.argv[2] ?? 100_000);
const rounds = 10;
const { DATABASE_OWNER_URL: ownerUrl } = readOwnerConfig(process.env);

const filters: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'no filter': {},
  'a frequent term': { language: ['language|tr'] },
  'a term of a third': { language: ['language|az'] },
  'two bands': { 'age-band': ['age-band|18-24', 'age-band|25-34'] },
  'a term of one in a thousand': { skill: ['skill|rare 7'] },
  'four facets': {
    'age-band': ['age-band|18-24', 'age-band|25-34'],
    language: ['language|az', 'language|en'],
    'hours-band': ['hours-band|50-99', 'hours-band|100-249'],
    place: ['place|town 7', 'place|town 8', 'place|town 9'],
  },
  'four terms that nobody has together': {
    place: ['place|town 7'],
    'field-of-study': ['field-of-study|field 3'],
    skill: ['skill|skill 5'],
    availability: ['availability|evenings'],
  },
};

/** What the client's backend spends on a processor for each of some rounds, in milliseconds, the least first. */
async function milliseconds(pid: number, work: () => Promise<unknown>): Promise<number[]> {
  const spent = async () => Number((await readFile(`/proc/${pid}/schedstat`, 'utf8')).split(' ')[0]) / 1e6;
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = await spent();
    await work();
    times.push((await spent()) - before);
  }
  return times.toSorted((one, other) => one - other);
}

const describeTimes = (times: readonly number[]) =>
  `median ${(times[Math.floor(times.length / 2)] ?? 0).toFixed(1)} ms, at most ${(times.at(-1) ?? 0).toFixed(1)} ms`;

await migrate(database, ownerUrl);
const client = new pg.Client({ connectionString: ownerUrl });
await client.connect();
try {
  await loadCards(client, cards);
  await client.query(
    `insert into issuer (issuer, claims, any_organization) values ('bench', '{organization,roles}', true) on conflict do nothing`,
  );
  const session = {
    organization: searchingMember,
    issuer: 'bench',
    subject: 'bench',
    client: 'bench',
    roles: 'officer',
    purpose: 'recruitment',
  };
  for (const [name, value] of Object.entries(session)) {
    await client.query('select set_config($1, $2, false)', [`app.${name}`, value]);
  }
  const { rows: backends } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const pid = backends[0]?.pid ?? 0;
  const page = (wanted: object, order: string, after: readonly unknown[] | null) =>
    client.query<{ rank: string; place: string }>(
      `select rank, place from search_cards($1, null, $2, $3, null, false, 51, uuidv7(), 'Bench', 'bench')`,
      [JSON.stringify(wanted), order, after && JSON.stringify(after)],
    );
  for (const [name, wanted] of Object.entries(filters)) {
    for (const order of ['newest', 'hours', 'place_az']) {
      const { rows } = await page(wanted, order, null);
      const last = rows.at(-1);
      const first = await milliseconds(pid, () => page(wanted, order, null));
      const next = await milliseconds(pid, () => page(wanted, order, last ? [last.rank, last.place] : null));
      process.stdout.write(`${name}, by ${order}: ${describeTimes(first)}; the next page ${describeTimes(next)}\n`);
    }
    const counted = await milliseconds(pid, () =>
      client.query('select facet, value, count from count_search_cards($1, 10)', [JSON.stringify(wanted)]),
    );
    process.stdout.write(`${name}, numbers: ${describeTimes(counted)}\n`);
  }
  const plan = await client.query<{ 'QUERY PLAN': string }>(
    `explain (analyze, buffers) select id, volunteer_id, newest, place from search_entry
      where audience = '*' and purpose = 'recruitment' order by newest, place limit 51`,
  );
  process.stdout.write(`${plan.rows.map((row) => row['QUERY PLAN']).join('\n')}\n`);
} finally {
  await client.end();
}
