import { listPeople, type ListedVolunteer } from '@birlik/trust/listed';
import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { Allow, organization, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { answersOf, ConfirmationArgs } from '@birlik/trust/guardian-answer-type';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { OpportunityEntity } from '../opportunity/opportunity.entity.js';
import { opportunityById } from '../opportunity/opportunity.loader.js';
import { Opportunity } from '../opportunity/opportunity.type.js';
import type { OpportunityApplicationEntity } from './opportunity-application.entity.js';
import { confirmApplication } from './application-confirmation.service.js';
import { hasBegun, refusalToWithdraw } from './opportunity-application.errors.js';
import { withdrawApplication } from './application-withdrawal.service.js';
import { ApplyToOpportunityInput, DecideApplicationInput } from './opportunity-application.input.js';
import { applyToOpportunity, decideApplication, listApplicants } from './opportunity-application.service.js';
import {
  ApplicantVolunteerConnection,
  ApplyToOpportunityResult,
  ConfirmOpportunityApplicationResult,
  DecideApplicationResult,
  OpportunityApplication,
  OpportunityGuardianAnswer,
  WithdrawOpportunityApplicationResult,
} from './opportunity-application.type.js';

@Resolver(() => OpportunityApplication)
export class OpportunityApplicationResolver {
  @Allow(organization('officer', 'system', 'admin'))
  @Query(() => ApplicantVolunteerConnection, {
    nullable: true,
    description:
      'The people who wait for an answer to an opportunity of the viewer’s own organisation; for its officers and systems; null while the service is down.',
  })
  async applicantVolunteers(
    @Ctx() context: RequestContext,
    @Directive('@tag(name: "public")')
    @Arg('opportunityId', () => ID, { description: 'An opportunity of the viewer’s own organisation.' })
    opportunityId: string,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<ListedVolunteer>> {
    const page = await listApplicants(context, opportunityId, args);
    return listPeople(context, page, { list: 'applicantVolunteers', personOf: (row) => row.volunteerId });
  }

  @Allow(writeScope, volunteer)
  @Directive('@tag(name: "legal-capacity")')
  @Mutation(() => ApplyToOpportunityResult, {
    description:
      'Applies to an opportunity in the viewer’s own name; for volunteers. The application of a minor waits for a guardian.',
  })
  applyToOpportunity(
    @Ctx() context: RequestContext,
    @Arg('input', () => ApplyToOpportunityInput, { description: 'The opportunity.' })
    input: ApplyToOpportunityInput,
  ): Promise<OpportunityApplicationEntity | Problem> {
    return asResult(() => applyToOpportunity(context, input));
  }

  @Allow(writeScope, volunteer)
  @Directive('@tag(name: "legal-capacity")')
  @Mutation(() => ConfirmOpportunityApplicationResult, {
    description:
      'Says yes or no to an application that waits for a guardian: the guardian for a ward, or the applicant who is of age by now. A no ends it, and takes back a guardian’s yes until the first day; a minor may say no alone.',
  })
  confirmOpportunityApplication(
    @Ctx() context: RequestContext,
    @Args(() => ConfirmationArgs, { validate: false }) said: ConfirmationArgs,
  ): Promise<OpportunityApplicationEntity | Problem> {
    return asResult(() => confirmApplication(context, said));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => WithdrawOpportunityApplicationResult, {
    description:
      'Takes the viewer’s own application back, also as a minor: one that waits for an answer always, an accepted one until the first day, which frees the place. To the same opportunity somebody may apply anew, a few times.',
  })
  withdrawOpportunityApplication(
    @Ctx() context: RequestContext,
    @Arg('applicationId', () => ID, { description: 'An application of the viewer’s own.' }) applicationId: string,
  ): Promise<OpportunityApplicationEntity | Problem> {
    return asResult(() => withdrawApplication(context, applicationId));
  }

  @Allow(writeScope, organization('officer', 'system', 'admin'))
  @Mutation(() => DecideApplicationResult, {
    description: 'Accepts or declines an application; for officers and systems of the organisation that it is made to.',
  })
  decideApplication(
    @Ctx() context: RequestContext,
    @Arg('input', () => DecideApplicationInput, { description: 'The application and the decision.' })
    { applicationId, accept, reason }: DecideApplicationInput,
  ): Promise<OpportunityApplicationEntity | Problem> {
    return asResult(() => decideApplication(context, { applicationId, accept, reason: reason?.trim() || null }));
  }

  @FieldResolver(() => [OpportunityGuardianAnswer], {
    description:
      'What a guardian said, and since when one is asked, oldest first, at most 3; the last one counts. Empty for who was of age.',
  })
  guardianAnswers(@Root() application: OpportunityApplicationEntity): OpportunityGuardianAnswer[] {
    return answersOf(application);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the person can take it back now.' })
  async withdrawable(
    @Root() application: OpportunityApplicationEntity,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    const opportunity = await opportunityById.load(context, application.opportunityId);
    return refusalToWithdraw(application.status, hasBegun(opportunity, context.today())) === null;
  }

  @FieldResolver(() => Opportunity, {
    nullable: true,
    description: 'What the person wants to join; null once it is no longer published.',
  })
  opportunity(
    @Root() application: OpportunityApplicationEntity,
    @Ctx() context: RequestContext,
  ): Promise<OpportunityEntity | null> {
    return opportunityById.load(context, application.opportunityId);
  }
}
