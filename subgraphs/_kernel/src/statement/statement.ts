import type { Message } from '@birlik/messages/message';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { DomainError } from '../errors/errors.js';

/**
 * Runs a statement in SQL on behalf of the request that the entity manager belongs to: it counts towards the cost of that
 * request, and runs in its transaction and with its variables.
 */
export function runStatement<Row extends object>(
  em: EntityManager,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  return em.execute<Row[]>(sql, [...parameters], { loggerContext: em.getLoggerContext() });
}

/**
 * Makes a change that a unique index may refuse.
 *
 * @param explanation what is there already, for the caller to read
 * @throws DomainError CONFLICT with the explanation when it was refused for that reason
 */
export async function conflictOnDuplicate<Result>(
  explanation: Message | string,
  change: () => Promise<Result>,
): Promise<Result> {
  try {
    return await change();
  } catch (cause) {
    if (!(cause instanceof UniqueConstraintViolationException)) throw cause;
    throw new DomainError('CONFLICT', explanation, { cause });
  }
}
