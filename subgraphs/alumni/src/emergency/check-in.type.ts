import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { CountryCodeScalar, DateScalar, DateTimeScalar } from '@birlik/kernel/scalars';
import { ListedVolunteer } from '@birlik/trust/listed';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { checkInStates, type CheckInState } from './check-in.entity.js';

registerEnumType(checkInStates, {
  name: 'CheckInState',
  description: 'How somebody is in an emergency.',
  valuesConfig: {
    SAFE: { description: 'Safe.' },
    NEED_HELP: { description: 'Needs help.' },
  },
});

@ObjectType({
  description: 'How somebody said that they are, for whoever helps. It is erased when the emergency is closed.',
})
export class CheckIn {
  @Field(() => ID, { description: 'The check-in’s id.' })
  readonly id!: string;

  @Field(() => checkInStates, { description: 'How the person is.' })
  readonly state!: CheckInState;

  @Field(() => String, {
    nullable: true,
    description:
      'The name as whoever wrote it gave it; null for a person with an account, whom the list of people shows.',
  })
  readonly name!: string | null;

  @Field(() => String, { nullable: true, description: 'How to reach the person; null if nobody said it.' })
  readonly contact!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the person is or what they need; null if nobody said it.',
  })
  readonly place!: string | null;

  @Field(() => DateTimeScalar, { description: 'When this was said last.' })
  readonly changedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'The officer who has it, as the identity provider names them; null while nobody has.',
  })
  readonly assignedTo!: string | null;

  @Field(() => Int, { description: 'How often it went to the next on duty, since nobody answered.' })
  readonly escalations!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a call for help was answered; null while it was not.',
  })
  readonly answeredAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who answered it; null while nobody has.' })
  readonly answeredBy!: string | null;
}

@ObjectType({ description: 'What was done with check-ins.' })
export class CheckInsChanged {
  @Field(() => Int, { description: 'How many check-ins, not of people, it was done with.' })
  readonly changed!: number;
}

@ObjectType({ description: 'What the viewer said in an emergency.' })
export class OwnCheckIn {
  @Field(() => checkInStates, { description: 'How the viewer is.' })
  readonly state!: CheckInState;

  @Field(() => String, {
    nullable: true,
    description: 'Where the viewer is or what they need; null if they did not say it.',
  })
  readonly place!: string | null;

  @Field(() => DateTimeScalar, { description: 'When they said it.' })
  readonly changedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a call for help was answered; null while it was not.',
  })
  readonly answeredAt!: Date | null;
}

@ObjectType({ description: 'That a report was taken.' })
export class CheckInReceipt {
  @Field(() => checkInStates, { description: 'What it says.' })
  readonly state!: CheckInState;
}

@ObjectType({ description: 'A place about which somebody wants to be alerted.' })
export class AlertSubscription {
  @Field(() => ID, { description: 'The subscription’s id.' })
  readonly id!: string;

  @Field(() => CountryCodeScalar, { nullable: true, description: 'A country; null for a city or a university.' })
  readonly countryCode!: string | null;

  @Field(() => String, { nullable: true, description: 'A city; null for a country or a university.' })
  readonly city!: string | null;

  @Field(() => String, { nullable: true, description: 'A university; null for a country or a city.' })
  readonly university!: string | null;

  @Field(() => DateScalar, { description: 'The day on which it was asked for or confirmed last.' })
  readonly confirmedOn!: string;
}

export const CheckInConnection = connectionType('CheckIn', () => CheckIn);
export const CheckInsChangedResult = resultType(
  'CheckInsChangedResult',
  CheckInsChanged,
  'That it was done with all of them, or why it was done with none.',
);
export const CheckInReceiptResult = resultType(
  'CheckInReceiptResult',
  CheckInReceipt,
  'That the report was taken, or why it was not.',
);
export const EmergencyPersonConnection = connectionType('EmergencyPerson', () => ListedVolunteer);
export const AlertSubscriptionResult = resultType(
  'AlertSubscriptionResult',
  AlertSubscription,
  'The subscription, or why there is none.',
);
