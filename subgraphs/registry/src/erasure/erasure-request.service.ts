import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { erasePerson, unlessBusy } from '@birlik/trust/erasure';
import type { TableOutcome } from '@birlik/trust/erasure-order';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { runStatement } from '@birlik/kernel/statement';
import { requireConsentActor } from '../consent/guardianship/guardianship.service.js';
import { endRights } from '../decision/right-lock.service.js';
import { personalData } from '../personal-data.js';
import { erasureOutcomesByRequest } from './erasure-outcome.loader.js';
import { ErasureRequestEntity } from './erasure-request.entity.js';
import { memberErasureStates, type MemberErasureState } from './erasure-state.rule.js';
import { erasureDelay } from './erasure-delay.service.js';
import { memberNames } from '../decision/member-key.service.js';
import { messageKinds } from '../message/message.entity.js';
import { writeMessage } from '../message/message.service.js';
import { explain } from '../messages.js';
import { dayIn } from '@birlik/kernel/time-zone';

/** How long an erasure can be taken back, in seconds. */
const delayOf = (context: RequestContext): number => erasureDelay.of(context.member);

/** Within so many days from when it takes effect all members have to answer. */
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

interface Order {
  readonly id: string;
  readonly person: string;
  readonly requestedAt: Date;
}

/** A number for the next order. Numbers have no gaps, so that a member can say with one number how far it has come. */
async function nextNumber(em: RequestContext['em'], wanted: number | null): Promise<number> {
  await runStatement(em, 'lock table erasure in share row exclusive mode');
  const [next] = await runStatement<{ number: number }>(
    em,
    `select case when ?::integer is null or exists (select from erasure where number = ?) then coalesce(max(number), 0) + 1
                 else ?::integer end as number from erasure`,
    [wanted, wanted, wanted],
  );
  return next?.number ?? 1;
}

/**
 * Gives a request its place in the ledger and erases the registry's own rows, in one transaction.
 *
 * @param number in a ledger that was lost; a number of its own if another request has it, or null
 * @param enter makes or marks the request's row; false when there is nothing to do, and then nothing was changed
 */
async function carryOut(
  em: RequestContext['em'],
  { id, person, requestedAt, number }: Order & { readonly number: number | null },
  enter: (number: number) => Promise<boolean>,
): Promise<boolean> {
  await endRights(em, person);
  const order = { id, person, number: await nextNumber(em, number), requestedAt: requestedAt.toISOString() };
  if (!(await enter(order.number))) return false;
  await runStatement(
    em,
    'update consent set withdrawn_at = clock_timestamp() where volunteer_id = ? and withdrawn_at is null',
    [person],
  );
  await runStatement(
    em,
    `update affiliation set until = greatest(since, organization_day(organization_id, now()))
      where volunteer_id = ? and (until is null or until > organization_day(organization_id, now()))`,
    [person],
  );
  const tables = await erasePerson(em, personalData, { order, encrypted: null });
  await runStatement(em, 'update erasure_request set tables = ? where id = ?', [JSON.stringify(tables), id]);
  return true;
}

/**
 * Asks for the viewer's erasure, or for that of a minor whose guardian the viewer is, which begins after the configured delay unless it is taken back before: then the
 * registry's own rows go, and the members' as soon as each of them is reached.
 *
 * @throws DomainError NOT_FOUND (no such ward) or CONFLICT when it was asked for before
 */
export async function requestErasure(
  context: RequestContext,
  onBehalfOf: string | null = null,
): Promise<ErasureRequestEntity> {
  const { volunteerId: person } = await requireConsentActor(context, onBehalfOf);
  const id = await context.em.transactional((em) => enterErasure(context, em, person));
  if (id === null) throw new DomainError('CONFLICT', explain('erasure-asked'));
  return context.em.findOneOrFail(ErasureRequestEntity, { id });
}

/** Enters a request that begins after the configured delay, and tells the person; null where there is one. */
export async function enterErasure(
  context: RequestContext,
  em: RequestContext['em'],
  person: string,
): Promise<string | null> {
  const id = newId();
  const [entered] = await runStatement<{ begins: string }>(
    em,
    `insert into erasure_request (id, volunteer_id, requested_at, takes_effect_at, deadline)
     select ?, ?, now, now + make_interval(secs => ?), now + make_interval(secs => ?, days => ?)
       from clock_timestamp() now
      where app_unerased(?) is not null
     on conflict do nothing returning takes_effect_at as begins`,
    [id, person, delayOf(context), delayOf(context), deadlineDays, person],
  );
  if (!entered) return null;
  await writeMessage(em, {
    volunteerId: person,
    organizationId: null,
    kind: messageKinds.ERASURE_DELAYED,
    subject: explain('erasure-delayed-subject'),
    body: explain('erasure-delayed-body', { on: dayIn(context.member.timeZone, new Date(entered.begins)) }),
    sentAt: context.now(),
  });
  return id;
}

