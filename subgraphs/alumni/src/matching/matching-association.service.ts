import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import type { RequestContext } from '@birlik/trust/context';
import { LockMode } from '@mikro-orm/core';
import { AssociationEntity } from '../association/association.entity.js';
import { explain } from '../messages.js';
import { MatchingAssociationEntity } from './matching-association.entity.js';
import { MatchingRoundEntity } from './matching-round.entity.js';
import type { MatchingQuotaInput } from './matching-round.input.js';
import { inRound } from './matching-refusal.service.js';

/**
 * Lets the viewer's own association take part in a round, or leave it with all of its people. To say the same twice changes nothing.
 *
 * @throws DomainError NOT_FOUND (no round), BAD_USER_INPUT (no association of the platform) or CONFLICT (published, or never taken part)
 */
export function takePart(
  context: RequestContext,
  { roundId, leaves }: { readonly roundId: string; readonly leaves: boolean },
): Promise<MatchingAssociationEntity> {
  const organizationId = context.requireOrganization();
  return inRound(() =>
    context.em.transactional(async (em) => {
      const round = await em.findOne(MatchingRoundEntity, { id: roundId });
      if (!round) throw new DomainError('NOT_FOUND', explain('no-round'));
      const lockMode = LockMode.PESSIMISTIC_WRITE;
      const known = await em.findOne(MatchingAssociationEntity, { roundId, organizationId }, { lockMode });
      if (known) {
        if (leaves !== (known.leftAt != null)) known.leftAt = leaves ? context.now() : null;
        await em.flush();
        return known;
      }
      if (leaves) throw new DomainError('CONFLICT', explain('association-apart'));
      if (!(await em.findOne(AssociationEntity, { organizationId })))
        throw new DomainError('BAD_USER_INPUT', explain('no-association'));
      const id = newId();
      em.create(MatchingAssociationEntity, { id, roundId, organizationId, hostId: round.organizationId });
      await em.flush();
      return em.findOneOrFail(MatchingAssociationEntity, { id }, { refresh: true });
    }),
  );
}

/**
 * Bounds how many of an association are matched in a round of the viewer's own organisation.
 *
 * @throws DomainError NOT_FOUND (it takes no part in such a round) or CONFLICT (published)
 */
export function boundAssociation(
  context: RequestContext,
  { roundId, organizationId, menteeQuota = null, mentorQuota = null, reservedPlaces }: MatchingQuotaInput,
): Promise<MatchingAssociationEntity> {
  const hostId = context.requireOrganization();
  return inRound(() =>
    context.em.transactional(async (em) => {
      const where = { roundId, organizationId, hostId };
      const found = await em.findOne(MatchingAssociationEntity, where, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!found) throw new DomainError('NOT_FOUND', explain('association-apart'));
      em.assign(found, { menteeQuota, mentorQuota, reservedPlaces: reservedPlaces ?? 0 });
      await em.flush();
      return found;
    }),
  );
}
