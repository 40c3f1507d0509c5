import type { Organization } from '@birlik/trust/organization';
import { OrganizationField } from '@birlik/trust/organization';
import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { DateScalar, DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { matchingRoundStatuses, type MatchingRoundStatus } from './matching-round.entity.js';

registerEnumType(matchingRoundStatuses, {
  name: 'MatchingRoundStatus',
  description: 'Where a matching round stands.',
  valuesConfig: {
    OPEN: { description: 'People enter it, between its first and its last day.' },
    DRAFT: { description: 'Nobody enters any more; the coordinator drafts pairs, of which nobody else is told.' },
    PUBLISHED: { description: 'Its pairs are told to mentors and mentees, and mentors answer.' },
    CLOSED: { description: 'The days to answer are over; what nobody answered has ended.' },
    CANCELLED: { description: 'It was called off before it was published.' },
  },
});

@ObjectType({ description: 'A round in which mentors and mentees are brought together.' })
export class MatchingRound {
  @Field(() => ID, { description: 'The round’s id.' })
  readonly id!: string;

  @Field(() => DateScalar, { description: 'The first day on which people may take part.' })
  readonly opensOn!: string;

  @Field(() => DateScalar, { description: 'The last day on which people may take part.' })
  readonly closesOn!: string;

  @Field(() => matchingRoundStatuses, { description: 'Where the round stands.' })
  readonly status!: MatchingRoundStatus;

  @Field(() => Int, { description: 'How many days mentors have to answer once it is published.' })
  readonly answerDays!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was published; null before.' })
  readonly publishedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When pairs that the mentor has not answered end; null before it is published.',
  })
  readonly answersDueAt!: Date | null;

  @LocalizedField({ description: 'The name in the caller’s language.' })
  readonly name!: LocalizedText;

  @OrganizationField({
    description: 'The organisation that runs it; null while the registry is down.',
  })
  readonly organization!: Organization;
}

export const MatchingRoundConnection = connectionType('MatchingRound', () => MatchingRound);

export const ChangeMatchingRoundResult = resultType(
  'ChangeMatchingRoundResult',
  MatchingRound,
  'The round as it stands now, or why it did not change.',
);

@ObjectType({ description: 'That an association lets its people be matched in a round.' })
export class MatchingAssociation {
  @Field(() => ID, { description: 'The id of its taking part.' })
  readonly id!: string;

  @OrganizationField({ description: 'The association; null while the registry is down.' })
  readonly organization!: Organization;

  @Field(() => Int, { nullable: true, description: 'How many of its mentees get a mentor at most; null: no bound.' })
  readonly menteeQuota!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many mentees its mentors get together at most; null: no bound.',
  })
  readonly mentorQuota!: number | null;

  @Field(() => Int, { description: 'How many places of its mentors, not of people, the round leaves free.' })
  readonly reservedPlaces!: number;

  @Field(() => DateTimeScalar, { description: 'Since when it takes part.' })
  readonly joinedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it left the round again; null: it takes part.' })
  readonly leftAt!: Date | null;
}

export const ChangeMatchingAssociationResult = resultType(
  'ChangeMatchingAssociationResult',
  MatchingAssociation,
  'How the association takes part now, or why that did not change.',
);

@ObjectType({ description: 'A step of a round.' })
export class MatchingRoundChange {
  @Field(() => matchingRoundStatuses, { description: 'What it came to.' })
  readonly status!: MatchingRoundStatus;

  @Field(() => DateTimeScalar, { description: 'When.' })
  readonly changedAt!: Date;
}
