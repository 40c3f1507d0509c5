import { PostgreSqlConnection } from '@mikro-orm/postgresql';
import type { Pool, PoolClient, PoolConfig } from 'pg';
import { isUnavailable, sqlStates } from '../errors/errors.js';
import type { Outcome } from './bundle.js';
import { Pipeline, type BoundStatement, type StatementResult } from './pipeline.js';
import { statementLimitMs } from './statement-limit.js';

/** Kysely's types, by way of MikroORM, which stands on it. */
type Dialect = ReturnType<PostgreSqlConnection['createKyselyDialect']>;
type Driver = ReturnType<Dialect['createDriver']>;
type Connection = Awaited<ReturnType<Driver['acquireConnection']>>;
type Query = Parameters<Connection['executeQuery']>[0];
type TransactionSettings = Parameters<Driver['beginTransaction']>[1];

/** How much longer than its limit a statement may be on the way before its connection counts as silent. */
const graceMs = 2_000;

/** What is thrown when the database was not reached: its own error where that says so, or one with such a SQLSTATE. */
function unreached(cause: unknown): Error {
  if (cause instanceof Error && isUnavailable(cause)) return cause;
  return Object.assign(new Error('The database was not reached.', { cause }), { code: sqlStates.connectionFailure });
}

/** The severity of an error that PostgreSQL sent; undefined for all others, such as those of a socket. */
const severityOf = (error: unknown) => (error as { severity?: unknown } | null)?.severity;

/** Whether a server that was the primary is a standby now. */
const isReadOnly = (error: unknown) => (error as { code?: unknown } | null)?.code === sqlStates.readOnly;

/** Whether a statement had no answer in time: the words are those of `pg`, which gives this error no code. */
const isSilence = (error: unknown) => error instanceof Error && error.message === 'Query read timeout';

/** Whether the connection is of no more use: after every error but those with which PostgreSQL refuses a statement. */
const isBreak = (error: unknown) => severityOf(error) !== 'ERROR' || isReadOnly(error);

/**
 * A connection from the time when it is taken out of the pool until it is given back, or given up: one that broke leaves
 * the pool at once, whoever holds it, so that another one can be made in its place.
 */
class HeldConnection implements Connection {
  readonly #client: PoolClient;
  readonly #onBreak: (error: unknown) => void;
  readonly #onEnd = () => this.giveUp(unreached(null));
  #held = true;

  /** @param onBreak told the error for which it is given up */
  constructor(client: PoolClient, onBreak: (error: unknown) => void) {
    this.#client = client;
    this.#onBreak = onBreak;
    // The server may end it between two statements, such as when a transaction is idle for too long.
    client.once('end', this.#onEnd);
  }

  get isHeld(): boolean {
    return this.#held;
  }

  /** Runs a statement. @throws Error of PostgreSQL, or one that is `isUnavailable` when the connection broke */
  run(text: string, values: readonly unknown[] = []) {
    const query = { text, values: [...values], query_timeout: statementLimitMs() + graceMs };
    return this.#use(() => this.#client.query(query as { text: string; values: unknown[] }));
  }

  /** Runs statements as one transaction. Never rejects. */
  async runTogether(statements: readonly BoundStatement[]): Promise<Outcome> {
    const { promise, resolve, reject } = Promise.withResolvers<readonly StatementResult[]>();
    const limitMs = statementLimitMs() * statements.length + graceMs;
    const pipeline = new Pipeline(statements, limitMs, (error, results) => (error ? reject(error) : resolve(results)));
    try {
      const results = await this.#use(() => {
        this.#client.query(pipeline);
        return promise;
      });
      return { results };
    } catch (error) {
      return { error, refused: this.#held && pipeline.ended < statements.length ? pipeline.ended : null };
    }
  }

  async #use<Result>(query: () => Promise<Result>): Promise<Result> {
    if (!this.#held) throw unreached(null);
    try {
      return await query();
    } catch (error) {
      if (!isBreak(error)) throw error;
      this.giveUp(error);
      throw unreached(error);
    }
  }

  async executeQuery<Row>({ sql, parameters }: Query) {
    const { command, rowCount, rows } = await this.run(sql, parameters);
    const changes = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(command);
    return { rows: (rows ?? []) as Row[], ...(changes && { numAffectedRows: BigInt(rowCount ?? 0) }) };
  }

