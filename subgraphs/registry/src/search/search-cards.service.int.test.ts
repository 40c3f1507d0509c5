import { officerViewer, startMember, testIssuer, type TestMember } from '@birlik/test/testkit/member';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCards, searchingMember } from '../../testing/many-cards.js';
import { member as subgraph } from '../member.js';

describe('a page', () => {
  const filters = {
    'no term': {},
    'a term that most have': { language: ['language|tr'] },
    'a term that few have': { skill: ['skill|rare 7'] },
    'terms of two facets': { skill: ['skill|rare 7', 'skill|rare 8'], 'age-band': ['age-band|18-24', 'age-band|50+'] },
    'the band at the end of an order': { 'age-band': ['age-band|50+'], 'hours-band': ['hours-band|0-9'] },
    'what nobody has': { skill: ['skill|none'] },
  };
  const orders = ['newest', 'age', 'hours', 'place_az'];
  let member: TestMember;
  let client: pg.Client;

  beforeAll(async () => {
    member = await startMember(subgraph);
    await loadCards(member.owner, 4_000);
    client = new pg.Client({ connectionString: member.config.DATABASE_URL });
    await client.connect();
    const session = {
      organization: searchingMember,
      issuer: testIssuer,
      subject: 'officer',
      roles: 'officer',
      purpose: 'recruitment',
    };
    for (const [name, value] of Object.entries(session)) {
      await client.query('select set_config($1, $2, false)', [`app.${name}`, value]);
    }
  });
  afterAll(async () => {
    await client.end();
    await member.close();
  });

  const pageOf = (wanted: object, order: string, after: readonly string[] | null = null) =>
    client.query<{ volunteer_id: string; rank: string; place: string }>(
      'select volunteer_id, rank, place from search_page($1, null, $2, $3, null, false, 41)',
      [JSON.stringify(wanted), order, after && JSON.stringify(after)],
    );

  /** Everybody whom the searching member finds, in order, by a statement that knows no index. */
  async function everybodyIn(wanted: object, order: string): Promise<string[]> {
    const conditions = Object.values(wanted).map(
      (terms) => `terms && '${JSON.stringify(terms).replace('[', '{').replace(']', '}')}'`,
    );
    const { rows } = await member.owner.query<{ id: string }>(
      `select volunteer_id as id from search_entry
        where audience in ('*', 'university', $1) and ${['true', ...conditions].join(' and ')}
        group by ${order}, place, volunteer_id order by ${order}, place`,
      [searchingMember],
    );
    return rows.map(({ id }) => id);
  }

  test.each(Object.entries(filters))(
    'with %s has the same people in every order as a plain look',
    async (_, wanted) => {
      for (const order of orders) {
        const found: string[] = [];
        for (let after: string[] | null = null; ;) {
          const { rows }: { rows: { volunteer_id: string; rank: string; place: string }[] } = await pageOf(
            wanted,
            order,
            after,
          );
          found.push(...rows.slice(0, 40).map((row) => row.volunteer_id));
          const last = rows[39];
          if (rows.length <= 40 || !last || found.length >= 400) break;
          after = [last.rank, last.place];
        }
        expect(found).toEqual((await everybodyIn(wanted, order)).slice(0, Math.max(found.length, 1)));
      }
    },
  );

  test.each(Object.entries(filters))('with %s is read by indexes alone', async (_, wanted) => {
    const scanned = async () => {
      const { rows } = await client.query<{ rows: string }>(
        `select seq_tup_read::text as rows from pg_stat_xact_user_tables where relname = 'search_entry'`,
      );
      return rows;
    };
    for (const order of orders) {
      await client.query('begin');
      const before = await scanned();
      await pageOf(wanted, order);
      expect(await scanned()).toEqual(before);
      await client.query('rollback');
    }
  });

  test('of 5 and of 50 cards costs the same number of statements', async () => {
    const counted = [];
    for (const size of [5, 50]) {
      const { data } = await member.query<{ searchCards: { nodes: object[] } }>(
        `query ($size: Int!) { searchCards(first: $size) { nodes { publishedOn facets { facet value source { id } } volunteer { id } } } }`,
        { as: officerViewer(searchingMember), purpose: 'recruitment', variables: { size } },
      );
      expect(data?.searchCards.nodes).toHaveLength(size);
      counted.push(member.statements());
    }
    expect(counted[0]).toBe(counted[1]);
  });
});