/**
 * Takes the viewer's request back before it takes effect.
 *
 * @throws DomainError NOT_FOUND when there is none, or CONFLICT when its delay is over
 */
export async function withdrawErasure(
  context: RequestContext,
  onBehalfOf: string | null = null,
): Promise<ErasureRequestEntity> {
  const { volunteerId: person } = await requireConsentActor(context, onBehalfOf);
  const [withdrawn] = await runStatement<{ id: string }>(
    context.em,
    `update erasure_request set withdrawn_at = clock_timestamp()
      where volunteer_id = ? and withdrawn_at is null and number is null and takes_effect_at > clock_timestamp()
      returning id`,
    [person],
  );
  if (withdrawn) return context.em.findOneOrFail(ErasureRequestEntity, { id: withdrawn.id });
  if ((await findOwnErasure(context, onBehalfOf)) === null) throw new DomainError('NOT_FOUND', explain('no-erasure'));
  throw new DomainError('CONFLICT', explain('erasure-began'));
}

/** Begins the erasures whose delay is over, at most 100; gives how many began. One whose rows are being written waits. */
export async function beginErasures(context: RequestContext): Promise<number> {
  const due = await runStatement<{ id: string; volunteer_id: string; requested_at: Date }>(
    context.em,
    `select id, volunteer_id, requested_at from erasure_request
      where number is null and withdrawn_at is null and takes_effect_at <= clock_timestamp()
      order by id limit 100`,
  );
  let begun = 0;
  for (const { id, volunteer_id: person, requested_at: requestedAt } of due) {
    const order = { id, person, requestedAt: new Date(requestedAt), number: null };
    const work = () =>
      context.erasing(person).transactional((em) => carryOut(em, order, (number) => mark(em, id, number)));
    if (await unlessBusy(work).catch(waitsForOthers)) begun += 1;
  }
  return begun;
}

async function mark(em: RequestContext['em'], id: string, number: number): Promise<boolean> {
  const marked = await runStatement(
    em,
    'update erasure_request set number = ? where id = ? and number is null and withdrawn_at is null returning id',
    [number, id],
  );
  return marked.length > 0;
}

function waitsForOthers(error: unknown): false {
  if (error instanceof DomainError && error.code === 'CONFLICT') return false;
  throw error;
}

/**
 * Takes a request back into a ledger that has lost it, from a member that has kept the order. One that is known changes
 * nothing: several members bring the same one, and a person may have asked again meanwhile.
 */
export async function recoverRequest(
  context: RequestContext,
  request: Order & { readonly number: number | null },
): Promise<void> {
  if ((await context.em.count(ErasureRequestEntity, { id: request.id })) > 0) return;
  const { id, person, requestedAt } = request;
  await unlessBusy(() =>
    context.erasing(person).transactional((em) =>
      carryOut(em, request, async (number) => {
        // What was asked for since then is this order's by now.
        await runStatement(
          em,
          `update erasure_request set withdrawn_at = clock_timestamp()
            where volunteer_id = ? and number is null and withdrawn_at is null`,
          [person],
        );
        const entered = await runStatement(
          em,
          `insert into erasure_request (id, number, volunteer_id, requested_at, takes_effect_at, deadline)
           values (?, ?, ?, ?, ?, ?::timestamptz + make_interval(days => ?)) on conflict do nothing returning id`,
          [
            id,
            number,
            person,
            requestedAt.toISOString(),
            requestedAt.toISOString(),
            requestedAt.toISOString(),
            deadlineDays,
          ],
        );
        return entered.length > 0;
      }),
    ),
  );
}

/** The viewer's own request, or null when there is none that was not taken back. */
export async function findOwnErasure(
  context: RequestContext,
  onBehalfOf: string | null = null,
): Promise<ErasureRequestEntity | null> {
  if (!context.viewer?.volunteerId) return null;
  const { volunteerId } = await requireConsentActor(context, onBehalfOf);
  return context.em.findOne(ErasureRequestEntity, { volunteerId, withdrawnAt: null });
}

/** For the office: all requests, or those that are not complete, oldest first. */
export async function listErasures(
  context: RequestContext,
  args: ConnectionArgs,
  open: boolean,
): Promise<Connection<ErasureRequestEntity>> {
  const where = open ? { completedAt: null, withdrawnAt: null } : {};
  return findConnection(context.em, ErasureRequestEntity, { args, where, orderBy: [{ id: 'asc' }] });
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
  const { number, takesEffectAt: at, tables } = request;
  const own =
    number === null
      ? { attempts: 0, lastAttemptAt: null, acknowledgedAt: null, tables, state: memberErasureStates.PENDING }
      : { attempts: 1, lastAttemptAt: at, acknowledgedAt: at, tables, state: stateOf(tables) };
  return [{ member: personalData.member, ...own }, ...members];
}
