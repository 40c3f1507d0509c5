import { connectionType } from '@birlik/kernel/connection';
import { ListedVolunteer } from '@birlik/trust/listed';
import { resultType } from '@birlik/kernel/problem';
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
    WITHDRAWN: { description: 'The person took the application back.' },
  },
});

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
    description: 'When the organisation answered; null before that and if the person withdrew first.',
  })
  readonly decidedAt!: Date | null;
}

export const ApplicantVolunteerConnection = connectionType('ApplicantVolunteer', () => ListedVolunteer);
export const ApplyToOpportunityResult = resultType(
  'ApplyToOpportunityResult',
  OpportunityApplication,
  'The application, or why it was not made.',
);
export const DecideApplicationResult = resultType(
  'DecideApplicationResult',
  OpportunityApplication,
  'The decided application, or why it was not decided.',
);
