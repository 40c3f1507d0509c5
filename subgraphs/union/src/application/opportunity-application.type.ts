import { connectionType } from '@birlik/kernel/connection';
import { GuardianAnswerFields } from '@birlik/trust/guardian-answer-type';
import { ListedVolunteer } from '@birlik/trust/listed';
import { RepresentativeRequiredProblem, resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { applicationStatuses, type ApplicationStatus } from './opportunity-application.entity.js';

registerEnumType(applicationStatuses, {
  name: 'OpportunityApplicationStatus',
  description: 'Where an application to an opportunity stands.',
  valuesConfig: {
    SUBMITTED: { description: 'The organisation has not answered yet.' },
    ACCEPTED: { description: 'The person may join.' },
    DECLINED: { description: 'The organisation refused, with a reason.' },
    WITHDRAWN: { description: 'The person took the application back, or a guardian said no.' },
    AWAITING_GUARDIAN: {
      description: 'The person is a minor, and no guardian has said yes: the organisation cannot answer yet.',
    },
  },
});

@ObjectType({ description: 'What a guardian said to a minor’s application to an opportunity, or that it is awaited.' })
export class OpportunityGuardianAnswer extends GuardianAnswerFields {}

@ObjectType({ description: 'One person’s wish to join one opportunity, and what became of it.' })
export class OpportunityApplication {
  @Field(() => ID, { description: 'The application’s id.' })
  readonly id!: string;

  @Field(() => applicationStatuses, { description: 'Where the application stands.' })
  readonly status!: ApplicationStatus;

  @Field(() => String, {
    nullable: true,
    description: 'What the organisation told the applicant, in its own words; null if it gave no reason.',
  })
  readonly reason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When the person applied.' })
  readonly appliedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the organisation answered; null before that, and where a guardian’s no ended it.',
  })
  readonly decidedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When it was withdrawn, by the person or by a guardian’s no; null for all others, and if it was not noted.',
  })
  readonly withdrawnAt!: Date | null;
}

export const ApplicantVolunteerConnection = connectionType('ApplicantVolunteer', () => ListedVolunteer);
export const ApplyToOpportunityResult = resultType(
  'ApplyToOpportunityResult',
  OpportunityApplication,
  'The application, or why it was not made.',
);
export const ConfirmOpportunityApplicationResult = resultType(
  'ConfirmOpportunityApplicationResult',
  OpportunityApplication,
  'The application with the answer, or why it stays as it was.',
  [RepresentativeRequiredProblem],
);
export const WithdrawOpportunityApplicationResult = resultType(
  'WithdrawOpportunityApplicationResult',
  OpportunityApplication,
  'The withdrawn application, or why it stays as it was.',
);
export const DecideApplicationResult = resultType(
  'DecideApplicationResult',
  OpportunityApplication,
  'The decided application, or why it was not decided.',
);
