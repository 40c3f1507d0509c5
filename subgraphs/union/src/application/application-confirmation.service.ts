import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { nextAnswer, requireConfirmer, type Confirmation } from '@birlik/trust/guardian-answer';
import { tellOfGuardian } from '@birlik/trust/guardian-message';
import { LockMode } from '@mikro-orm/core';
import { OpportunityEntity } from '../opportunity/opportunity.entity.js';
import { applicationStatuses, OpportunityApplicationEntity } from './opportunity-application.entity.js';
import { hasBegun, refusalToApply } from './opportunity-application.errors.js';
import { explain } from '../messages.js';

/**
 * Says yes or no to an application that waits for a guardian, as the guardian or as who came of age meanwhile; or takes back a
 * guardian's yes until the first day. A no ends the application, whatever the organisation had answered. The row is locked, so that
 * it is answered once.
 *
 * @throws DomainError NOT_FOUND (no such ward or application), REPRESENTATIVE_REQUIRED, BAD_USER_INPUT (the reason), CONFLICT
 *   (answered, begun or ended already) or UPSTREAM_UNAVAILABLE
 */
export async function confirmApplication(
  context: RequestContext,
  { applicationId, ...said }: Confirmation,
): Promise<OpportunityApplicationEntity> {
  const { person: volunteerId, byGuardian } = requireConfirmer(context, said);
  return context.em.transactional(async (em) => {
    const application = await em.findOne(
      OpportunityApplicationEntity,
      { id: applicationId, volunteerId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!application) throw new DomainError('NOT_FOUND', explain('no-application-of-person'));
    const { id, organizationId, opportunityId, guardianAnswer: current, status } = application;
    const opportunity = await em.findOne(OpportunityEntity, { id: opportunityId });
    const isBegun = hasBegun(opportunity, context.today());
    const answer = nextAnswer(current ?? null, { ...said, byGuardian, hasBegun: isBegun });
    if (!said.confirm && status === applicationStatuses.DECLINED) {
      throw new DomainError('CONFLICT', explain('decided-already', { status }));
    }
    const refusal = said.confirm && opportunity ? refusalToApply(opportunity, context.today()) : null;
    if (refusal) throw refusal;
    application.status = said.confirm ? applicationStatuses.SUBMITTED : applicationStatuses.WITHDRAWN;
    application.decidedAt = null;
    application.guardianAnswer = answer;
    application.guardianReason = said.reason ?? null;
    await em.flush();
    if (byGuardian) await tellOfGuardian(em, { id, organizationId, answer });
    return em.findOneOrFail(OpportunityApplicationEntity, { id }, { refresh: true });
  });
}

/** By what the applicant is told of a guardian. */
export const guardianMessages = {
  asked: 'application-guardian-asked',
  answered: 'application-guardian-answered',
  application: `select application.organization_id as "organizationId", application.volunteer_id as "volunteerId", opportunity.title
                  from opportunity_application application join opportunity on opportunity.id = application.opportunity_id
                 where application.id = ?`,
} as const;
