import { AsyncLocalStorage } from 'node:async_hooks';
import type { Transaction } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SessionVariables } from './bundle.js';

const scope = new AsyncLocalStorage<SharedTransaction>();

/** A transaction, or a part of one, in which everything happens that is done inside {@link SharedTransaction.share}. */
export class SharedTransaction {
  readonly transaction: Transaction;
  readonly #variables: SessionVariables;
  readonly #around: SharedTransaction | null;
  #isOpen = true;
  #last: Promise<unknown> = Promise.resolve();

  constructor(transaction: Transaction, variables: SessionVariables, around: SharedTransaction | null = null) {
    this.transaction = transaction;
    this.#variables = variables;
    this.#around = around;
  }

  /** The innermost one that is open where this is called; null outside of all. */
  static current(): SharedTransaction | null {
    let found = scope.getStore() ?? null;
    while (found && !found.#isOpen) found = found.#around;
    return found;
  }

  /** Does work whose transactions become parts of this one, until the work is done. */
  async share<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await scope.run(this, work);
    } finally {
      this.#isOpen = false;
    }
  }

  /** Runs one part at a time: parts nest and never overlap, since a savepoint takes with it what came after it. */
  inTurn<Result>(part: () => Promise<Result>): Promise<Result> {
    const run = this.#last.then(part);
    this.#last = run.catch(() => undefined);
    return run;
  }

  /** The variables to set where a part with its own begins: those around it are unset, as in a transaction of its own. */
  entering(own: SessionVariables): SessionVariables {
    return { ...unset(this.#variables), ...own };
  }

  /** The variables to set where such a part ends. */
  leaving(own: SessionVariables): SessionVariables {
    return { ...unset(own), ...this.#variables };
  }
}

function unset(variables: SessionVariables): SessionVariables {
  return Object.fromEntries(Object.keys(variables).map((name) => [name, '']));
}

/**
 * Does work in the transaction of an entity manager: every transaction that is begun meanwhile, by whatever entity manager
 * and with whatever variables of the session, is a part of it and takes effect or not with the whole.
 */
export function shareTransaction<Result>(em: EntityManager, work: () => Promise<Result>): Promise<Result> {
  const transaction = em.getTransactionContext();
  if (!transaction) throw new Error('Only a transaction that has begun can be shared.');
  return new SharedTransaction(transaction, em.getSessionContext()?.variables ?? {}).share(work);
}
