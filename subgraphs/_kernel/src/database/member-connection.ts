import type { AnyEntity, Configuration, EntityData, QueryResult, SessionContext } from '@mikro-orm/core';
import { PostgreSqlDriver, type EntityManager } from '@mikro-orm/postgresql';
import { sqlState } from '../errors/errors.js';
import { Cost } from '../telemetry/cost.js';
import { bindStatement, settings } from './bound-statement.js';
import { Bundles, type Outcome, type SessionVariables } from './bundle.js';
import type { BoundStatement, StatementResult } from './pipeline.js';
import { SharedTransaction } from './shared-transaction.js';
import { SteadyConnection } from './steady-pool.js';

type Begun = Awaited<ReturnType<SteadyConnection['begin']>>;
type TransactionOptions = Parameters<SteadyConnection['transactional']>[1];
type ExecuteParameters = Parameters<SteadyConnection['execute']>;
type Executed = QueryResult | EntityData<AnyEntity> | EntityData<AnyEntity>[];

/** Stands for the transaction that MikroORM makes around one statement, outside a transaction, for the session's variables. */
class SingleStatement {
  readonly variables: SessionVariables;
  #taken = false;

  constructor({ variables = {} }: SessionContext) {
    this.variables = variables;
  }

  /** @throws Error for a second statement, which would not be in one transaction with the first */
  take(): SessionVariables {
    if (this.#taken) throw new Error('Several statements need a transaction.');
    this.#taken = true;
    return this.variables;
  }
}

/** SQLSTATEs of a name that the session does not know, and of one behind which the tables have changed. */
const staleStates: ReadonlySet<string> = new Set(['26000', '0A000']);

/** The cost of the request that a statement runs for, which all statements of it share; one of its own outside requests. */
function costOf(context: object | undefined): Cost {
  const { cost } = (context ?? {}) as { readonly cost?: Cost };
  return cost ?? new Cost();
}

const unnamed = (statement: BoundStatement): BoundStatement => ({ ...statement, name: null });

/**
 * A connection on which statements outside transactions go in {@link Bundles}. MikroORM would send four for each of them: to
 * begin, to set the session's variables, to read and to commit.
 */
export class MemberConnection extends SteadyConnection {
  readonly #bundles = new Bundles<Cost>((statements, cost) => this.#send(statements, cost));

  override async transactional<Result>(
    work: (transaction: Begun) => Promise<Result>,
    options: TransactionOptions = {},
  ): Promise<Result> {
    const shared = options.ctx ? null : SharedTransaction.current();
    if (shared) return this.#asPart(shared, work, options);
    const { sessionContext, eventBroadcaster } = options;
    // Only of a transaction that somebody asked for there are others who hear when it begins and ends.
    if (!sessionContext || sessionContext.role || eventBroadcaster) return super.transactional(work, options);
    return work(new SingleStatement(sessionContext) as never);
  }

  /** Runs a transaction as a part of one that is shared, with its own variables of the session. */
  #asPart<Result>(
    shared: SharedTransaction,
    work: (transaction: Begun) => Promise<Result>,
    options: NonNullable<TransactionOptions>,
  ): Promise<Result> {
    const { sessionContext, loggerContext } = options;
    const variables = sessionContext?.variables ?? {};
    const set = async (transaction: Begun, values: SessionVariables) => {
      if (Object.keys(values).length === 0) return;
      const { sql, values: parameters } = settings(values);
      await this.execute(sql, parameters, 'run', transaction, loggerContext);
    };
    const part = async (transaction: Begun) => {
      await set(transaction, shared.entering(variables));
      const result = await new SharedTransaction(transaction, variables, shared).share(() => work(transaction));
      await set(transaction, shared.leaving(variables));
      return result;
    };
    return shared.inTurn(() => super.transactional(part, { ...options, ctx: shared.transaction as Begun }));
  }

  override async execute<Result extends Executed>(
    query: ExecuteParameters[0],
    parameters: ExecuteParameters[1] = [],
    method: ExecuteParameters[2] = 'all',
    transaction?: unknown,
    context?: ExecuteParameters[4],
  ): Promise<Result> {
    if (!(transaction instanceof SingleStatement)) {
      return super.execute<Result>(query, parameters, method, transaction, context);
    }
    const statement = this.#inlined(query, parameters);
    const { command, rowCount, rows } = await this.#bundles.run(costOf(context), transaction.take(), statement);
    const changes = command !== null && ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(command);
    return this.transformRawResult<Result>({ rows, ...(changes && { numAffectedRows: rowCount ?? 0 }) }, method);
  }

  #inlined(query: ExecuteParameters[0], parameters: ExecuteParameters[1]): BoundStatement {
    const fragment =
      typeof query === 'string' ? { sql: query, params: parameters } : 'toRaw' in query ? query.toRaw() : query;
    const { sql, params } = fragment;
    if (!Array.isArray(params)) throw new Error('The values of a statement come as a list.');
    return { text: this.platform.formatQuery(sql, params), values: [], name: null, shown: sql };
  }

  /** Runs a statement of which the text is written in the code, with question marks for its values. */
  async runBound(em: EntityManager, sql: string, parameters: readonly unknown[]): Promise<StatementResult> {
    const context = em.getLoggerContext();
    const variables = em.getSessionContext()?.variables ?? {};
    const shared = SharedTransaction.current();
    if (!shared) return this.#bundles.run(costOf(context), variables, bindStatement(sql, parameters));
    const options = { sessionContext: { variables }, loggerContext: context };
    const rows = await this.#asPart(
      shared,
      (transaction) => this.execute<StatementResult['rows']>(sql, [...parameters], 'all', transaction, context),
      options as NonNullable<TransactionOptions>,
    );
    return { command: null, rowCount: null, rows };
  }

  async #send(statements: readonly BoundStatement[], cost: Cost): Promise<Outcome> {
    const outcome = await this.#measured(statements, cost);
    if ('results' in outcome || !staleStates.has(sqlState(outcome.error))) return outcome;
    return this.#measured(statements.map(unnamed), cost);
  }

  async #measured(statements: readonly BoundStatement[], cost: Cost): Promise<Outcome> {
    const startedAt = performance.now();
    const outcome = await this.runTogether(statements);
    const took = performance.now() - startedAt;
    for (const { shown } of statements) cost.add(shown, took);
    return outcome;
  }
}

/** MikroORM's driver for PostgreSQL with such connections. */
export class MemberDriver extends PostgreSqlDriver {
  protected override readonly connection: MemberConnection;

  constructor(config: Configuration) {
    super(config);
    this.connection = new MemberConnection(config);
  }
}
