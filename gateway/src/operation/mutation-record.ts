import { hash } from 'node:crypto';
import type { ErrorCode } from '../errors/error-codes.js';
import { isJsonObject, readOwn } from '../subgraph/json.js';
import { SubgraphUnavailable } from '../subgraph/subgraph-unavailable.js';
import type { SubgraphAnswer } from '../subgraph/subgraph-request.js';

const UNAVAILABLE = 'UPSTREAM_UNAVAILABLE' satisfies ErrorCode;

/** Follows what the mutations of one operation did to subgraphs. */
export class MutationRecord {
  readonly #key: string | null;
  readonly #keepsKeys: (service: string) => boolean;
  #started = 0;
  #answered = 0;
  #neverSent = 0;
  #unrepeatable = 0;

  /**
   * @param key tells this request of a client from all others, and is the same when it is sent again; null: nothing does
   * @param keepsKeys whether a subgraph does nothing twice for one key, and answers a repetition as it did before
   */
  constructor(key: string | null, keepsKeys: (service: string) => boolean) {
    this.#key = key;
    this.#keepsKeys = keepsKeys;
  }

  /** Whether no subgraph can have been changed. */
  get hadNoEffect(): boolean {
    return this.#started === this.#neverSent;
  }

  /** Whether every subgraph that may have been changed said what it did. */
  get isKnown(): boolean {
    return this.#started === this.#neverSent + this.#answered;
  }

  /** Whether to send everything once more does nothing twice. */
  get isRepeatable(): boolean {
    return this.#unrepeatable === 0;
  }

  /**
   * Follows one mutation of a subgraph. It has a key of its own: one operation may ask a subgraph for the same twice on
   * purpose, and mutations are sent in the order of the operation, so a repetition makes the same keys.
   */
  async track(
    service: string,
    ask: (idempotencyKey: string | null) => Promise<SubgraphAnswer>,
  ): Promise<SubgraphAnswer> {
    const number = this.#started++;
    const idempotencyKey = this.#key === null ? null : hash('sha256', `${this.#key} ${number}`, 'base64url');
    const keeps = this.#keepsKeys(service);
    if (!keeps) this.#unrepeatable++;
    try {
      const answer = await ask(idempotencyKey);
      if (!(keeps && saysUnavailable(answer))) this.#answered++;
      return answer;
    } catch (error) {
      if (error instanceof SubgraphUnavailable && error.neverSent) {
        this.#neverSent++;
        if (!keeps) this.#unrepeatable--;
      }
      throw error;
    }
  }
}

/** Whether a subgraph that keeps keys did nothing, since it could not. */
function saysUnavailable({ errors }: SubgraphAnswer): boolean {
  return errors.some((error) => {
    const extensions = isJsonObject(error) ? readOwn(error, 'extensions') : undefined;
    return extensions !== undefined && isJsonObject(extensions) && readOwn(extensions, 'code') === UNAVAILABLE;
  });
}
