import { connectionType } from '@birlik/kernel/connection';
import { GuardianAnswerFields } from '@birlik/trust/guardian-answer-type';
import { ListedVolunteer } from '@birlik/trust/listed';
import { RepresentativeRequiredProblem, resultType } from '@birlik/kernel/problem';
import { DateScalar, DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import {
  applicantRegions,
  applicationStatuses,
  type ApplicantRegion,
  type ApplicationStatus,
} from './creative-application.entity.js';

registerEnumType(applicationStatuses, {
  name: 'CreativeApplicationStatus',
  description: 'Where an application to a campaign stands.',
  valuesConfig: {
    REGISTERED: { description: 'It has come in.' },
    ELIGIBLE: { description: 'It meets the conditions, so that the commission may score it.' },
    ELECTED: { description: 'The person belongs to the campaign’s cohort.' },
    DECLINED: { description: 'It does not meet the conditions.' },
    WITHDRAWN: { description: 'The person took the application back, or a guardian said no.' },
    AWAITING_GUARDIAN: {
      description: 'The person is a minor, and no guardian has said yes: it takes no part in the campaign yet.',
    },
  },
});

registerEnumType(applicantRegions, {
  name: 'ApplicantRegion',
  description: 'Which part of the country an applicant comes from.',
  valuesConfig: {
    CAPITAL: { description: 'The capital.' },
    REGION: { description: 'Any other place.' },
  },
});

@ObjectType({ description: 'What a guardian said to a minor’s application to a campaign, or that it is awaited.' })
export class CampaignGuardianAnswer extends GuardianAnswerFields {}

@ObjectType({ description: 'One person’s application to one campaign.' })
export class CreativeApplication {
  @Field(() => ID, { description: 'The application’s id.' })
  readonly id!: string;

  @Field(() => applicationStatuses, { description: 'Where the application stands.' })
  readonly status!: ApplicationStatus;

  @Field(() => applicantRegions, {
    nullable: true,
    description: 'Which part of the country the person comes from; null if unsaid.',
  })
  readonly region!: ApplicantRegion | null;

  @Field(() => DateTimeScalar, { description: 'When the person applied.' })
  readonly appliedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When it was withdrawn, by the person or by a guardian’s no; null for all others, and if it was not noted.',
  })
  readonly withdrawnAt!: Date | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The commission’s scores from 0 to 100 as their mean, weighted by the criteria; null before the campaign is decided and for an application that was not ranked.',
  })
  readonly meanScore!: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of the election in UTC; null for everyone who is not elected and if the day is not known.',
  })
  readonly electedOn!: string | null;
}

export const CreativeApplicantConnection = connectionType('CreativeApplicant', () => ListedVolunteer);
export const ApplyToCampaignResult = resultType(
  'ApplyToCampaignResult',
  CreativeApplication,
  'The application, or why it was not taken.',
);
export const ConfirmCampaignApplicationResult = resultType(
  'ConfirmCampaignApplicationResult',
  CreativeApplication,
  'The application with the answer, or why it stays as it was.',
  [RepresentativeRequiredProblem],
);
export const WithdrawCampaignApplicationResult = resultType(
  'WithdrawCampaignApplicationResult',
  CreativeApplication,
  'The withdrawn application, or why it stays as it was.',
);
