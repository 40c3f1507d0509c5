import type { RequestContext } from '@birlik/trust/context';
import { mostOrders } from '@birlik/trust/erasure';
import { decryptOrder, encryptOrder, verifyReceipt, verifyState, type ErasureState } from '@birlik/trust/erasure-order';
import { DomainError } from '@birlik/kernel/errors';
import { arrayLiteral, runStatement } from '@birlik/kernel/statement';
import { recoverRequest } from './erasure-request.service.js';
import { memberKey, memberNames } from '../decision/member-key.service.js';
import { explain } from '../messages.js';

/** One member to whom orders are to be dispatched, and the number up to which its answers are here. */
export interface ErasureDelivery {
  readonly member: string;
  readonly after: number;
}

/** What a member said about itself; both empty when it was not reached. */
export interface MemberAnswer {
  readonly member: string;
  readonly state: string | null;
  readonly orders: readonly string[];
}

interface OpenRequest {
  readonly id: string;
  readonly number: number;
  readonly volunteer_id: string;
  readonly requested_at: Date;
}

/** All members that take orders. @throws DomainError FORBIDDEN for anyone but the office's system */
export async function listDeliveries(context: RequestContext): Promise<ErasureDelivery[]> {
  const rows = await runStatement<ErasureDelivery>(
    context.em,
    `select o.member, max(r.number) as after from erasure_outcome o join erasure_request r on r.id = o.request_id
      where o.acknowledged_at is not null group by o.member`,
    [],
  );
  const after = new Map(rows.map((row) => [row.member, row.after]));
  return memberNames(context).map((member) => ({ member, after: after.get(member) ?? 0 }));
}

/**
 * A member that has carried out less than it has acknowledged was restored from a backup: what it has lost is open again.
 * That is what stands above its watermark, or everything, when the watermark does not show the loss.
 */
async function reopenLost(
  context: RequestContext,
  member: string,
  { applied, watermark }: ErasureState,
): Promise<void> {
  await runStatement(
    context.em,
    `with acknowledged as (
       select r.id, r.number from erasure_outcome o join erasure_request r on r.id = o.request_id
        where o.member = ? and o.acknowledged_at is not null
     ), lost as (
       select id from acknowledged
        where (select count(*) from acknowledged) > ?::integer
          and (number > ?::integer or ?::integer >= (select max(number) from acknowledged))
     ), reopened as (
       update erasure_outcome set acknowledged_at = null, attempts = 0
        where member = ? and request_id in (select id from lost)
     )
     update erasure_request set completed_at = null where id in (select id from lost)`,
    [member, applied, watermark, watermark, member],
  );
}

/** The requests that the member has not answered, or whose kept rows have come to their end, and counts the attempt. */
async function attemptOpen(context: RequestContext, member: string): Promise<OpenRequest[]> {
  return runStatement<OpenRequest>(
    context.em,
    `with open as (
       select r.id, r.number, r.volunteer_id, r.requested_at from erasure_request r
         left join erasure_outcome o on o.request_id = r.id and o.member = ?
        where r.number is not null and (o.acknowledged_at is null or o.kept_until <= app_today())
        order by r.number limit ${mostOrders}
     ), attempted as (
       insert into erasure_outcome (request_id, member, attempts, last_attempt_at)
       select id, ?, 1, clock_timestamp() from open
       on conflict (request_id, member) do update
         set attempts = erasure_outcome.attempts + 1, last_attempt_at = excluded.last_attempt_at
     )
     select * from open order by number`,
    [member, member],
  );
}

/**
 * Takes in what a member said, and gives out the orders that it has to be sent now, encrypted for it. Orders that the member
 * has and the ledger has not come back into the ledger first.
 *
 * @throws DomainError NOT_FOUND (no such member) or BAD_USER_INPUT (the member did not sign that)
 */
export async function dispatchErasures(context: RequestContext, answer: MemberAnswer): Promise<string[]> {
  const key = memberKey(context, answer.member);
  if (answer.state !== null) {
    const state = await verifyState(answer.state, key);
    if (!state) throw new DomainError('BAD_USER_INPUT', explain('state-not-signed'));
    for (const token of answer.orders.slice(0, mostOrders)) {
      const order = await decryptOrder(token, key);
      if (!order) throw new DomainError('BAD_USER_INPUT', explain('foreign-order'));
      await recoverRequest(context, { ...order, requestedAt: new Date(order.requestedAt) });
    }
    await reopenLost(context, answer.member, state);
  }
  const open = await attemptOpen(context, answer.member);
  if (answer.state === null) return [];
  return Promise.all(
    open.map(({ id, number, volunteer_id: person, requested_at: requestedAt }) =>
      encryptOrder({ id, number, person, requestedAt: new Date(requestedAt).toISOString() }, key),
    ),
  );
}

/**
 * Records what a member has done.
 *
 * @throws DomainError NOT_FOUND (no such member) or BAD_USER_INPUT (a receipt that is not the member's)
 */
export async function recordErasures(
  context: RequestContext,
  member: string,
  receipts: readonly string[],
): Promise<number> {
  const key = memberKey(context, member);
  const rows = await Promise.all(
    receipts.slice(0, mostOrders).map(async (token) => {
      const receipt = await verifyReceipt(token, key);
      if (!receipt) throw new DomainError('BAD_USER_INPUT', explain('receipt-not-signed'));
      const ends = receipt.tables.map(({ keptUntil }) => keptUntil).filter((end) => end !== null);
      return {
        request_id: receipt.order,
        tables: receipt.tables,
        receipt: token,
        kept_until: ends.toSorted()[0] ?? null,
      };
    }),
  );
  return context.em.transactional(async (em) => {
    // Members answer beside each other: whoever answers last has to see what the others have recorded.
    await runStatement(em, 'select from erasure_request where id = any(?::uuid[]) order by id for update', [
      arrayLiteral(rows.map((row) => row.request_id)),
    ]);
    const recorded = await runStatement<{ request_id: string }>(
      em,
      `update erasure_outcome o
          set acknowledged_at = clock_timestamp(), tables = given.tables, receipt = given.receipt, kept_until = given.kept_until
         from jsonb_to_recordset(?::jsonb) as given (request_id uuid, tables jsonb, receipt text, kept_until date)
        where o.request_id = given.request_id and o.member = ?
       returning o.request_id`,
      [JSON.stringify(rows), member],
    );
    await runStatement(
      em,
      `update erasure_request r set completed_at = coalesce(r.completed_at, clock_timestamp())
        where r.id = any(?::uuid[])
          and not exists (
            select from unnest(?::text[]) as expected (member)
             where not exists (
               select from erasure_outcome o
                where o.request_id = r.id and o.member = expected.member and o.acknowledged_at is not null))`,
      [arrayLiteral(recorded.map((row) => row.request_id)), arrayLiteral(memberNames(context))],
    );
    return recorded.length;
  });
}
