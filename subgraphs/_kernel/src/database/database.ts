import type { EntityName, LogContext, Logger } from '@mikro-orm/core';
import { Migrator, type Migration } from '@mikro-orm/migrations';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import type { Log } from '../log/log.js';
import { ErasureMigration, TenancyMigration } from '../migration/migration.js';

/** A member's database: its tables and their history, both listed explicitly. */
export interface DatabaseDefinition {
  readonly entities: readonly EntityName<object>[];
  /** In the order in which they apply. */
  readonly migrations: readonly (new (...parameters: ConstructorParameters<typeof Migration>) => Migration)[];
}

/** Counts the statements of each request instead of printing them: texts and parameters hold personal values. */
class StatementCounter implements Logger {
  readonly #log: Log | null;

  constructor(log: Log | null) {
    this.#log = log;
  }

  logQuery(context: LogContext): void {
    (context['onStatement'] as (() => void) | undefined)?.();
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

const statementTimeoutMs = 8_000;

/** Connects as the process's own role, which is not the owner of the tables. Nothing is created or changed. */
export async function openDatabase(
  definition: DatabaseDefinition,
  options: { url: string; poolSize: number; log: Log | null },
): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: options.url,
    entities: [...definition.entities],
    pool: { max: options.poolSize, idleTimeoutMillis: 30_000 },
    driverOptions: {
      connectionTimeoutMillis: 5_000,
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: statementTimeoutMs,
    },
    loggerFactory: () => new StatementCounter(options.log),
  });
}

/** Brings the database to the newest migration; resolves to the names of those that were applied now. */
export async function migrate(definition: DatabaseDefinition, ownerUrl: string): Promise<string[]> {
  const orm = await MikroORM.init({
    clientUrl: ownerUrl,
    entities: [...definition.entities],
    extensions: [Migrator],
    migrations: {
      migrationsList: [TenancyMigration, ErasureMigration, ...definition.migrations],
      snapshot: false,
      silent: true,
    },
    loggerFactory: () => new StatementCounter(null),
  });
  try {
    return (await orm.migrator.up()).map((migration) => migration.name);
  } finally {
    await orm.close();
  }
}

/**
 * Refuses a database in which row-level security could be gone round: the process's role must be a plain one that owns
 * no table, and every table must force row-level security.
 *
 * @throws Error naming the role or the tables
 */
export async function assertRowLevelSecurity(em: EntityManager): Promise<void> {
  const [role] = await em.execute<{ name: string; trusted: boolean; owns: boolean }[]>(
    `select rolname as name, (rolsuper or rolbypassrls) as trusted,
            exists (select from pg_class where relowner = pg_roles.oid and relkind in ('r', 'p')) as owns
       from pg_roles where rolname = current_user`,
  );
  if (!role || role.trusted || role.owns) {
    throw new Error(
      `The role ${role?.name ?? 'of DATABASE_URL'} may not serve: it must own no table and have neither SUPERUSER nor BYPASSRLS.`,
    );
  }
  const open = await em.execute<{ name: string }[]>(
    `select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and not (relrowsecurity and relforcerowsecurity)`,
  );
  if (open.length > 0) {
    throw new Error(`Row-level security is not forced on: ${open.map((table) => table.name).join(', ')}.`);
  }
}
