import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { purposes } from '@birlik/trust/purpose';
import { LockMode, raw } from '@mikro-orm/core';
import { purposeError } from '../../decision/purpose-error.service.js';
import { refusals, type Refusal } from '../../decision/refusal.rule.js';
import { endRights } from '../../decision/right-lock.service.js';
import { explain } from '../../messages.js';
import { SafeguardingCaseEntity } from './safeguarding-case.entity.js';

const longestDays = 30;
const dayMs = 86_400_000;

const needingCase = purposes.filter(({ needsCase }) => needsCase);

/** The roles in which a purpose may be stated that needs a case. */
export const caseRoles: readonly string[] = [...new Set(needingCase.flatMap(({ roles }) => roles))];

/** The cases of the viewer's organisation, newest first; the database shows the office all of them. */
export function listSafeguardingCases(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<SafeguardingCaseEntity>> {
  return findConnection(context.em, SafeguardingCaseEntity, { args, orderBy: [{ id: 'desc' }] });
}

/** Whether a case is not over. */
export function isOpenCase({ closedAt, endsAt }: SafeguardingCaseEntity): boolean {
  return closedAt === null && endsAt > new Date();
}

/**
 * Opens a case, from the next request on.
 *
 * @throws DomainError BAD_USER_INPUT (its end), or why the organisation may state no purpose that needs a case
 */
export async function openSafeguardingCase(
  context: RequestContext,
  { reason, endsAt }: { readonly reason: string; readonly endsAt: Date },
): Promise<SafeguardingCaseEntity> {
  const organizationId = context.requireOrganization();
  const openedAt = new Date();
  const days = (endsAt.getTime() - openedAt.getTime()) / dayMs;
  if (days <= 0 || days > longestDays) {
    throw new DomainError('BAD_USER_INPUT', explain('case-too-long', { most: longestDays }));
  }
  const refusal = await refusalOfCase(context, organizationId);
  if (refusal !== null) throw await purposeError(context, refusal);
  return context.em.transactional(async (em) =>
    em.create(SafeguardingCaseEntity, {
      id: newId(),
      organizationId,
      reason,
      openedAt,
      openedBy: context.requireViewer().sub,
      endsAt,
      closedAt: null,
      closedBy: null,
    }),
  );
}

/** Why the viewer's organisation may state none of the purposes that need a case, or null where only the case may be missing. */
async function refusalOfCase(context: RequestContext, organizationId: string): Promise<Refusal | null> {
  const codes = needingCase.map(({ code }) => code);
  const rows = await runStatement<{ refusal: Refusal | null }>(
    context.em,
    `select purpose_refusal(code, ?::uuid, app_roles()) as refusal from purpose where code = any (?::text[])`,
    [organizationId, `{${codes.join(',')}}`],
  );
  const isOpenable = rows.some(({ refusal }) => refusal === null || refusal === refusals.SAFEGUARDING_CASE_MISSING);
  return isOpenable ? null : (rows[0]?.refusal ?? refusals.PURPOSE_UNKNOWN);
}

/**
 * Ends a case before its time; no request that begins afterwards reads on it.
 *
 * @throws DomainError NOT_FOUND or CONFLICT (over already)
 */
export async function closeSafeguardingCase(context: RequestContext, id: string): Promise<SafeguardingCaseEntity> {
  const organizationId = context.requireOrganization();
  return context.em.transactional(async (em) => {
    await endRights(em, organizationId);
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE };
    const one = await em.findOne(SafeguardingCaseEntity, { id, organizationId }, lock);
    if (!one) throw new DomainError('NOT_FOUND', explain('no-such-case'));
    if (!isOpenCase(one)) throw new DomainError('CONFLICT', explain('case-over'));
    // Not before it was opened, should this clock be ahead of that of the database.
    const closedAt = raw('greatest(clock_timestamp(), opened_at)');
    await em.nativeUpdate(SafeguardingCaseEntity, { id }, { closedAt, closedBy: context.requireViewer().sub });
    return em.refreshOrFail(one);
  });
}
