import { createHash } from 'node:crypto';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { getOperationAST, parse } from 'graphql';
import { shareTransaction } from '../database/database.js';
import { DomainError } from '../errors/errors.js';
import type { Job } from '../jobs/jobs.js';
import { explain } from '../messages.js';
import type { Cost } from '../telemetry/telemetry.js';
import { openAnswer, sealAnswer } from './sealed-answer.js';

/** The request header with the key by which a mutation is known again. */
export const idempotencyHeader = 'idempotency-key';

/** The variable of the session that names the one row of `idempotency_key` that it may see. */
const keyVariable = 'app.idempotency_key';

/** A longer answer is not kept: a repetition is told that the mutation was carried out. */
const longestAnswer = 1024 * 1024;

/** Printable ASCII without quotation marks and backslashes, so that both ways of writing a key mean the same. */
const wellFormedKey = /^("?)([!#-[\]-~]{1,255})\1$/;

/** What the framework knows of a request that may have a key. */
export interface RepeatableRequest {
  readonly cost: Cost;
  /** Who asks: keys belong to them; null for nobody, whose keys do not count. */
  readonly keyOwner: string | null;
  /** Everything beside the body on which the answer may depend, such as rights. */
  readonly answerTerms: string;
  /** Set where the answer is known already: operations check who asks, and do nothing. */
  isRepetition: boolean;
}

/** An answer to a request in GraphQL, as it is sent. */
export interface GraphqlAnswer {
  readonly status: number;
  readonly text: string;
}

/** Thrown in place of what a mutation does when its answer is known already. */
export class RepeatedMutation extends DomainError {
  constructor() {
    super('IDEMPOTENCY_ANSWER_NOT_KEPT', explain('idempotency-answer-gone'));
  }
}

/** Undoes what was done for an answer that is not to be kept. */
class NotKept extends Error {
  readonly answer: GraphqlAnswer;

  constructor(answer: GraphqlAnswer) {
    super('not kept');
    this.answer = answer;
  }
}

interface AnswerError {
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

const errorsOf = (text: string): readonly AnswerError[] =>
  (JSON.parse(text) as { errors?: readonly AnswerError[] }).errors ?? [];

/** Whether a body asks for a mutation: queries have no use for a key. */
function isMutation(body: unknown): boolean {
  const { query, operationName } = (body ?? {}) as { query?: unknown; operationName?: string | null };
  if (typeof query !== 'string') return false;
  try {
    return getOperationAST(parse(query, { noLocation: true }), operationName)?.operation === 'mutation';
  } catch {
    return false;
  }
}

/**
 * Runs the mutations of a member at most once for each key. The key, what the mutations change and their answer come into
 * the database in one transaction; whoever repeats the request, through whatever gateway, gets that answer.
 */
export class KeptAnswers {
  readonly #orm: MikroORM;
  readonly #keepMs: number;

  constructor(orm: MikroORM, options: { keepMs: number }) {
    this.#orm = orm;
    this.#keepMs = options.keepMs;
  }

  /** Forgets the keys whose time is over. */
  readonly job: Job = {
    name: 'forget idempotency keys',
    pauseMs: 10 * 60 * 1000,
    run: async (em) => void (await em.execute('delete from idempotency_key where expires_at < now()')),
  };

  /**
   * Answers a request, with what was answered before when it is a repetition.
   *
   * @param execute answers it by running its operation
   * @throws DomainError BAD_USER_INPUT for a key of another form, IDEMPOTENCY_KEY_REUSED for a key of another request,
   *   IDEMPOTENCY_ANSWER_NOT_KEPT when the mutation was carried out and its answer is not there any more
   */
  async answer(
    request: RepeatableRequest,
    { header, body, text }: { header: string | undefined; body: unknown; text: Buffer },
    execute: () => Promise<GraphqlAnswer>,
  ): Promise<GraphqlAnswer> {
    if (header === undefined || request.keyOwner === null || !isMutation(body)) return execute();
    const given = wellFormedKey.exec(header)?.[2];
    if (given === undefined) throw new DomainError('BAD_USER_INPUT', explain('idempotency-key-malformed'));
    const key = createHash('sha256')
      .update(JSON.stringify([request.keyOwner, given]))
      .digest('base64url');
    const digest = createHash('sha256').update(request.answerTerms).update('\n').update(text).digest('base64url');
    const em = this.#orm.em.fork({ loggerContext: { cost: request.cost } });
    em.setSessionContext({ variables: { [keyVariable]: key } });
    const first = await this.#runFirst(em, { key, digest, given }, execute);
    return first ?? this.#repeat(em, { key, digest, given }, request, execute);
  }

  /** Runs the operation and keeps its answer; null when the key was used before. Two at once wait for each other here. */
  async #runFirst(
    em: EntityManager,
    { key, digest, given }: Readonly<Record<'key' | 'digest' | 'given', string>>,
    execute: () => Promise<GraphqlAnswer>,
  ): Promise<GraphqlAnswer | null> {
    try {
      return await em.transactional(async (transaction) => {
        const taken = await transaction.execute<unknown[]>(
          `insert into idempotency_key as known (key, digest, expires_at)
           values (?, ?, clock_timestamp() + ? * interval '1 millisecond')
           on conflict (key) do update set digest = excluded.digest, answer = null, expires_at = excluded.expires_at
             where known.expires_at < now() returning key`,
          [key, digest, this.#keepMs],
        );
        if (taken.length === 0) return null;
        const answer = await shareTransaction(transaction, execute);
        if (answer.status !== 200) throw new NotKept(answer);
        if (errorsOf(answer.text).some(({ extensions }) => extensions?.code === 'UPSTREAM_UNAVAILABLE'))
          throw new DomainError('UPSTREAM_UNAVAILABLE', explain('data-out-of-reach'));
        if (answer.text.length <= longestAnswer) {
          const sealed = sealAnswer(answer.text, given);
          await transaction.execute('update idempotency_key set answer = ? where key = ?', [sealed, key]);
        }
        return answer;
      });
    } catch (error) {
      if (error instanceof NotKept) return error.answer;
      throw error;
    }
  }

  async #repeat(
    em: EntityManager,
    { key, digest, given }: Readonly<Record<'key' | 'digest' | 'given', string>>,
    request: RepeatableRequest,
    execute: () => Promise<GraphqlAnswer>,
  ): Promise<GraphqlAnswer> {
    const [known] = await em.execute<{ digest: string; answer: string | null }[]>(
      'select digest, answer from idempotency_key where key = ?',
      [key],
    );
    if (known?.digest !== digest) throw new DomainError('IDEMPOTENCY_KEY_REUSED', explain('idempotency-key-reused'));
    if (known.answer === null) throw new RepeatedMutation();
    const text = openAnswer(known.answer, given);
    request.isRepetition = true;
    const now = await execute();
    return isAllowed(now.text, text) ? { status: 200, text } : now;
  }
}

/** Whether who asks may still do what was done: the only refusals now are those of the first time. */
function isAllowed(now: string, first: string): boolean {
  const refusedFirst = new Set(errorsOf(first).map(({ path }) => path?.[0]));
  return errorsOf(now).every(
    ({ path, extensions }) => extensions?.code === 'IDEMPOTENCY_ANSWER_NOT_KEPT' || refusedFirst.has(path?.[0]),
  );
}
