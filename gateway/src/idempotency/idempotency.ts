import { hash } from 'node:crypto';
import type { Viewer } from '../identity/viewer.js';
import { RequestError } from '../errors/request-error.js';
import type { Operations } from '../operation/operations.js';
import type { Logger } from '../telemetry/logger.js';
import { readIdempotencyKey } from './idempotency-key.js';
import type { KeyState, KeyStore } from './key-store.js';
import { MutationRecord } from '../operation/mutation-record.js';
import type { OperationOutcome, OperationRequest } from '../operation/operation-request.js';
import { explain } from '../errors/messages.js';

/** An outcome, which may be the one of an earlier request with the same key. */
export interface IdempotentOutcome extends OperationOutcome {
  readonly isReplayed: boolean;
}

/** What running an operation with a key needs of the operations. */
export type IdempotentOperations = Pick<Operations, 'run' | 'kindOf'>;

/** A single answer may take this part of what is kept. */
const LARGEST_SHARE = 64;

/**
 * Runs a mutation at most once for each key of a viewer. A repetition gets the answer of the first request. The key is
 * free again when no subgraph can have been changed, and when all that may have been keep keys themselves. When another one
 * may have been and did not say so, the outcome is unknown, which a repetition is told instead of being run.
 */
export class Idempotency {
  readonly #store: KeyStore;
  readonly #maxAnswerBytes: number;
  readonly #keptBy: ReadonlySet<string>;
  readonly #logger: Logger;

  /**
   * @param options.maxBytes what is kept of all answers together
   * @param options.keptBy the subgraphs that keep keys themselves, `*` for all
   */
  constructor(
    store: KeyStore,
    { maxBytes, keptBy }: { readonly maxBytes: number; readonly keptBy: readonly string[] },
    logger: Logger,
  ) {
    this.#store = store;
    this.#maxAnswerBytes = maxBytes / LARGEST_SHARE;
    this.#keptBy = new Set(keptBy);
    this.#logger = logger;
  }

  /** Runs an operation whose request has a key; a query is run as if it had none. Rejects as `run` does. */
  async run(
    header: string | readonly string[],
    request: OperationRequest,
    operations: IdempotentOperations,
  ): Promise<IdempotentOutcome> {
    if (request.onlyQueries || operations.kindOf(request) !== 'mutation') {
      return { ...(await operations.run(request)), isReplayed: false };
    }
    const given = readIdempotencyKey(header);
    const { viewer } = request.caller;
    if (viewer === null) {
      throw new RequestError('BAD_REQUEST', explain('key-needs-token'));
    }
    // Later the same request would have other rights, and its key would be taken by this one.
    if (viewer.isKnown === false) throw new RequestError('UPSTREAM_UNAVAILABLE', explain('viewer-unknown'));
    const key = hash('sha256', JSON.stringify([viewer.issuer, viewer.sub, given]), 'base64url');
    const fingerprint = fingerprintOf(request, viewer);
    const known = await this.#claim(key, fingerprint);
    // Left by a gateway that ended: where all keep keys, they know what was done.
    const isLeft = known?.state === 'unknown' && known.fingerprint === fingerprint && this.#keptBy.has('*');
    return known === null || isLeft
      ? this.#runFirst(key, fingerprint, request, operations)
      : { ...repeat(known, fingerprint), isReplayed: true };
  }

  /** Forgets the keys of this process and drops connections. */
  close(): Promise<void> {
    return this.#store.close();
  }

  async #claim(key: string, fingerprint: string): Promise<KeyState | null> {
    try {
      return await this.#store.claim(key, fingerprint);
    } catch (error) {
      // Without the store a repetition would not be noticed, so nothing runs.
      const message = explain('keys-unchecked');
      throw new RequestError('IDEMPOTENCY_UNAVAILABLE', message, { cause: error });
    }
  }

  async #runFirst(
    key: string,
    fingerprint: string,
    request: OperationRequest,
    operations: IdempotentOperations,
  ): Promise<IdempotentOutcome> {
    const mutations = new MutationRecord(key, (service) => this.#keptBy.has('*') || this.#keptBy.has(service));
    let answer: KeyState | null = null;
    try {
      const outcome = await operations.run({ ...request, mutations });
      const { text, operation } = outcome;
      const fits = Buffer.byteLength(text) <= this.#maxAnswerBytes;
      answer = { state: 'done', fingerprint, text: fits ? text : null, operation };
      return { ...outcome, isReplayed: false };
    } finally {
      await this.#settle(
        key,
        mutations,
        mutations.isKnown && answer !== null ? answer : { state: 'unknown', fingerprint },
      );
    }
  }

  /** Does not reject: the client gets its answer also when the store is gone. The key then stays taken. */
  async #settle(key: string, mutations: MutationRecord, ended: KeyState): Promise<void> {
    try {
      const isFree = mutations.hadNoEffect || (ended.state === 'unknown' && mutations.isRepeatable);
      await (isFree ? this.#store.release(key) : this.#store.finish(key, ended));
    } catch (error) {
      this.#logger.warn({ err: error }, 'idempotency key not kept');
    }
  }
}

/**
 * What makes two requests the same. Other rights may make another answer, so they are part of it. When somebody signed in is
 * not: an answer that was lost is asked for again after another sign-in too.
 */
function fingerprintOf({ query, operationName, variables, caller }: OperationRequest, viewer: Viewer): string {
  const { authTime: _, ...rest } = viewer;
  const rights = { ...rest, roles: viewer.roles.toSorted(), scopes: viewer.scopes.toSorted() };
  return hash('sha256', JSON.stringify([query, operationName, variables, caller.purpose, rights]), 'base64url');
}

/** The answer to a repetition. Throws {@link RequestError} when there is none. */
function repeat(known: KeyState, fingerprint: string): OperationOutcome {
  if (known.fingerprint !== fingerprint) {
    const message = explain('key-reused');
    throw new RequestError('IDEMPOTENCY_KEY_REUSED', message);
  }
  if (known.state === 'running') {
    const message = explain('key-in-flight');
    throw new RequestError('IDEMPOTENCY_KEY_IN_FLIGHT', message);
  }
  if (known.state === 'unknown') {
    const message = explain('outcome-unknown');
    throw new RequestError('IDEMPOTENCY_OUTCOME_UNKNOWN', message);
  }
  if (known.text === null) {
    const message = explain('answer-not-kept');
    throw new RequestError('IDEMPOTENCY_ANSWER_NOT_KEPT', message);
  }
  return { operation: known.operation, text: known.text, events: null };
}
