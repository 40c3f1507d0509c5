import { connectionType } from '@birlik/kernel/connection';
import type { LocalizedText } from '@birlik/kernel/localized';
import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { ListedVolunteer } from '@birlik/trust/listed';
import { LocalizedField } from '@birlik/trust/localized-field';
import { OrganizationField, type Organization } from '@birlik/trust/organization';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { alumniEventStatuses, type AlumniEventStatus } from './alumni-event.entity.js';
import { eventAnswers, eventPlaces, type EventAnswer, type EventPlace } from './event-answer.entity.js';

registerEnumType(alumniEventStatuses, {
  name: 'AlumniEventStatus',
  description: 'How an event stands.',
  valuesConfig: {
    PLANNED: { description: 'Only its organiser sees it.' },
    PUBLISHED: { description: 'Everyone sees it, and people answer until it begins.' },
    CANCELLED: { description: 'It does not take place; whoever said yes or maybe was told.' },
  },
});
registerEnumType(eventAnswers, {
  name: 'AlumniEventAnswer',
  description: 'Whether somebody comes.',
  valuesConfig: {
    YES: { description: 'They come; where it is full they wait.' },
    NO: { description: 'They do not come.' },
    MAYBE: { description: 'They do not know yet, and have no place.' },
  },
});
registerEnumType(eventPlaces, {
  name: 'AlumniEventPlace',
  description: 'Whether somebody who comes has a place.',
  valuesConfig: {
    TAKEN: { description: 'They have one.' },
    WAITING: { description: 'They get one when somebody gives theirs up, in the order in which they said yes.' },
  },
});

@ObjectType({ description: 'An event of the platform or an association.' })
export class AlumniEvent {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The event’s id.' })
  readonly id!: string;

  @LocalizedField({ description: 'The title in the caller’s language, or in Azerbaijani where `language` says so.' })
  readonly title!: LocalizedText;

  @LocalizedField({ description: 'What it is, in the caller’s language, or in Azerbaijani where `language` says so.' })
  readonly body!: LocalizedText;

  @Field(() => String, { description: 'Where it is: an address, or a page.' })
  readonly place!: string;

  @Field(() => DateTimeScalar, { description: 'When it begins; until then people answer.' })
  readonly startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  readonly endsAt!: Date;

  @Field(() => Int, {
    nullable: true,
    description: 'How many places, not of people, there are; null if as many as come.',
  })
  readonly capacity!: number | null;

  @Field(() => alumniEventStatuses, { description: 'How it stands.' })
  readonly status!: AlumniEventStatus;

  @OrganizationField({ description: 'Who organises it; null while the registry is down.' })
  readonly organization!: Organization;

  @SourceField()
  readonly source!: Source | null;
}

@ObjectType({ description: 'What the viewer said to an event.' })
export class OwnEventAnswer {
  @Field(() => ID, { description: 'The answer’s id.' })
  readonly id!: string;

  @Field(() => eventAnswers, { description: 'Whether the viewer comes.' })
  readonly answer!: EventAnswer;

  @Field(() => eventPlaces, { nullable: true, description: 'The place of who comes; null for all others.' })
  readonly place!: EventPlace | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the viewer was there; null until the organiser says so.',
  })
  readonly attended!: boolean | null;

  @Field(() => AlumniEvent, { description: 'The event.' })
  readonly event!: AlumniEvent;
}

@ObjectType({ description: 'Somebody who answered an event, for its organiser.' })
export class EventGuest {
  @Field(() => ID, { description: 'The answer’s id.' })
  readonly id!: string;

  @Field(() => eventAnswers, { description: 'Whether they come.' })
  readonly answer!: EventAnswer;

  @Field(() => eventPlaces, { nullable: true, description: 'The place of who comes; null for all others.' })
  readonly place!: EventPlace | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they were there; null until somebody says so.' })
  readonly attended!: boolean | null;

  @Field(() => ListedVolunteer, { nullable: true, description: 'Who it is; null while the registry is down.' })
  readonly person!: ListedVolunteer | null;
}

@ObjectType({ description: 'How many answers somebody changed.' })
export class EventAttendance {
  @Field(() => Int, { description: 'How many answers, not of people, it was noted on.' })
  readonly noted!: number;
}

export const AlumniEventConnection = connectionType('AlumniEvent', () => AlumniEvent);
export const OwnEventAnswerConnection = connectionType('OwnEventAnswer', () => OwnEventAnswer);
export const EventGuestConnection = connectionType('EventGuest', () => EventGuest);
export const AlumniEventResult = resultType(
  'AlumniEventResult',
  AlumniEvent,
  'The event as it is now, or why it did not change.',
);
export const OwnEventAnswerResult = resultType(
  'OwnEventAnswerResult',
  OwnEventAnswer,
  'The answer, or why it was not taken.',
);
export const EventAttendanceResult = resultType(
  'EventAttendanceResult',
  EventAttendance,
  'What was noted, or why nothing was.',
);
