import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDemoData } from '@birlik/demo-data';
import pg from 'pg';
import type { Stack } from '@birlik/infra/stack';

/** Texts and lists of texts, which can hold a mark of ours, in the tables that are about people. */
const personalColumns = `
  select c.relname as table, a.attname as column, a.atttypid::regtype::text as type, p.attname as person
    from pg_class c
    join pg_attribute p on p.attrelid = c.oid and (p.attname ~ '(^|_)volunteer_id$' or (c.relname, p.attname) = ('volunteer', 'id'))
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                       and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype)
   where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
   order by 1, 2`;

interface PersonalColumn {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly person: string;
}

/** How a mark stands in a column of each type. */
const marked: Readonly<Record<string, string>> = {
  text: '$1',
  'text[]': 'array[$1]',
  jsonb: `jsonb_build_object('az', $1::text)`,
};

/**
 * Writes a unique mark into every personal text of one person, in all members' databases. Where a table refuses it (a
 * closed list, a form that is checked, a log that takes no change) the column keeps what it had.
 *
 * @returns the columns that hold the mark now, as `member.table.column`
 */
export async function plantCanary(stack: Stack, volunteerId: string, canary: string): Promise<string[]> {
  const planted: string[] = [];
  for (const [member, { ownerUrl }] of Object.entries(stack.databases)) {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    try {
      const { rows } = await owner.query<PersonalColumn>(personalColumns);
      for (const { table, column, type, person } of rows) {
        const change = `update ${table} set ${column} = ${marked[type]} where ${person} = $2`;
        const changed = await owner.query(change, [canary, volunteerId]).catch(() => null);
        if (changed?.rowCount) planted.push(`${member}.${table}.${column}`);
      }
    } finally {
      await owner.end();
    }
  }
  return planted;
}

type Logged = { readonly folder: Pick<Stack['folder'], 'logs' | 'postgres'> };

/** Everything that a stack's operators see: the logs of all processes and of PostgreSQL, by the file's name. */
export async function readLogs({ folder }: Logged): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const dir of [folder.logs, folder.postgres]) {
    for (const name of await readdir(dir)) {
      if (name.endsWith('.log')) found.set(name, await readFile(join(dir, name), 'utf8'));
    }
  }
  return found;
}

/** What only the registry knows of the people whom tests ask for, each value unmistakable. */
const demoValues = Array.from({ length: 50 }, (_, index) => createDemoData().person(index)).flatMap(
  ({ email, phone, givenName, familyName }) =>
    [email, phone, `${givenName} ${familyName}`].filter((value) => value !== null),
);

/**
 * Refuses a stack whose logs hold a personal value of the demo data, whatever its tests were about.
 *
 * @throws Error naming the file, never the value
 */
export async function assertLogsAreImpersonal(stack: Logged): Promise<void> {
  for (const [name, content] of await readLogs(stack)) {
    if (demoValues.some((value) => content.includes(value))) throw new Error(`${name} holds a personal value.`);
  }
}
