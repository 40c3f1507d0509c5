import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { statementSigner } from '../../signing/statement.service.js';
import type { SeenPerson } from '../../decision/grant.loader.js';
import { standsFor } from '../../consent/guardianship/guardianship.service.js';
import type { LoggedCategory } from '../../decision/grant-category.rule.js';
import { AccessLogEntryEntity } from './access-log-entry.entity.js';
import type { LoggedBasis } from './logged-basis.rule.js';
import { headType } from '@birlik/trust/log-head';

/** What a person's log is narrowed to; unset in a field for no bound. */
export interface AccessLogFilter {
  readonly category?: LoggedCategory | null;
  readonly bases?: readonly LoggedBasis[] | null;
  readonly bySelf?: boolean | null;
}

/**
 * Every decision on a person's data that is shown by now, newest first, or null for a viewer who is neither the person nor
 * a guardian.
 */
export async function listAccessLog(
  context: RequestContext,
  { category = null, bases = null, bySelf = null, ...args }: ConnectionArgs & AccessLogFilter,
  person: SeenPerson,
): Promise<Connection<AccessLogEntryEntity> | null> {
  if (!(await standsFor(context, person))) return null;
  const where = {
    volunteerId: person.id,
    ...(category === null ? {} : { category }),
    ...(bases === null ? {} : { basis: { $in: [...bases] } }),
    ...(bySelf === null ? {} : { bySelf }),
  };
  return findConnection(context.em, AccessLogEntryEntity, { args, where, orderBy: [{ id: 'desc' }] });
}

/**
 * Every decision that was made for the viewer's organisation, newest first.
 *
 * @throws DomainError UNAUTHENTICATED or FORBIDDEN
 */
export function listOrganizationAccessLog(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<AccessLogEntryEntity>> {
  const where = { organizationId: context.requireOrganization() };
  return findConnection(context.em, AccessLogEntryEntity, { args, where, orderBy: [{ id: 'desc' }] });
}

/**
 * The newest signed head of the log with the number of rows in it that are those of the viewer's organisation, or null while
 * nothing is signed. It is signed for the organisation, so that none of its rows can be left out later.
 *
 * @throws DomainError UNAUTHENTICATED or FORBIDDEN
 */
export async function signOrganizationHead(context: RequestContext): Promise<string | null> {
  const sub = context.requireOrganization();
  const [head] = await runStatement<{ size: number; root: string; rows: number }>(
    context.em,
    `select size::float8 as size, encode(root, 'hex') as root,
            (select coalesce(max(number), 0)::float8 from access_log_leaf where reader = ? and index < size) as rows
       from access_log_head order by access_log_head.size desc limit 1`,
    [sub],
  );
  return head ? statementSigner.of(context.member).sign({ sub, ...head }, { typ: headType }) : null;
}
