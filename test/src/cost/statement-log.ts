import { readFile } from 'node:fs/promises';
import pg from 'pg';

/** The log of a PostgreSQL server that runs on this machine. */
export interface ServerLog {
  readonly superuserUrl: string;
  readonly pid: number;
}

const settings = { log_statement: 'all', log_line_prefix: '%d ' };

/** Every statement is one line, however the protocol brings it: `select …`, `begin` and `commit` too. */
const statementLine = /^(\S+) LOG: {2}(?:statement|execute [^:]*): /;

/**
 * Counts what a PostgreSQL server runs meanwhile, by its own log; nobody but the caller may use it then.
 *
 * @returns statements by database
 */
export async function countStatements(
  server: ServerLog,
  work: () => Promise<void>,
): Promise<ReadonlyMap<string, number>> {
  const client = new pg.Client({ connectionString: server.superuserUrl });
  await client.connect();
  // The file that the server writes to, wherever its folder is.
  const readLog = () => readFile(`/proc/${server.pid}/fd/2`, 'utf8');
  try {
    for (const [name, value] of Object.entries(settings)) await client.query(`alter system set ${name} = '${value}'`);
    await client.query('select pg_reload_conf()');
    // A session reads the settings before its next statement once the server has told it.
    await untilLogged(client, readLog);
    const before = (await readLog()).length;
    await work();
    const lines = (await readLog()).slice(before).split('\n');
    const databases = lines.flatMap((line) => statementLine.exec(line)?.[1] ?? []);
    return new Map([...Map.groupBy(databases, (name) => name)].map(([name, all]) => [name, all.length]));
  } finally {
    for (const name of Object.keys(settings)) await client.query(`alter system reset ${name}`);
    await client.query('select pg_reload_conf()');
    await client.end();
  }
}

async function untilLogged(client: pg.Client, readLog: () => Promise<string>): Promise<void> {
  const mark = `select 'counting from here, ${process.hrtime.bigint()}'`;
  do await client.query(mark);
  while (!(await readLog()).includes(mark));
}
