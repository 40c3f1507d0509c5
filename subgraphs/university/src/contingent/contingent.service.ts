import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { LockMode } from '@mikro-orm/core';
import { EnrolmentEntity, enrolmentStatuses } from '../enrolment/enrolment.entity.js';
import { ContingentEntity } from './contingent.entity.js';
import { NominationEntity } from './nomination.entity.js';
import { assertPlaceFor } from './nomination.rule.js';
import { explain } from '../messages.js';

/** All contingents with their sizes, newest first; public, since they name no one. */
export function listContingents(context: RequestContext, args: ConnectionArgs): Promise<Connection<ContingentEntity>> {
  return findConnection(context.em, ContingentEntity, { args, orderBy: [{ id: 'desc' }] });
}

/** Who is nominated to a contingent of the viewer's own university; other universities' nominations are not seen. */
export function listNominations(
  context: RequestContext,
  contingent: ContingentEntity,
  args: ConnectionArgs,
): Promise<Connection<NominationEntity>> {
  const organizationId = context.requireOrganization();
  return findConnection(context.em, NominationEntity, {
    args,
    where: { organizationId, contingentId: contingent.id },
    orderBy: [{ id: 'asc' }],
  });
}

/**
 * Nominates a current student of the viewer's university to one of its contingents.
 *
 * The contingent's row is locked first, so that concurrent nominations never exceed its capacity.
 *
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT (not a current student) or CONFLICT (full, or nominated already)
 */
export async function nominateVolunteer(
  context: RequestContext,
  input: { contingentId: string; volunteerId: string },
): Promise<NominationEntity> {
  const organizationId = context.requireOrganization();
  const { contingentId, volunteerId } = input;
  return context.em.transactional(async (em) => {
    const contingent = await em.findOne(
      ContingentEntity,
      { id: contingentId, organizationId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!contingent) throw new DomainError('NOT_FOUND', explain('no-such-contingent'));
    const studying = { organizationId, volunteerId, status: enrolmentStatuses.STUDYING };
    if ((await em.count(EnrolmentEntity, studying)) === 0) {
      throw new DomainError('BAD_USER_INPUT', explain('students-only'));
    }
    const nominated = await em.find(NominationEntity, { contingentId });
    assertPlaceFor(
      volunteerId,
      nominated.map((nomination) => nomination.volunteerId),
      contingent.capacity ?? null,
    );
    return em.create(NominationEntity, {
      id: newId(),
      organizationId,
      contingentId,
      volunteerId,
      nominatedAt: new Date(),
    });
  });
}
