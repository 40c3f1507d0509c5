import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { withdrawnAnswer } from '@birlik/trust/guardian-answer';
import { LockMode } from '@mikro-orm/core';
import { explain } from '../messages.js';
import { OpportunityEntity } from '../opportunity/opportunity.entity.js';
import { applicationStatuses, OpportunityApplicationEntity } from './opportunity-application.entity.js';
import { hasBegun, refusalToWithdraw } from './opportunity-application.errors.js';

/**
 * Takes back an application of the viewer's own. Its row is locked, as a decision locks it, so that it is either decided or withdrawn
 * first; when it was decided stays, and its place is free, since places are counted by who is accepted.
 *
 * @throws DomainError NOT_FOUND (no application of the viewer) or CONFLICT (declined or withdrawn already, or accepted and begun)
 */
export async function withdrawApplication(context: RequestContext, id: string): Promise<OpportunityApplicationEntity> {
  const volunteerId = context.requireVolunteer();
  return context.em.transactional(async (em) => {
    const application = await em.findOne(
      OpportunityApplicationEntity,
      { id, volunteerId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!application) throw new DomainError('NOT_FOUND', explain('no-application-of-person'));
    const { opportunityId, status, guardianAnswer } = application;
    const opportunity = await em.findOne(OpportunityEntity, { id: opportunityId });
    const refusal = refusalToWithdraw(status, hasBegun(opportunity, context.today()));
    if (refusal) throw refusal;
    application.status = applicationStatuses.WITHDRAWN;
    application.guardianAnswer = withdrawnAnswer(guardianAnswer ?? null);
    await em.flush();
    return em.findOneOrFail(OpportunityApplicationEntity, { id }, { refresh: true });
  });
}
