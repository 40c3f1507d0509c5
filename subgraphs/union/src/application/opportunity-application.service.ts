import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { decidesFor, guardianAnswers, mostWithdrawals } from '@birlik/trust/guardian-answer';
import { tellOfGuardian } from '@birlik/trust/guardian-message';
import { newId } from '@birlik/kernel/identifier';
import { conflictOnDuplicate } from '@birlik/kernel/statement';
import { LockMode } from '@mikro-orm/core';
import { OpportunityEntity } from '../opportunity/opportunity.entity.js';
import { tellDecision } from './application-message.service.js';
import { applicationStatuses, OpportunityApplicationEntity } from './opportunity-application.entity.js';
import { refusalToApply, refusalToDecide, type Decision } from './opportunity-application.errors.js';
import { explain } from '../messages.js';

/** Who waits for an answer to an opportunity of the viewer's own organisation, in the order of the applications' ids. */
export function listApplicants(
  context: RequestContext,
  opportunityId: string,
  args: ConnectionArgs,
): Promise<Connection<OpportunityApplicationEntity>> {
  const organizationId = context.requireOrganization();
  return findConnection(context.em, OpportunityApplicationEntity, {
    args,
    where: { organizationId, opportunityId, status: applicationStatuses.SUBMITTED },
    orderBy: [{ id: 'asc' }],
  });
}

/** How often a minor applies to one opportunity after a guardian said no. */
const mostAfterRefusals = 3;

/**
 * Applies to an opportunity in the viewer's own name. Its last day is one of the member’s time zone. A minor's application waits
 * for a guardian, who is asked.
 *
 * A unique index holds a person to one application for each opportunity, however many requests run at once; a withdrawn
 * one does not count.
 *
 * @throws DomainError NOT_FOUND, CONFLICT (ended, or applied already), LIMIT_REACHED (refused by a guardian, or withdrawn, so often)
 *   or UPSTREAM_UNAVAILABLE (the registry did not say whether the viewer is of age)
 */
export async function applyToOpportunity(
  context: RequestContext,
  { opportunityId }: { opportunityId: string },
): Promise<OpportunityApplicationEntity> {
  const volunteerId = context.requireVolunteer();
  const waits = !decidesFor(context, volunteerId);
  return conflictOnDuplicate(explain('applied-already'), () =>
    context.em.transactional(async (em) => {
      const opportunity = await em.findOne(OpportunityEntity, { id: opportunityId, published: true });
      if (!opportunity) throw new DomainError('NOT_FOUND', explain('no-such-opportunity'));
      const refusal = refusalToApply(opportunity, context.today());
      if (refusal) throw refusal;
      const { organizationId } = opportunity;
      const withdrawn = { volunteerId, opportunityId, status: applicationStatuses.WITHDRAWN };
      if ((await em.count(OpportunityApplicationEntity, withdrawn)) >= mostWithdrawals) {
        throw new DomainError('LIMIT_REACHED', explain('withdrawn-too-often'));
      }
      const id = newId();
      em.create(OpportunityApplicationEntity, {
        id,
        organizationId,
        volunteerId,
        opportunityId,
        status: waits ? applicationStatuses.AWAITING_GUARDIAN : applicationStatuses.SUBMITTED,
        reason: null,
        appliedAt: context.now(),
        decidedAt: null,
        guardianAnswer: waits ? guardianAnswers.AWAITED : null,
        guardianReason: null,
      });
      if (waits) {
        const refused = { opportunityId, volunteerId, guardianReason: { $ne: null } };
        if ((await em.count(OpportunityApplicationEntity, refused)) >= mostAfterRefusals) {
          throw new DomainError('LIMIT_REACHED', explain('refused-too-often'));
        }
        await tellOfGuardian(em, { id, organizationId, answer: guardianAnswers.AWAITED });
      }
      await em.flush();
      return em.findOneOrFail(OpportunityApplicationEntity, { id }, { refresh: true });
    }),
  );
}

/**
 * Accepts or declines an application to an opportunity of the viewer's organisation, and tells the applicant.
 *
 * The application's row is locked first, so that it is decided once, then the opportunity's, so that concurrent
 * acceptances never exceed its capacity.
 *
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT (declined without a reason) or CONFLICT (decided already, or full)
 */
export async function decideApplication(
  context: RequestContext,
  { applicationId, ...decision }: Decision & { applicationId: string },
): Promise<OpportunityApplicationEntity> {
  const organizationId = context.requireOrganization();
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  return context.em.transactional(async (em) => {
    const application = await em.findOne(OpportunityApplicationEntity, { id: applicationId, organizationId }, lock);
    if (!application) throw new DomainError('NOT_FOUND', explain('no-such-application'));
    const { opportunityId, status } = application;
    const opportunity = await em.findOneOrFail(OpportunityEntity, { id: opportunityId, organizationId }, lock);
    const { capacity } = opportunity;
    const accepted = await em.count(OpportunityApplicationEntity, {
      opportunityId,
      status: applicationStatuses.ACCEPTED,
    });
    const refusal = refusalToDecide(decision, { status, accepted, capacity });
    if (refusal) throw refusal;
    application.status = decision.accept ? applicationStatuses.ACCEPTED : applicationStatuses.DECLINED;
    application.reason = decision.reason;
    // The clock of the domain may have been put back since.
    const now = new Date(Math.max(context.now().getTime(), application.appliedAt.getTime()));
    application.decidedAt = now;
    await tellDecision(em, { member: context.member, now }, { application, opportunity });
    return application;
  });
}
