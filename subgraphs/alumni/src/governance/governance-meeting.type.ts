import { connectionType } from '@birlik/kernel/connection';
import type { LocalizedText } from '@birlik/kernel/localized';
import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { LocalizedField } from '@birlik/trust/localized-field';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { governanceMeetingStatuses, type GovernanceMeetingStatus } from './governance-meeting.entity.js';

registerEnumType(governanceMeetingStatuses, {
  name: 'GovernanceMeetingStatus',
  description: 'Where a meeting of a body stands.',
  valuesConfig: {
    PLANNED: { description: 'It has not begun; voices can be passed on.' },
    OPEN: { description: 'It is held now: whoever is there can vote.' },
    CLOSED: { description: 'It is over.' },
    CANCELLED: { description: 'It will not be held.' },
  },
});

@ObjectType({ description: 'A meeting of a body, for its members, the audit commission and who keeps its records.' })
export class GovernanceMeeting {
  @Field(() => ID, { description: 'The meeting’s id.' })
  readonly id!: string;

  @LocalizedField({ description: 'What it is called, in the caller’s language.' })
  readonly title!: LocalizedText;

  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  readonly startsAt!: Date;

  @Field(() => governanceMeetingStatuses, { description: 'Where it stands.' })
  readonly status!: GovernanceMeetingStatus;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was opened; null before.' })
  readonly openedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed; null before.' })
  readonly closedAt!: Date | null;
}

export const GovernanceMeetingConnection = connectionType('GovernanceMeeting', () => GovernanceMeeting);

export const ChangeGovernanceMeetingResult = resultType(
  'ChangeGovernanceMeetingResult',
  GovernanceMeeting,
  'The meeting as it stands now, or why it did not change.',
);

@ObjectType({ description: 'That somebody is at a meeting, or passed their voice on.' })
export class GovernanceVoice {
  @Field(() => ID, { description: 'The id of the mandate whose voice it is.' })
  readonly mandateId!: string;

  @Field(() => ID, {
    description: 'The id of the mandate that speaks: the same for who is there, another one’s for a proxy.',
  })
  readonly heldBy!: string;
}

@ObjectType({ description: 'What was written down of a meeting.' })
export class GovernanceMinutes {
  @Field(() => Int, { description: 'The version, from 1; a correction is a version more.' })
  readonly version!: number;

  @Field(() => String, { description: 'The text.' })
  readonly text!: string;

  @Field(() => DateTimeScalar, { description: 'When it was published.' })
  readonly publishedAt!: Date;
}
