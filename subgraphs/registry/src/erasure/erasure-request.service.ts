import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { erasePerson, unlessBusy } from '@birlik/trust/erasure';
import type { TableOutcome } from '@birlik/trust/erasure-order';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { runStatement } from '@birlik/kernel/statement';
import { endRights } from '../decision/right-lock.service.js';
import { personalData } from '../personal-data.js';
import { erasureOutcomesByRequest } from './erasure-outcome.loader.js';
import { ErasureRequestEntity } from './erasure-request.entity.js';
import { memberErasureStates, type MemberErasureState } from './erasure-state.rule.js';
import { memberNames } from './member-key.service.js';
import { explain } from '../messages.js';

/** Within so many days all members have to answer. */
const deadlineDays = 30;

/** What became of one request at one member. */
export interface MemberErasureReport {
  readonly member: string;
  readonly state: MemberErasureState;
  readonly attempts: number;
  readonly lastAttemptAt: Date | null;
  readonly acknowledgedAt: Date | null;
  readonly tables: readonly TableOutcome[];
}

interface NewRequest {
  readonly id: string;
  readonly person: string;
  readonly requestedAt: Date;
  /** Its number in a ledger that was lost; a number of its own if another request has it, or null. */
  readonly number: number | null;
}

/**
 * Enters a request into the ledger and erases the registry's own rows, in one transaction. Numbers have no gaps, so that
 * a member can say with one number how far it has come.
 *
 * @returns false when this request, or another one of the person, is in the ledger already; then nothing was changed
 */
async function enterRequest(
  em: RequestContext['em'],
  { id, person, requestedAt, number }: NewRequest,
): Promise<boolean> {
  await endRights(em, person);
  await runStatement(em, 'lock table erasure in share row exclusive mode');
  const [next] = await runStatement<{ number: number }>(
    em,
    `select case when ?::integer is null or exists (select from erasure where number = ?) then coalesce(max(number), 0) + 1
                 else ?::integer end as number from erasure`,
    [number, number, number],
  );
  const order = { id, person, number: next?.number ?? 1, requestedAt: requestedAt.toISOString() };
  const entered = await runStatement(
    em,
    `insert into erasure_request (id, number, volunteer_id, requested_at, deadline)
     values (?, ?, ?, ?, ?::timestamptz + make_interval(days => ?)) on conflict do nothing returning id`,
    [id, order.number, person, order.requestedAt, order.requestedAt, deadlineDays],
  );
  if (entered.length === 0) return false;
  await runStatement(
    em,
    'update consent set withdrawn_at = clock_timestamp() where volunteer_id = ? and withdrawn_at is null',
    [person],
  );
  const tables = await erasePerson(em, personalData, { order, encrypted: null });
  await runStatement(em, 'update erasure_request set tables = ? where id = ?', [JSON.stringify(tables), id]);
  return true;
}

/**
 * Erases the viewer: the registry's own rows now, the members' as soon as each of them is reached. It cannot be undone.
 *
 * @throws DomainError CONFLICT when it was asked for before, or when the rows are being written just now
 */
export async function requestErasure(context: RequestContext): Promise<ErasureRequestEntity> {
  const person = context.requireVolunteer();
  const request = { id: newId(), person, requestedAt: new Date(), number: null };
  const entered = await unlessBusy(() => context.erasing(person).transactional((em) => enterRequest(em, request)));
  if (!entered) throw new DomainError('CONFLICT', explain('erasure-asked'));
  return context.em.findOneOrFail(ErasureRequestEntity, { id: request.id });
}

/**
 * Takes a request back into a ledger that has lost it, from a member that has kept the order. One that is known changes
 * nothing: several members bring the same one, and a person may have asked again meanwhile.
 */
export async function recoverRequest(context: RequestContext, request: NewRequest): Promise<void> {
  if ((await context.em.count(ErasureRequestEntity, { id: request.id })) > 0) return;
  await unlessBusy(() => context.erasing(request.person).transactional((em) => enterRequest(em, request)));
}

/** The viewer's own request, or null when there is none. */
export async function findOwnErasure(context: RequestContext): Promise<ErasureRequestEntity | null> {
  const volunteerId = context.viewer?.volunteerId;
  return volunteerId ? context.em.findOne(ErasureRequestEntity, { volunteerId }) : null;
}

/** For the office: all requests, or those that are not complete, oldest first. */
export async function listErasures(
  context: RequestContext,
  args: ConnectionArgs,
  open: boolean,
): Promise<Connection<ErasureRequestEntity>> {
  const where = open ? { completedAt: null } : {};
  return findConnection(context.em, ErasureRequestEntity, { args, where, orderBy: [{ number: 'asc' }] });
}

function stateOf(tables: readonly TableOutcome[]): MemberErasureState {
  return tables.some((table) => table.kept > 0) ? memberErasureStates.KEPT : memberErasureStates.ERASED;
}

/** What became of a request at the registry and at every member. */
export async function reportMembers(
  context: RequestContext,
  request: ErasureRequestEntity,
): Promise<MemberErasureReport[]> {
  const outcomes = new Map(
    (await erasureOutcomesByRequest.load(context, request.id)).map((outcome) => [outcome.member, outcome]),
  );
  const members = memberNames(context).map((member): MemberErasureReport => {
    const outcome = outcomes.get(member);
    const unreached = outcome && outcome.attempts > 0 ? memberErasureStates.UNREACHABLE : memberErasureStates.PENDING;
    return {
      member,
      state: outcome?.acknowledgedAt ? stateOf(outcome.tables) : unreached,
      attempts: outcome?.attempts ?? 0,
      lastAttemptAt: outcome?.lastAttemptAt ?? null,
      acknowledgedAt: outcome?.acknowledgedAt ?? null,
      tables: outcome?.tables ?? [],
    };
  });
  const { requestedAt, tables } = request;
  const own = { attempts: 1, lastAttemptAt: requestedAt, acknowledgedAt: requestedAt, tables, state: stateOf(tables) };
  return [{ member: personalData.member, ...own }, ...members];
}