  streamQuery(): never {
    throw new Error('Rows are not streamed here; read them in pages.');
  }

  giveUp(error: unknown): void {
    if (!this.#held) return;
    this.#leave(error instanceof Error ? error : true);
    this.#onBreak(error);
  }

  giveBack(): void {
    if (this.#held) this.#leave();
  }

  #leave(reason?: Error | true): void {
    this.#held = false;
    this.#client.off('end', this.#onEnd);
    this.#client.release(reason);
  }
}

/**
 * Kysely's way to a pool. Kysely itself keeps the connection of a transaction that could not begin, commit or roll back,
 * so that one crash of the database could take all of them out of the pool for good.
 */
class SteadyDriver implements Driver {
  readonly #pool: Pool;
  readonly #madeAt = new WeakMap<PoolClient, number>();
  #oldestGood = 0;

  constructor(pool: Pool) {
    this.#pool = pool;
    pool.on('connect', (client) => this.#madeAt.set(client, performance.now()));
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<HeldConnection> {
    for (;;) {
      const client = await this.#pool.connect().catch((error: unknown) => {
        throw unreached(error);
      });
      if ((this.#madeAt.get(client) ?? 0) >= this.#oldestGood) return new HeldConnection(client, this.#onBreak);
      client.release(true);
    }
  }

  async releaseConnection(connection: HeldConnection): Promise<void> {
    connection.giveBack();
  }

  async beginTransaction(
    connection: HeldConnection,
    { isolationLevel, accessMode }: TransactionSettings,
  ): Promise<void> {
    const isolation = isolationLevel ? ` isolation level ${isolationLevel}` : '';
    await orGiveUp(connection, `begin${isolation}${accessMode ? ` ${accessMode}` : ''}`);
  }

  async commitTransaction(connection: HeldConnection): Promise<void> {
    const { command } = await orGiveUp(connection, 'commit');
    // PostgreSQL answers so, without an error, when a statement of the transaction had failed.
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back instead of committed.');
  }

  async rollbackTransaction(connection: HeldConnection): Promise<void> {
    // The database rolls back what a broken connection had begun.
    if (connection.isHeld) await orGiveUp(connection, 'rollback').catch(() => undefined);
  }

  async savepoint(connection: HeldConnection, name: string): Promise<void> {
    await connection.run(`savepoint "${name}"`);
  }

  async rollbackToSavepoint(connection: HeldConnection, name: string): Promise<void> {
    await connection.run(`rollback to savepoint "${name}"`);
  }

  async releaseSavepoint(connection: HeldConnection, name: string): Promise<void> {
    await connection.run(`release savepoint "${name}"`);
  }

  async destroy(): Promise<void> {
    await this.#pool.end();
  }

  /** What one connection learns of its server or of the way there holds for all that were made before. */
  readonly #onBreak = (error: unknown) => {
    if (isReadOnly(error) || isSilence(error)) this.#oldestGood = performance.now();
  };
}

async function orGiveUp(connection: HeldConnection, command: string) {
  try {
    return await connection.run(command);
  } catch (error) {
    connection.giveUp(error);
    throw error;
  }
}

/** MikroORM's connections, which leave the pool as soon as they are of no more use. */
export class SteadyConnection extends PostgreSqlConnection {
  #driver: SteadyDriver | null = null;

  override createKyselyDialect(overrides: PoolConfig): Dialect {
    const onPoolCreated = (pool: Pool) => (this.#driver = new SteadyDriver(pool));
    const dialect = super.createKyselyDialect({ ...overrides, onPoolCreated } as PoolConfig);
    dialect.createDriver = () => this.#made();
    return dialect;
  }

  /** Runs statements as one transaction. Never rejects. */
  async runTogether(statements: readonly BoundStatement[]): Promise<Outcome> {
    try {
      await this.ensureConnection();
      const connection = await this.#made().acquireConnection();
      const outcome = await connection.runTogether(statements);
      connection.giveBack();
      return outcome;
    } catch (error) {
      return { error, refused: null };
    }
  }

  #made(): SteadyDriver {
    if (!this.#driver) throw new Error('MikroORM makes its pool together with its dialect.');
    return this.#driver;
  }
}
