import { newId } from '@birlik/kernel/identifier';
import { isAbout } from '@birlik/trust/row-level-security';
import {
  exportedId,
  labelOf,
  memberField,
  memberSuffix,
  type PersonalData,
  type PersonalTable,
} from '@birlik/trust/personal-data';
import { describe, expect, test } from 'vitest';
import { officerViewer, volunteerViewer, type TestMember, type Viewer } from './member.js';

/** What a member declares about people, and people of the demo data to try it on. */
export interface PersonalDataSubject {
  /** The running member with the demo data; called inside tests only. */
  readonly member: () => TestMember;
  readonly personalData: PersonalData;
  /** People who have rows, together in every table; they are erased. */
  readonly people: readonly string[];
  /** Somebody with rows who stays. */
  readonly bystander: string;
}

type Row = Readonly<Record<string, unknown>>;
interface Section {
  readonly tables: readonly {
    readonly name: string;
    readonly rowCount: number;
    readonly rows: readonly Row[];
    readonly keptRows: number;
    readonly keptUntil: string | null;
    readonly reason: string | null;
  }[];
}

/** A statement under row-level security: the session's variables and the statement itself. */
const oneRead = 2;

const office = officerViewer(newId(), ['system']);

/** What every member keeps to that holds something about people: it shows all of it to the person, and can erase them. */
export function describePersonalData({ member, personalData, people, bystander }: PersonalDataSubject): void {
  const { tables } = personalData;
  const grantField = personalData.grantField ?? 'noGrant';
  const field = memberField(personalData.member);
  const suffix = memberSuffix(personalData.member);

  const rowsOf = async (table: PersonalTable, person: string): Promise<Row[]> => {
    const about = isAbout(table, `'${person}'`);
    const { rows } = await member().owner.query<Row>(`select * from ${table.name} where ${about} order by id`);
    return rows;
  };
  const everythingOf = async (person: string) =>
    new Map(await Promise.all(tables.map(async (table) => [labelOf(table), await rowsOf(table, person)] as const)));

  const replayRow = async (table: string, row: Row): Promise<void> => {
    const { owner } = member();
    const { rows } = await owner.query<{ columns: string }>(
      `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [table],
    );
    const columns = rows[0]?.columns;
    const source = `select ${columns} from jsonb_populate_record(null::${table}, $1)`;
    await owner.query(`insert into ${table} (${columns}) ${source}`, [row]);
  };

  const readExport = async (person: string, viewer: Viewer, grant: string | null): Promise<Section | null> => {
    const [found] = await member().entities<Record<string, Section | null>>(
      [{ __typename: 'DataExport', id: person, [grantField]: grant }],
      `{ ${field} { asOf tables { name rowCount rows keptRows keptUntil reason } } }`,
      { as: viewer },
    );
    return found?.[field] ?? null;
  };
  const ownExport = async (person: string) => {
    const viewer = volunteerViewer(person);
    return readExport(person, viewer, member().grant({ person, viewer, basis: 'self' }));
  };

  const erase = (orders: readonly string[], as: Viewer | null = office) =>
    member().query<{ receipts: (string | null)[] | null }>(
      `mutation ($orders: [String!]!) { receipts: eraseAt${suffix}(orders: $orders) }`,
      { as, variables: { orders } },
    );
  const eraseOne = async (order: { id: string; number: number; person: string }) => {
    const { data, errors } = await erase([await member().order(order)]);
    expect(errors).toBeUndefined();
    return member().receipt(data?.receipts?.[0] ?? '');
  };

  /** Whether a column shows an id, which its table does not declare as one that everybody knows. */
  const isHidden = (name: string) => {
    const { publicIds = [] } = tables.find((table) => labelOf(table) === name) ?? {};
    return ([column, value]: [string, unknown]) =>
      /[0-9a-f]{8}-[0-9a-f-]{27}/.test(JSON.stringify(value)) &&
      !column.endsWith('organization_id') &&
      !publicIds.includes(column);
  };

  /** Checks what the person is shown; gives the names of the tables in which they have rows, and what was told. */
  const expectShownWhole = async (person: string): Promise<{ seen: string[]; told: Section['tables'] }> => {
    const section = await ownExport(person);
    expect(member().statements()).toBe(oneRead);
    const held = await everythingOf(person);
    expect(section?.tables.map(({ name }) => name)).toEqual([...held.keys()]);
    for (const { name, rowCount, rows } of section?.tables ?? []) {
      expect(rowCount).toBe(held.get(name)?.length);
      const ids = held.get(name)?.map(({ id }) => exportedId(person, String(id)));
      expect(rows.map(({ id }) => id)).toEqual(ids);
      for (const row of rows) expect(Object.entries(row).filter(isHidden(name))).toEqual([]);
      for (const row of rows) expect(Object.keys(row).filter((column) => column.endsWith('volunteer_id'))).toEqual([]);
    }
    return { seen: [...held].flatMap(([name, rows]) => (rows.length > 0 ? name : [])), told: section?.tables ?? [] };
  };

  describe(`what ${personalData.member} holds about people`, () => {
    test('is shown to nobody else, by whatever right they read the profile', async () => {
      const person = bystander;
      const officer = officerViewer(newId());
      for (const basis of ['consent', 'owner'] as const) {
        expect(await readExport(person, officer, member().grant({ person, viewer: officer, basis }))).toBeNull();
      }
      const [other = ''] = people;
      const viewer = volunteerViewer(other);
      const own = member().grant({ person: other, viewer, basis: 'self' });
      expect(await readExport(person, viewer, own)).toBeNull();
      expect(await readExport(person, volunteerViewer(person), null)).toBeNull();
    });

    test('is shown to the guardian of a minor as to the person, but for what is the person’s alone', async () => {
      const viewer = volunteerViewer(people[0] ?? '');
      const grant = member().grant({ person: bystander, viewer, basis: 'guardian' });
      const seen = await readExport(bystander, viewer, grant);
      const own = await ownExport(bystander);
      const alone = new Set(tables.filter(({ secret }) => secret !== undefined).map(labelOf));
      const open = (section: Section | null) =>
        section?.tables.flatMap(({ name, rows }) => (alone.has(name) ? [] : rows.map(({ id }) => [name, id])));
      expect(open(seen)).toEqual(open(own));
      expect(open(seen)).not.toEqual([]);
    });

    test('is erased on an order of the registry for this member alone, which the office’s system dispatches', async () => {
      const order = { id: newId(), number: 1, person: bystander };
      const before = await everythingOf(bystander);
      const encrypted = await member().order(order);
      const readOnly = { ...office, scopes: ['graph:read'] };
      const refusals: readonly [readonly string[], Viewer | null, string][] = [
        [[encrypted], null, 'UNAUTHENTICATED'],
        [[encrypted], officerViewer(newId()), 'FORBIDDEN'],
        [[encrypted], volunteerViewer(bystander), 'FORBIDDEN'],
        [[encrypted], readOnly, 'FORBIDDEN'],
        [[await member().order({ ...order, audience: 'another-member' })], office, 'FORBIDDEN'],
        [[`${encrypted.slice(0, -8)}AAAAAAAA`], office, 'FORBIDDEN'],
        [['order'], office, 'FORBIDDEN'],
      ];
      for (const [orders, viewer, code] of refusals) {
        const { data, errors } = await erase(orders, viewer);
        expect(data?.receipts?.[0] ?? null).toBeNull();
        expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
      }
      expect(await everythingOf(bystander)).toEqual(before);
    });

    test('is shown to the person whole, and gone after an erasure but for what is declared as kept, and stays gone', async () => {
      const others = await everythingOf(bystander);
      const seen = new Set<string>();
      for (const [index, person] of people.entries()) {
        const shown = await expectShownWhole(person);
        for (const table of shown.seen) seen.add(table);
        const before = await everythingOf(person);
        const order = { id: newId(), number: index + 1, person };
        const receipt = await eraseOne(order);
        expect(receipt).toMatchObject({ order: order.id, state: { applied: index + 1, watermark: index + 1 } });
        expect(await eraseOne(order)).toEqual(receipt);
        // What the person was told before is what came of it.
        expect(shown.told.map(({ name, keptRows, keptUntil }) => ({ name, kept: keptRows, keptUntil }))).toEqual(
          receipt?.tables.map(({ name, kept, keptUntil }) => ({ name, kept, keptUntil })),
        );
        for (const { keptRows, reason } of shown.told) expect(reason === null).toBe(keptRows === 0);
        for (const table of tables) {
          const outcome = receipt?.tables.find(({ name }) => name === labelOf(table));
          const [held, left] = [before.get(labelOf(table)) ?? [], await rowsOf(table, person)];
          expect(outcome).toMatchObject({ kept: left.length, reason: left.length > 0 ? expect.any(Object) : null });
          if (table.erasure === 'delete') expect(left).toEqual([]);
          else expect(held).toEqual(expect.arrayContaining(left));
          const [lost] = held;
          if (!lost || left.length > 0 || table.through) continue;
          const replay = replayRow(table.name, { ...lost, id: newId() });
          // A row that refers to another one that is gone is refused for that already.
          await expect(replay).rejects.toMatchObject({ code: expect.stringMatching(/^(BE001|23503)$/) as string });
        }
      }
      expect([...seen].toSorted()).toEqual(tables.map(labelOf).toSorted());
      expect(await everythingOf(bystander)).toEqual(others);
    });
  });
}
