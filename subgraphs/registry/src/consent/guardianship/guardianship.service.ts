import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { conflictOnDuplicate, runStatement } from '@birlik/kernel/statement';
import { ForeignKeyConstraintViolationException } from '@mikro-orm/core';
import type { SeenPerson } from '../../decision/grant.loader.js';
import { isOwnView } from '../../decision/own-view.rule.js';
import { endRights } from '../../decision/right-lock.service.js';
import { GuardianshipEntity } from './guardianship.entity.js';
import { messageKinds } from '../../message/message.entity.js';
import { writeMessage } from '../../message/message.service.js';
import { explain } from '../../messages.js';

/** For whom a viewer decides: themself, or a minor whose guardian they are. */
export interface ConsentActor {
  readonly volunteerId: string;
  readonly actorId: string;
  readonly byGuardian: boolean;
  /** True for a minor's account without a guardian's yes. */
  readonly accountWaits: boolean;
  /** False for a minor, who can withdraw and decline but not consent alone. */
  readonly mayConsent: boolean;
}

/** Whether a viewer sees a person's consents, requests and log as the person does: who it is, or a minor's guardian. */
export async function standsFor(context: RequestContext, person: SeenPerson): Promise<boolean> {
  if (isOwnView(context, person)) return true;
  if (person.seenBy || !context.viewer?.volunteerId) return false;
  return (await readLegalCapacity(context, person.id)).ward;
}

/**
 * The person for whom the viewer decides on consents.
 *
 * @param onBehalfOf the minor whose guardian the viewer is; unset for the viewer's own
 * @throws DomainError UNAUTHENTICATED, FORBIDDEN (no volunteer, or a token that only reads) or NOT_FOUND (no such ward)
 */
export async function requireConsentActor(context: RequestContext, onBehalfOf?: string | null): Promise<ConsentActor> {
  const actorId = context.requireVolunteer();
  const volunteerId = onBehalfOf ?? actorId;
  const { minor, ward, accountWaits } = await readLegalCapacity(context, volunteerId);
  if (volunteerId === actorId) return { volunteerId, actorId, accountWaits, byGuardian: false, mayConsent: !minor };
  if (!ward) throw new DomainError('NOT_FOUND', explain('no-such-ward'));
  return { volunteerId, actorId, accountWaits, byGuardian: true, mayConsent: true };
}

/** @throws DomainError REPRESENTATIVE_REQUIRED for a minor alone, or CONFLICT before a guardian has said yes to the account */
export function requireConsentingAge(actor: ConsentActor): void {
  if (!actor.mayConsent) throw new DomainError('REPRESENTATIVE_REQUIRED', explain('guardian-consents'));
  if (actor.accountWaits) throw new DomainError('CONFLICT', explain('account-awaits-guardian'));
}

/**
 * The guardianships of a person, as guardian or as ward, newest first, at most 50; null for a viewer who is neither that
 * person nor the person's guardian.
 */
export async function listGuardianships(
  context: RequestContext,
  person: SeenPerson,
): Promise<GuardianshipEntity[] | null> {
  return (await standsFor(context, person)) ? guardianshipsOf(context, person.id) : null;
}

/** Those of or by a person that the database shows the viewer, newest first, at most 50. */
export function guardianshipsOf({ em }: RequestContext, id: string): Promise<GuardianshipEntity[]> {
  const where = { $or: [{ guardianId: id }, { wardId: id }] };
  return em.find(GuardianshipEntity, where, { orderBy: { id: 'desc' }, limit: 50 });
}

/** Every guardianship that the database shows the viewer, newest first: those in force, or those that are over too. */
export function listRecordedGuardianships(
  { em }: RequestContext,
  args: ConnectionArgs,
  inForce: boolean,
): Promise<Connection<GuardianshipEntity>> {
  return findConnection(em, GuardianshipEntity, {
    args,
    where: inForce ? { inForce } : {},
    orderBy: [{ id: 'desc' }],
  });
}

/**
 * Records that an adult decides on a minor's consents; it ends when the minor is of age.
 *
 * @throws DomainError FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (an adult ward, a minor guardian) or CONFLICT (recorded)
 */
export async function recordGuardianship(
  context: RequestContext,
  input: { readonly guardianId: string; readonly wardId: string; readonly evidence: string },
): Promise<GuardianshipEntity> {
  const { guardianId, wardId, evidence } = input;
  if (guardianId === wardId) throw new DomainError('BAD_USER_INPUT', explain('own-guardian'));
  try {
    const id = newId();
    return await conflictOnDuplicate(explain('guardianship-recorded'), () =>
      context.em.transactional(async (em) => {
        const recordedBy = context.requireViewer().sub;
        em.create(GuardianshipEntity, {
          id,
          guardianId,
          wardId,
          evidence,
          recordedAt: new Date(),
          recordedBy,
          endedAt: null,
          endedBy: null,
        });
        await em.flush();
        if (!(await readLegalCapacity(context, wardId)).minor) {
          throw new DomainError('BAD_USER_INPUT', explain('ward-of-age'));
        }
        if ((await readLegalCapacity(context, guardianId)).minor) {
          throw new DomainError('BAD_USER_INPUT', explain('guardian-minor'));
        }
        if ((await readLegalCapacity(context, wardId)).accountWaits) await askGuardian(em, context, guardianId);
        return em.findOneOrFail(GuardianshipEntity, { id }, { refresh: true });
      }),
    );
  } catch (cause) {
    if (cause instanceof ForeignKeyConstraintViolationException) {
      throw new DomainError('NOT_FOUND', explain('one-not-registered'), { cause });
    }
    throw cause;
  }
}

/** Tells a guardian that the account of a ward waits for them. */
function askGuardian(em: RequestContext['em'], context: RequestContext, guardian: string): Promise<void> {
  return writeMessage(em, {
    volunteerId: guardian,
    organizationId: null,
    kind: messageKinds.GUARDIAN_ASKED,
    subject: explain('guardian-asked-account-subject'),
    body: explain('guardian-asked-account-body'),
    sentAt: context.now(),
  });
}

/** Ends a guardianship before the ward is of age. @throws DomainError FORBIDDEN, NOT_FOUND or CONFLICT (ended) */
export async function endGuardianship(context: RequestContext, id: string): Promise<GuardianshipEntity> {
  const found = await context.em.findOne(GuardianshipEntity, { id });
  if (!found) throw new DomainError('NOT_FOUND', explain('no-such-guardianship'));
  return context.em.transactional(async (em) => {
    await endRights(em, found.wardId);
    const guardianship = await em.findOneOrFail(GuardianshipEntity, { id }, { refresh: true });
    if (guardianship.endedAt) throw new DomainError('CONFLICT', explain('guardianship-ended'));
    guardianship.endedAt = new Date();
    guardianship.endedBy = context.requireViewer().sub;
    return guardianship;
  });
}

interface Capacity {
  readonly minor: boolean;
  readonly ward: boolean;
  readonly accountWaits: boolean;
}

async function readLegalCapacity(context: RequestContext, person: string): Promise<Capacity> {
  const [row] = await runStatement<Capacity>(
    context.em,
    `select is_minor(one) as minor, one = any (app_wards()) as ward, account_waits(one) as "accountWaits"
       from (values (?::uuid)) asked (one)`,
    [person],
  );
  return row ?? { minor: true, ward: false, accountWaits: true };
}
