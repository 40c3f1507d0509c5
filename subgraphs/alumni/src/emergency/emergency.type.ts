import { connectionType } from '@birlik/kernel/connection';
import type { LocalizedText } from '@birlik/kernel/localized';
import { resultType } from '@birlik/kernel/problem';
import { CountryCodeScalar, DateTimeScalar } from '@birlik/kernel/scalars';
import { ReleasedCountScalar } from '@birlik/trust/scalars';
import { LocalizedField } from '@birlik/trust/localized-field';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { emergencyAbroadStatuses } from './emergency.entity.js';
import { emergencyActions, type EmergencyAction } from './emergency-event.entity.js';
import { vehicles, type Vehicle } from './transport-list.entity.js';

registerEnumType(emergencyAbroadStatuses, {
  name: 'EmergencyAbroadStatus',
  description: 'What has become of an emergency abroad.',
  valuesConfig: {
    OPENED: { description: 'One person opened it; nobody is told before a second one confirms it.' },
    CONFIRMED: { description: 'A second person confirmed it: people are alerted and check in.' },
    CLOSED: { description: 'It is over; where people were is erased.' },
  },
});
registerEnumType(emergencyActions, {
  name: 'EmergencyAction',
  description: 'What was done at the desk of an emergency.',
  valuesConfig: {
    OPENED: { description: 'It was opened.' },
    CONFIRMED: { description: 'A second person confirmed it.' },
    ALERTED: { description: 'People were alerted.' },
    ESCALATED: { description: 'A call for help that nobody answered went to the next on duty.' },
    ASSIGNED: { description: 'A check-in was given to an officer.' },
    ANSWERED: { description: 'A call for help was answered.' },
    LISTED: { description: 'A list for a bus or a plane was made.' },
    CLOSED: { description: 'It was closed.' },
  },
});

/** Where an emergency or an alert is. */
@ObjectType()
abstract class InArea {
  @Field(() => [CountryCodeScalar], { description: 'The countries.' })
  readonly countryCodes!: string[];

  @Field(() => [String], { description: 'The cities.' })
  readonly cities!: string[];

  @Field(() => [String], { description: 'The universities.' })
  readonly universities!: string[];
}

@ObjectType({ description: 'What people were told in an emergency.' })
export class EmergencyAlert extends InArea {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The alert’s id.' })
  readonly id!: string;

  @LocalizedField({ description: 'What it says, in the caller’s language, or in Azerbaijani.' })
  readonly text!: LocalizedText;

  @Field(() => DateTimeScalar, { description: 'When it was sent.' })
  readonly sentAt!: Date;
}

@ObjectType({ description: 'An emergency as people see it whom it concerns, or who have its link.' })
export class EmergencyNews {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The emergency’s id.' })
  readonly id!: string;

  @Field(() => String, { nullable: true, description: 'The code by which people check in; null when it is over.' })
  readonly code!: string | null;

  @LocalizedField({ description: 'What has happened, in the caller’s language, or in Azerbaijani.' })
  readonly event!: LocalizedText;

  @Field(() => Boolean, { description: 'Whether it is a drill: nothing has happened, and people practise.' })
  readonly isDrill!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it ends by itself.' })
  readonly endsAt!: Date;
}

@ObjectType({ description: 'An emergency of people abroad, for whoever helps.' })
export class EmergencyAbroad extends InArea {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The emergency’s id.' })
  readonly id!: string;

  @LocalizedField({ description: 'What has happened, in the caller’s language, or in Azerbaijani.' })
  readonly event!: LocalizedText;

  @Field(() => Boolean, { description: 'Whether it is a drill.' })
  readonly isDrill!: boolean;

  @Field(() => Int, { description: 'After how many minutes a call for help goes to the next on duty.' })
  readonly answerMinutes!: number;

  @Field(() => Int, {
    description: 'How many minutes after the first alert somebody who says nothing counts as silent.',
  })
  readonly silentMinutes!: number;

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  readonly openedAt!: Date;

