import type { RequestContext } from '@birlik/trust/context';

/** The database as some viewer sees it. */
export type Database = RequestContext['em'];

/** SQL that waits until nobody else links, and keeps others waiting until the transaction ends. */
export const linkageLock = `pg_advisory_xact_lock(hashtext('linkage'))`;

/**
 * Goes on with the rights of the office until the transaction ends, alone: what two submissions at the same time say
 * about one person is then seen by the second. Everything that links runs as the office.
 */
export async function runAsOffice(em: Database): Promise<void> {
  const offices = await execute(
    em,
    `select set_config('app.organization', id::text, true), ${linkageLock}
       from (select id from organization where kind = 'registry' order by id limit 1) office`,
    [],
  );
  if (offices.length === 0)
    throw new Error('There is no organisation of the kind registry, so nobody may link records.');
}

/** Runs a statement, counted as one of the request's. */
export function execute<Row>(em: Database, sql: string, parameters: readonly unknown[]): Promise<Row[]> {
  return em.execute<Row[]>(sql, [...parameters], { loggerContext: em.getLoggerContext() });
}

/** PostgreSQL's text form of an array of ids. */
export function idList(ids: Iterable<string>): string {
  return `{${[...ids].join(',')}}`;
}
