import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from '@mikro-orm/postgresql';

/** How long a statement may run for a request. */
export const requestLimitMs = 8_000;

const limits = new AsyncLocalStorage<number>();

/** How long a statement that is sent now may run. */
export function statementLimitMs(): number {
  return limits.getStore() ?? requestLimitMs;
}

/** Runs a transaction whose statements may each take longer than those of a request: work that nobody waits for. */
export function transactionalFor<Result>(
  em: EntityManager,
  limitMs: number,
  work: (em: EntityManager) => Promise<Result>,
): Promise<Result> {
  return limits.run(limitMs, () =>
    em.transactional(async (transaction) => {
      await transaction.execute(`set local statement_timeout = ${limitMs}`);
      return work(transaction);
    }),
  );
}
