import type { EntityName, LogContext, Logger } from '@mikro-orm/core';
import { Migrator, type Migration } from '@mikro-orm/migrations';
import { MikroORM, type EntityManager, type PostgreSqlDriver } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { Log } from '../log/log.js';
import type { Cost } from '../telemetry/telemetry.js';
import { applySqlObjects } from './sql-objects.js';
import { requestLimitMs } from './statement-limit.js';
import { MemberDriver } from './member-connection.js';

export { shareTransaction } from './shared-transaction.js';
export { sqlFolderOf } from './sql-objects.js';
export { transactionalFor } from './statement-limit.js';

/** A database: its tables and their history, both listed explicitly. */
export interface DatabaseDefinition {
  readonly entities: readonly EntityName<object>[];
  /** In the order in which they apply. */
  readonly migrations: readonly (new (...parameters: ConstructorParameters<typeof Migration>) => Migration)[];
  /**
   * The folder with the functions and views whose texts are files, `functions/NAME.sql` and `views/NAME.sql`, each a `create
   * or replace` of one object; see {@link sqlFolderOf}. Whatever migrations made of them, the files count. Unset: none.
   */
  readonly sqlFolder?: string;
  /** Brings rows that follow from files into line with them, after all migrations and before the functions. */
  readonly synchronize?: (em: EntityManager) => Promise<void>;
}

/** Counts the statements of each request instead of printing them: texts and parameters hold personal values. */
class StatementCounter implements Logger {
  readonly #log: Log | null;

  constructor(log: Log | null) {
    this.#log = log;
  }

  logQuery(context: LogContext): void {
    (context['cost'] as Cost | undefined)?.add(context.query ?? '', context.took ?? 0);
  }

  isEnabled(namespace: string): boolean {
    return namespace === 'query';
  }

  warn(namespace: string, message: string): void {
    this.#log?.warn({ namespace }, message);
  }

  log(): void {}
  error(): void {}
  setDebugMode(): void {}
}

/** How long a connection may take, and how long a request waits for one. */
const connectLimitMs = 4_000;

/** What every session begins with: times are read and written in UTC, whatever the server's own zone. */
const inUtc = '-c TimeZone=UTC';

/**
 * Connects as the process's own role, which is not the owner of the tables. Nothing is created or changed.
 *
 * @param options.timeZone whose days `app_today()` tells @default 'UTC'
 */
export async function openDatabase(
  definition: DatabaseDefinition,
  options: { url: string; poolSize: number; log: Log | null; timeZone?: string },
): Promise<MikroORM> {
  return MikroORM.init<PostgreSqlDriver, EntityManager>({
    driver: MemberDriver,
    clientUrl: options.url,
    entities: [...definition.entities],
    pool: { max: options.poolSize, idleTimeoutMillis: 30_000 },
    driverOptions: {
      options: `${inUtc} -c app.time_zone=${options.timeZone ?? 'UTC'}`,
      connectionTimeoutMillis: connectLimitMs,
      statement_timeout: requestLimitMs,
      idle_in_transaction_session_timeout: requestLimitMs,
    },
    loggerFactory: () => new StatementCounter(options.log),
  });
}

/** Whether the database answers somebody who comes anew, whatever the pool of this process does. */
export async function isReachable(url: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: connectLimitMs,
    query_timeout: connectLimitMs,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Brings the database to the newest migration, and its functions and views to the texts of their files; resolves to the
 * names of the migrations that were applied now.
 */
export async function migrate(definition: DatabaseDefinition, ownerUrl: string): Promise<string[]> {
  const orm = await MikroORM.init({
    clientUrl: ownerUrl,
    driverOptions: { options: inUtc },
    entities: [...definition.entities],
    extensions: [Migrator],
    migrations: {
      migrationsList: [...definition.migrations],
      snapshot: false,
      silent: true,
    },
    loggerFactory: () => new StatementCounter(null),
  });
  try {
    const applied = await orm.migrator.up();
    const { synchronize, sqlFolder } = definition;
    await orm.em.fork().transactional(async (em) => {
      await synchronize?.(em);
      if (sqlFolder !== undefined) await applySqlObjects(em, sqlFolder);
    });
    return applied.map((migration) => migration.name);
  } finally {
    await orm.close();
  }
}
