import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { mostCounted, type OfficeQueues } from './office-queue.type.js';

/** How many rows of a table wait, counted no further than a queue is told. */
const waiting = (table: string, condition: string) =>
  `(select count(*)::integer from (select from ${table} where ${condition} limit ${mostCounted}) few)`;

const countQueues = `
  with clock as (select ?::timestamptz as instant)
  select ${waiting('linkage_pair', 'is_open')} as "linkageReviews",
         ${waiting('organization', 'accredited_at is null or suspended_at is not null')} as organizations,
         ${waiting('erasure_request', 'completed_at is null and withdrawn_at is null')} as erasures,
         ${waiting('erasure_request', 'completed_at is null and withdrawn_at is null and deadline < instant')} as "overdueErasures",
         ${waiting('account_recovery', 'takes_effect_at is not null and moved_at is null and refused_at is null')} as recoveries,
         ${waiting(
           'claim_attempt',
           `outcome in ('taken', 'unsure', 'limited') and tried_at > instant - interval '7 days'`,
         )} as "doubtfulClaims",
         ${waiting('emergency', 'closed_at is null and ends_at > instant')} as emergencies,
         ${waiting('safeguarding_case', 'closed_at is null and ends_at > instant')} as "safeguardingCases",
         ${waiting('issuer', 'any_organization and withdrawn_at is null')} as "unboundIssuers",
         ${waiting(
           'mandate',
           `revoked_at is null and ends_at > instant and ends_at <= instant + interval '30 days'`,
         )} as "endingMandates"
    from clock`;

/** How much waits for the office, in one statement; the database shows other viewers none of it. */
export async function countOfficeQueues(context: RequestContext): Promise<OfficeQueues> {
  const [counted] = await runStatement<OfficeQueues>(context.em, countQueues, [context.now().toISOString()]);
  if (!counted) throw new Error('A statement of counts gave no row.');
  const isAdmin = context.requireViewer().roles.includes('admin');
  return isAdmin ? counted : { ...counted, safeguardingCases: null };
}
