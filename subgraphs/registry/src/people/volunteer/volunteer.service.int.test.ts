import { officerViewer, startMember } from '@birlik/test/testkit/member';
import pg from 'pg';
import { expect, test } from 'vitest';
import { consentedMember, largeMember, loadPeople, plainMember } from '../../../testing/many-people.js';
import { member as subgraph } from '../../member.js';

const middle = '80000000-0000-0000-0000-000000000000';
const pageSize = 50;

/** What a page reads: entries of the index of places, and rows of the table read from end to end. */
interface Reading {
  readonly entries: number;
  readonly rows: number;
}

/** What the session has read. */
async function readSoFar(app: pg.Client): Promise<Reading> {
  const { rows } = await app.query<Reading>(
    `select pg_stat_get_xact_tuples_returned('reach_order'::regclass)::integer as entries,
            pg_stat_get_xact_tuples_returned('reach'::regclass)::integer as rows`,
  );
  return rows[0] ?? { entries: Infinity, rows: Infinity };
}

/** What each kind of page reads, for each kind of organisation, in a registry of so many people. */
async function readings(people: number): Promise<Reading[]> {
  const member = await startMember(subgraph);
  const app = new pg.Client({ connectionString: member.config.DATABASE_URL });
  await app.connect();
  const found: Reading[] = [];
  try {
    await loadPeople(member.owner, people);
    for (const organization of [largeMember, consentedMember, plainMember]) {
      const { issuer, sub, client } = officerViewer(organization);
      const variables = {
        organization,
        issuer,
        subject: sub,
        client: client ?? '',
        roles: 'officer',
        purpose: 'recruitment',
      };
      for (const window of [
        [null, null, false],
        [middle, null, false],
        [null, null, true],
        [null, middle, true],
        [middle, null, true],
      ]) {
        await app.query('begin');
        for (const [name, value] of Object.entries(variables)) {
          await app.query('select set_config($1, $2, true)', [`app.${name}`, value]);
        }
        const before = await readSoFar(app);
        const page = await app.query('select from list_reach($1, $2, $3, $4)', [...window, pageSize + 1]);
        expect(page.rowCount).toBe(pageSize + 1);
        const { entries, rows } = await readSoFar(app);
        found.push({ entries: entries - before.entries, rows: rows - before.rows });
        await app.query('commit');
      }
    }
  } finally {
    await app.end();
    await member.close();
  }
  return found;
}

test(
  'a page of people reads as much of the index among twenty thousand as among three thousand',
  { timeout: 180_000 },
  async () => {
    const [few, many] = [await readings(3_000), await readings(20_000)];
    for (const reading of [...few, ...many]) {
      expect(reading.rows).toBe(0);
      // A person of the large organisation has two ties there that are not over and three kinds of consents.
      expect(reading.entries).toBeLessThanOrEqual(6 * (pageSize + 1));
    }
    const sum = (readings: readonly Reading[]) => readings.reduce((total, { entries }) => total + entries, 0);
    expect(sum(many)).toBeLessThan(1.1 * sum(few));
  },
);
