import type { Message } from '@birlik/messages/message';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { MemberConnection } from '../database/member-connection.js';
import { DomainError } from '../errors/errors.js';

export { arrayLiteral, defineSetter } from '../database/bound-statement.js';

/**
 * Runs a statement in SQL on behalf of the request that the entity manager belongs to: it counts towards the cost of that
 * request, and runs in its transaction and with its variables. Outside a transaction it shares one with what the request
 * wants at the same time.
 *
 * @param sql is written in the code, with a question mark for each of the parameters
 */
export async function runStatement<Row extends object>(
  em: EntityManager,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const connection = em.getConnection();
  if (em.isInTransaction() || !(connection instanceof MemberConnection)) {
    return em.execute<Row[]>(sql, [...parameters], { loggerContext: em.getLoggerContext() });
  }
  try {
    const { rows } = await connection.runBound(em, sql, parameters);
    return rows as Row[];
  } catch (error) {
    throw em
      .getPlatform()
      .getExceptionConverter()
      .convertException(error as Error);
  }
}

/**
 * Makes a change that a unique index may refuse.
 *
 * @param explanation what is there already, for the caller to read
 * @throws DomainError CONFLICT with the explanation when it was refused for that reason
 */
export async function conflictOnDuplicate<Result>(
  explanation: Message,
  change: () => Promise<Result>,
): Promise<Result> {
  try {
    return await change();
  } catch (cause) {
    if (!(cause instanceof UniqueConstraintViolationException)) throw cause;
    throw new DomainError('CONFLICT', explanation, { cause });
  }
}
