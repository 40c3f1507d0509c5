import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseEnv, promisify } from 'node:util';
import { databaseName, databaseUrl, provisionDatabase } from '@birlik/infra/provision';
import { exportedId, memberField } from '@birlik/trust/personal-data';
import { createDemoData } from '@birlik/demo-data';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issuedToken } from '../testkit/issued-token.js';
import { members, startTestStack, type Member, type TestStack } from '../testkit/stack.js';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '..', '..', '..');
const dispatcher = join(root, 'subgraphs', 'registry', 'dist', 'src', 'command', 'dispatch.command.js');
const demo = createDemoData();
const first = { as: 'volunteer', id: demo.person(0).id };
const second = { as: 'volunteer-2', id: demo.person(1).id };

let federation: TestStack;
let exported: Awaited<ReturnType<typeof exportBeforeErasure>>;

beforeAll(async () => {
  federation = await startTestStack({}, { registry: { ERASURE_DELAY_SECONDS: '0' } });
  exported = await exportBeforeErasure();
});
afterAll(() => federation.close());

async function query<Row extends object>(
  url: string,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...parameters])).rows;
  } finally {
    await client.end();
  }
}

const ownerUrl = (member: Member) => federation.stack.databases[member]?.ownerUrl ?? '';

/** Every row of every table of a member in whose text a word stands, by the name of its table. */
async function rowsWith(member: Member, word: string): Promise<{ table: string; id: string }[]> {
  const tables = await query<{ name: string }>(
    ownerUrl(member),
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  const found = tables.map(
    ({ name }) =>
      `select '${name}' as "table", to_jsonb(one) ->> 'id' as id from ${name} one where strpos(one::text, $1) > 0`,
  );
  return query(ownerUrl(member), found.join(' union all '), [word]);
}

async function findWord(word: string): Promise<string[]> {
  const found = members.map(async (member) => (await rowsWith(member, word)).map(({ table }) => `${member} ${table}`));
  return (await Promise.all(found)).flat();
}

interface Section {
  readonly tables: readonly { name: string; rowCount: number; rows: readonly Record<string, unknown>[] }[];
}

async function readExport(as: string) {
  const sections = members.map((member) => `${memberField(member)} { asOf tables { name rowCount rows } }`).join(' ');
  return federation.ask<{ myDataExport: Record<string, Section | null> | null }>(
    `query Export { myDataExport { ${sections} } }`,
    { as },
  );
}

interface Report {
  readonly completedAt: string | null;
  readonly members: readonly { member: string; state: string; attempts: number }[];
}

const reportFields = 'completedAt members { member state attempts }';

const sendErasure = (token: string) =>
  federation.ask<{ requestErasure: { __typename: string } }>(`mutation Erase { requestErasure { __typename } }`, {
    token,
    language: 'en',
  });

/** Asks for it as somebody who signs in for that. */
async function requestErasure(as: string): Promise<void> {
  const { data, errors } = await sendErasure(await federation.stack.token(as));
  expect(errors).toBeUndefined();
  expect(data?.requestErasure.__typename).toBe('ErasureRequest');
}

async function states(as: string): Promise<Record<string, string>> {
  const { data } = await federation.ask<{ myErasure: Report }>(`{ myErasure { ${reportFields} } }`, { as });
  return Object.fromEntries(data?.myErasure.members.map(({ member, state }) => [member, state]) ?? []);
}

/** One round of the process `dispatch`, as an operator runs it; resolves to its exit code. */
async function dispatchOrders(): Promise<number> {
  const env = parseEnv(await readFile(federation.stack.folder.environment('dispatch'), 'utf8'));
  try {
    await run(process.execPath, [dispatcher], { env: { PATH: process.env['PATH'], ...env } });
    return 0;
  } catch (error) {
    return (error as { code: number }).code;
  }
}

async function superuserUrl(): Promise<string> {
  const { postgresPassword } = JSON.parse(await readFile(federation.stack.folder.secrets, 'utf8')) as {
    postgresPassword: string;
  };
  const url = new URL(ownerUrl('registry'));
  url.username = 'postgres';
  url.password = postgresPassword;
  return databaseUrl(url.href, 'postgres');
}

/** Copies a member's database as it is now, while its process rests; `restore` brings the copy back. */
async function backUp(member: Member): Promise<{ restore(): Promise<void> }> {
  const url = await superuserUrl();
  const [name, copy] = [databaseName(member), `${databaseName(member)}_backup`];
  await federation.stack.stop(member);
  await query(url, `create database ${copy} template ${name}`);
  await federation.stack.start(member);
  return {
    async restore() {
      await federation.stack.stop(member);
      await query(url, `drop database ${name} with (force)`);
      await query(url, `alter database ${copy} rename to ${name}`);
      await provisionDatabase(url, name);
      await federation.stack.start(member);
    },
  };
}

/** Writes a word that stands nowhere else into personal columns of a person, in every member that has one. */
async function plant(person: string): Promise<string> {
  // No id, which an export would show as the person’s own.
  const canary = `canary-${randomBytes(16).toString('hex')}`;
  const changes: [Member, string][] = [
    ['registry', 'update volunteer set family_name = $1, email = $1 where id = $2'],
    ['union', 'update opportunity_application set reason = $1 where volunteer_id = $2'],
    ['alumni', 'update alumnus set university = $1 where volunteer_id = $2'],
    [
      'creative',
      `update creative_application set answers = jsonb_build_object('why', $1::text) where volunteer_id = $2`,
    ],
  ];
  for (const [member, sql] of changes) await query(ownerUrl(member), sql, [canary, person]);
  return canary;
}

/** What people get while all of it is there: whoever is erased has nothing to export any more. */
async function exportBeforeErasure() {
  const canary = await plant(first.id);
  const held = await Promise.all(members.map(async (member) => [member, await rowsWith(member, first.id)] as const));
  const whole = await readExport(first.as);
  await readExport(second.as);
  const logged = await query<{ category: string }>(
    ownerUrl('registry'),
    `select category from access_log where volunteer_id = $1 and operation = 'Export' and basis = 'self'`,
    [second.id],
  );
  await federation.stack.stop('union');
  const withoutUnion = await readExport(first.as);
  await federation.stack.start('union');
  return { canary, held, whole, logged, withoutUnion };
}

describe('the export', () => {
  test('holds every row of every member in which the person stands, a section each', () => {
    const { canary, held } = exported;
    const { data, errors } = exported.whole;
    expect(errors).toBeUndefined();
    expect(Object.keys(data?.myDataExport ?? {}).toSorted()).toEqual(members.map(memberField).toSorted());
    for (const [member, rows] of held) {
      const section = data?.myDataExport?.[memberField(member)];
      // A row that has the person’s own id is shown without it.
      for (const { table, id } of rows.filter((row) => row.id !== first.id)) {
        const shown = section?.tables.filter(({ name }) => name.split('.')[0] === table).flatMap((one) => one.rows);
        expect(
          shown?.map((row) => row['id']),
          `${member} ${table}`,
        ).toContain(exportedId(first.id, id));
      }
      expect(rows.length > 0).toBe(section?.tables.some(({ rowCount }) => rowCount > 0));
    }
    for (const member of ['registry', 'alumni', 'creative'] as const) {
      expect(JSON.stringify(data?.myDataExport?.[member]), member).toContain(canary);
    }
    // No id of a person leaves the federation in the raw.
    for (const { id } of [first, second]) expect(JSON.stringify(data)).not.toContain(id);
  });

  test('is logged as the person’s own read of each category', () => {
    const categories = exported.logged.map(({ category }) => category).toSorted();
    expect(categories).toEqual(['alumni', 'contact', 'creative', 'programme', 'service', 'study']);
  });

  test('names a member that is down and holds all others', () => {
    const { data, errors } = exported.withoutUnion;
    expect(errors?.map(({ path, extensions }) => [path, extensions])).toEqual([
      [['myDataExport', 'union'], { code: 'UPSTREAM_UNAVAILABLE', service: 'union' }],
    ]);
    for (const member of members) {
      const section = data?.myDataExport?.[memberField(member)];
      expect(section === null, member).toBe(member === 'union');
    }
  });

  test('is for the person alone', async () => {
    for (const as of ['registry-officer', 'admin', 'university-officer']) {
      expect((await readExport(as)).data).toEqual({ myDataExport: null });
    }
  });
});

describe('the erasure', () => {
  test('needs a fresh sign-in, and says how old it may be', async () => {
    const now = Math.floor(Date.now() / 1_000);
    const signedIn = (auth_time: unknown) => issuedToken(federation.stack, second.as, { auth_time });
    for (const authTime of [now - 301, now - 86_400, 0, undefined]) {
      const { data, errors } = await sendErasure(await signedIn(authTime));
      expect(data, String(authTime)).toBeNull();
      expect(errors).toMatchObject([
        {
          message: 'Sign in anew to do this: your sign-in is older than 300 seconds.',
          extensions: { code: 'FRESH_SIGN_IN_REQUIRED', maxAgeSeconds: 300 },
        },
      ]);
    }
    for (const authTime of [now + 3_600, String(now), -1, [now]]) {
      const { status, errors } = await sendErasure(await signedIn(authTime));
      expect([status, errors?.[0]?.extensions.code], String(authTime)).toEqual([401, 'UNAUTHENTICATED']);
    }
    expect(await query(ownerUrl('registry'), 'select from erasure_request')).toEqual([]);
  });

  test('reaches every member, the one that was down as soon as it is back', async () => {
    const canary = await plant(second.id);
    expect(await findWord(canary)).not.toEqual([]);
    await federation.stack.stop('creative');
    await requestErasure(second.as);
    expect(await dispatchOrders()).toBe(1);
    expect(await states(second.as)).toEqual({
      registry: 'KEPT',
      university: 'KEPT',
      'asan-school': expect.stringMatching(/^(KEPT|ERASED)$/) as string,
      union: expect.stringMatching(/^(KEPT|ERASED)$/) as string,
      alumni: 'ERASED',
      center: 'ERASED',
      creative: 'UNREACHABLE',
    });
    const dashboard = await federation.ask<{ erasureRequests: { nodes: Report[] } }>(
      `{ erasureRequests { nodes { ${reportFields} } } }`,
      { as: 'registry-officer' },
    );
    const open = dashboard.data?.erasureRequests.nodes.filter(({ completedAt }) => completedAt === null);
    expect(open).toHaveLength(1);

    await federation.stack.start('creative');
    expect(await dispatchOrders()).toBe(0);
    expect(await states(second.as)).toMatchObject({ creative: 'ERASED' });
    expect(await findWord(canary)).toEqual([]);
    const { data } = await federation.ask(`{ me { name contact { email } enrolments { id } alumniProfile { id } } }`, {
      as: second.as,
    });
    expect(data).toEqual({ me: { name: null, contact: null, enrolments: null, alumniProfile: null } });
  });

  test('leaves to whoever must keep a register the rows that it keeps, for that alone', async () => {
    const as = 'university-officer';
    const read = async (purpose: string) => {
      const { data } = await federation.ask<{ volunteer: { name: null; enrolments: object[] | null } }>(
        'query ($id: ID!) { volunteer(id: $id) { name enrolments { status } } }',
        { as, purpose, variables: { id: await federation.idFor(as, second.id) } },
      );
      return data?.volunteer;
    };
    const kept = await read('retention');
    expect([kept?.name, kept?.enrolments?.length]).toEqual([null, 1]);
    expect(await read('placement')).toEqual({ name: null, enrolments: null });
  });

  test('survives that a member and the registry come back from backups that are older than it', async () => {
    const canary = await plant(first.id);
    const [alumnus] = await query(ownerUrl('alumni'), 'select * from alumnus where volunteer_id = $1', [first.id]);
    const backups = await Promise.all([backUp('alumni'), backUp('registry')]);
    await requestErasure(first.as);
    expect(await dispatchOrders()).toBe(0);
    expect(await findWord(canary)).toEqual([]);

    await Promise.all(backups.map((backup) => backup.restore()));
    expect((await findWord(canary)).toSorted()).toEqual(['alumni alumnus', 'registry volunteer']);
    expect(await dispatchOrders()).toBe(0);
    expect(await findWord(canary)).toEqual([]);
    expect(Object.values(await states(first.as))).not.toContain('PENDING');

    const columns = Object.keys(alumnus ?? {}).join(', ');
    const replay = query(
      ownerUrl('alumni'),
      `insert into alumnus (${columns}) select ${columns} from jsonb_populate_record(null::alumnus, $1)`,
      [alumnus],
    );
    await expect(replay).rejects.toMatchObject({ code: 'BE001' });
  });

  test('is dispatched by the office’s system alone', async () => {
    for (const as of ['union-system', 'registry-officer', 'volunteer']) {
      const { data, errors } = await federation.ask(
        `{ erasureDeliveries { member } erasuresAtUnion(after: 0) { state } }`,
        {
          as,
        },
      );
      expect(data?.['erasureDeliveries']).toBeNull();
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });
});
