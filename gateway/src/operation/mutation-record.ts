import { hash } from 'node:crypto';
import { SubgraphUnavailable } from '../subgraph/subgraph-unavailable.js';
import type { SubgraphAnswer } from '../subgraph/subgraph-request.js';

/** Follows what the mutations of one operation did to subgraphs. */
export class MutationRecord {
  readonly #key: string | null;
  #started = 0;
  #answered = 0;
  #neverSent = 0;

  /** @param key tells this request of a client from all others, and is the same when it is sent again; null: nothing does */
  constructor(key: string | null) {
    this.#key = key;
  }

  /** Whether no subgraph can have been changed. */
  get hadNoEffect(): boolean {
    return this.#started === this.#neverSent;
  }

  /** Whether every subgraph that may have been changed said what it did. */
  get isKnown(): boolean {
    return this.#started === this.#neverSent + this.#answered;
  }

  /**
   * Follows one mutation of a subgraph. It has a key of its own: one operation may ask a subgraph for the same twice on
   * purpose, and mutations are sent in the order of the operation, so a repetition makes the same keys.
   */
  async track(ask: (idempotencyKey: string | null) => Promise<SubgraphAnswer>): Promise<SubgraphAnswer> {
    const number = this.#started++;
    const idempotencyKey = this.#key === null ? null : hash('sha256', `${this.#key} ${number}`, 'base64url');
    try {
      const answer = await ask(idempotencyKey);
      this.#answered++;
      return answer;
    } catch (error) {
      if (error instanceof SubgraphUnavailable && error.neverSent) this.#neverSent++;
      throw error;
    }
  }
}
