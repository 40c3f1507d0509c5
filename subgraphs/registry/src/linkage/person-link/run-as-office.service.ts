import type { RequestContext } from '@birlik/trust/context';
import { runStatement } from '@birlik/kernel/statement';

/** The database as some viewer sees it. */
export type Database = RequestContext['em'];

/** SQL that waits until nobody else links, and keeps others waiting until the transaction ends. */
export const linkageLock = `pg_advisory_xact_lock(hashtext('linkage'))`;

/**
 * Goes on with the rights of the office in linkage until the transaction ends, alone: what two submissions at the same
 * time say about one person is then seen by the second. Everything that links runs as the office.
 */
export async function runAsOffice(em: Database): Promise<void> {
  await runStatement(em, `select set_config('app.linkage', 'on', true), ${linkageLock}`);
}

/** PostgreSQL's text form of an array of ids. */
export function idList(ids: Iterable<string>): string {
  return `{${[...ids].join(',')}}`;
}
