import { listPeople, type ListedVolunteer } from '@birlik/trust/listed';
import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { Allow, organization, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { answersOf, ConfirmationArgs } from '@birlik/trust/guardian-answer-type';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { CampaignEntity } from '../campaign/campaign.entity.js';
import { campaignById } from '../campaign/campaign.loader.js';
import { Campaign } from '../campaign/campaign.type.js';
import type { DisciplineEntity } from '../discipline/discipline.entity.js';
import { disciplineById } from '../discipline/discipline.loader.js';
import { CreativeDiscipline } from '../discipline/discipline.type.js';
import {
  applicationStatuses,
  type ApplicationStatus,
  type CreativeApplicationEntity,
} from './creative-application.entity.js';
import { confirmApplication } from './application-confirmation.service.js';
import { refusalToWithdraw } from './creative-application.errors.js';
import { withdrawApplication } from './application-withdrawal.service.js';
import { ApplyToCampaignInput } from './creative-application.input.js';
import { applyToCampaign, listApplications } from './creative-application.service.js';
import {
  ApplyToCampaignResult,
  CampaignGuardianAnswer,
  ConfirmCampaignApplicationResult,
  CreativeApplicantConnection,
  CreativeApplication,
  WithdrawCampaignApplicationResult,
} from './creative-application.type.js';

@Resolver(() => CreativeApplication)
export class CreativeApplicationResolver {
  @Allow(organization('officer', 'system', 'admin'))
  @Query(() => CreativeApplicantConnection, {
    nullable: true,
    description:
      'The people who applied to a campaign of the viewer’s own organisation; for its officers and systems; null while the service is down.',
  })
  async creativeApplicants(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Directive('@tag(name: "public")')
    @Arg('campaignId', () => ID, { description: 'The campaign.' })
    campaignId: string,
    @Arg('status', () => applicationStatuses, {
      nullable: true,
      description: 'Only those whose application stands here; all if unset.',
    })
    status: ApplicationStatus | null,
  ): Promise<Connection<ListedVolunteer>> {
    const page = await listApplications(context, args, { campaignId, status: status ?? null });
    return listPeople(context, page, { list: 'creativeApplicants', personOf: (row) => row.volunteerId });
  }

  @Allow(writeScope, volunteer)
  @Directive('@tag(name: "legal-capacity")')
  @Mutation(() => ApplyToCampaignResult, {
    description:
      'Applies to a campaign while it is open; for volunteers, each for themselves and once a campaign. The application of a minor waits for a guardian.',
  })
  applyToCampaign(
    @Ctx() context: RequestContext,
    @Arg('input', () => ApplyToCampaignInput, { description: 'The campaign and the discipline.' })
    input: ApplyToCampaignInput,
  ): Promise<CreativeApplicationEntity | Problem> {
    return asResult(() => applyToCampaign(context, input));
  }

  @Allow(writeScope, volunteer)
  @Directive('@tag(name: "legal-capacity")')
  @Mutation(() => ConfirmCampaignApplicationResult, {
    description:
      'Says yes or no to an application that waits for a guardian: the guardian for a ward, or the applicant who is of age by now. A yes counts while the campaign is open. A no ends the application, and takes back a guardian’s yes until the campaign is decided; a minor may say no alone.',
  })
  confirmCampaignApplication(
    @Ctx() context: RequestContext,
    @Args(() => ConfirmationArgs, { validate: false }) said: ConfirmationArgs,
  ): Promise<CreativeApplicationEntity | Problem> {
    return asResult(() => confirmApplication(context, said));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => WithdrawCampaignApplicationResult, {
    description:
      'Takes the viewer’s own application back until the campaign is decided, also as a minor; its work samples go. While the campaign is open somebody may apply anew, a few times.',
  })
  withdrawCampaignApplication(
    @Ctx() context: RequestContext,
    @Arg('applicationId', () => ID, { description: 'An application of the viewer’s own.' }) applicationId: string,
  ): Promise<CreativeApplicationEntity | Problem> {
    return asResult(() => withdrawApplication(context, applicationId));
  }

  @FieldResolver(() => [CampaignGuardianAnswer], {
    description:
      'What a guardian said, and since when one is asked, oldest first, at most 3; the last one counts. Empty for who was of age.',
  })
  guardianAnswers(@Root() application: CreativeApplicationEntity): CampaignGuardianAnswer[] {
    return answersOf(application);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the person can take it back now.' })
  async withdrawable(@Root() application: CreativeApplicationEntity, @Ctx() context: RequestContext): Promise<boolean> {
    const campaign = await campaignById.load(context, application.campaignId);
    return campaign !== null && refusalToWithdraw(application.status, campaign.status) === null;
  }

  @FieldResolver(() => Campaign, {
    nullable: true,
    description: 'The campaign; null if it was withdrawn.',
  })
  campaign(
    @Root() application: CreativeApplicationEntity,
    @Ctx() context: RequestContext,
  ): Promise<CampaignEntity | null> {
    return campaignById.load(context, application.campaignId);
  }

  @FieldResolver(() => CreativeDiscipline, {
    nullable: true,
    description: 'The discipline in which the person applied; null if it was withdrawn.',
  })
  discipline(
    @Root() application: CreativeApplicationEntity,
    @Ctx() context: RequestContext,
  ): Promise<DisciplineEntity | null> {
    return disciplineById.load(context, application.disciplineId);
  }
}
