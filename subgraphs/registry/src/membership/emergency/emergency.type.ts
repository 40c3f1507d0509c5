import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { emergencyStatuses } from './emergency.entity.js';

registerEnumType(emergencyStatuses, {
  name: 'EmergencyStatus',
  description: 'What has become of an emergency.',
  valuesConfig: {
    PROPOSED: { description: 'One person proposed it, and it opens nothing.' },
    OPEN: { description: 'A second person confirmed it.' },
    CLOSED: { description: 'It was closed by hand.' },
    ENDED: { description: 'It was open, and has ended by itself.' },
    LAPSED: { description: 'Nobody confirmed it in its time.' },
  },
});

/** What everybody sees of an emergency who sees it at all. */
@ObjectType()
abstract class NamedEvent {
  @Field(() => String, { description: 'The event.' })
  readonly event!: string;

  @Field(() => String, { description: 'Why it could not be done without.' })
  readonly reason!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a second person confirmed it, and it opened; null while nobody has.',
  })
  readonly confirmedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When it ends by itself, or did.' })
  readonly endsAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed by hand; null if it was not.' })
  readonly closedAt!: Date | null;
}

@ObjectType({ description: 'The emergency in which somebody’s data was read, as that person is told of it.' })
export class EmergencyNotice extends NamedEvent {}

@ObjectType({
  description:
    'An event in which an organisation may read what vital interests need of those whom it concerns, once two of its people say so, until it ends.',
})
export class Emergency extends NamedEvent {
  @Field(() => ID, { description: 'The emergency’s id.' })
  readonly id!: string;

  @Field(() => DateTimeScalar, { description: 'When it was proposed.' })
  readonly proposedAt!: Date;

  @Field(() => String, { description: 'Who proposed it, as the identity provider names them.' })
  readonly proposedBy!: string;

  @Field(() => String, { nullable: true, description: 'Who confirmed it; null while nobody has.' })
  readonly confirmedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Who closed it; null if nobody did.' })
  readonly closedBy!: string | null;
}

export const EmergencyConnection = connectionType('Emergency', () => Emergency);
export const EmergencyResult = resultType('EmergencyResult', Emergency, 'The emergency, or why nothing changed.');