  @Field(() => String, { description: 'Who opened it, as the identity provider names them.' })
  readonly openedBy!: string;

  @Field(() => DateTimeScalar, {
    description: 'When it ends by itself, and everything about where people were with it.',
  })
  readonly endsAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'The code in the link by which people check in; null before a second person confirms.',
  })
  readonly code!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was confirmed; null while it was not.' })
  readonly confirmedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who confirmed it; null while nobody has.' })
  readonly confirmedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed; null while it was not.' })
  readonly closedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who closed it; null while nobody has, and when its time did.' })
  readonly closedBy!: string | null;
}

@ObjectType({ description: 'What was done at the desk of an emergency.' })
export class EmergencyEvent {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The event’s id.' })
  readonly id!: string;

  @Field(() => emergencyActions, { description: 'What was done.' })
  readonly action!: EmergencyAction;

  @Field(() => String, { nullable: true, description: 'Who did it; null for the clock.' })
  readonly byWhom!: string | null;

  @Field(() => String, { nullable: true, description: 'To whom it was given; null if to nobody.' })
  readonly toWhom!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  readonly at!: Date;
}

@ObjectType({
  description: 'How many there are, by the hour of the question. Each figure counts check-ins or rows of the desk.',
})
export class EmergencyHeadcount {
  @Field(() => Int, { description: 'Persons of whom the platform knows that they are in the area.' })
  readonly known!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Null when it is closed. Of them, those whose whereabouts they themselves confirmed in the last 90 days.',
  })
  readonly confirmed!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Null when it is closed. Of them, those whom an association has in its records.',
  })
  readonly byRecord!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Null when it is closed. Of them, those who asked for alerts about the place.',
  })
  readonly bySubscription!: number | null;

  @Field(() => Int, { description: 'Check-ins that say that somebody is safe, with and without an account.' })
  readonly safe!: number;

  @Field(() => Int, { description: 'Check-ins that call for help, with and without an account.' })
  readonly needHelp!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Null when it is closed. Of the calls for help, those that nobody has answered.',
  })
  readonly unanswered!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of those known, those who said nothing in the time for it; null before that time is over.',
  })
  readonly silent!: number | null;
}

@ObjectType({ description: 'What the press may be told: figures that disclose nobody.' })
export class EmergencyPressFigure {
  @Field(() => ReleasedCountScalar, {
    nullable: true,
    description: 'Of how many people the platform knows there; null if withheld.',
  })
  readonly known!: number | null;

  @Field(() => ReleasedCountScalar, {
    nullable: true,
    description: 'How many people said that they are safe; null if withheld.',
  })
  readonly safe!: number | null;
}

registerEnumType(vehicles, {
  name: 'EmergencyVehicle',
  description: 'By what people travel together.',
  valuesConfig: { BUS: { description: 'A bus.' }, PLANE: { description: 'A plane.' } },
});

@ObjectType({ description: 'A list of people who leave together.' })
export class TransportList {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The list’s id.' })
  readonly id!: string;

  @Field(() => String, { description: 'The name by which helpers know it.' })
  readonly name!: string;

  @Field(() => vehicles, { description: 'What they travel by.' })
  readonly vehicle!: Vehicle;

  @Field(() => Int, { description: 'How many seats there are.' })
  readonly seats!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it leaves; null if not known.' })
  readonly leavesAt!: Date | null;
}

export const TransportListResult = resultType('TransportListResult', TransportList, 'The list, or why there is none.');
export const EmergencyAbroadConnection = connectionType('EmergencyAbroad', () => EmergencyAbroad);
export const EmergencyEventConnection = connectionType('EmergencyEvent', () => EmergencyEvent);
export const EmergencyAbroadResult = resultType(
  'EmergencyAbroadResult',
  EmergencyAbroad,
  'The emergency as it stands now, or why nothing was done.',
);
export const EmergencyAlertResult = resultType(
  'EmergencyAlertResult',
  EmergencyAlert,
  'The alert that is on its way, or why there is none.',
);
