import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { matchingDraftStatuses, type MatchingDraftStatus } from './matching-draft.entity.js';
import { MatchingEntry } from './matching-entry.type.js';
import { matchingOutcomes, type MatchingOutcome } from './matching-pair.entity.js';
import { matchingRulings } from './matching-ruling.entity.js';

registerEnumType(matchingDraftStatuses, {
  name: 'MatchingDraftStatus',
  description: 'Where a draft stands.',
  valuesConfig: {
    SOLVING: { description: 'Its pairs are being found.' },
    READY: { description: 'Its pairs are there.' },
    FAILED: { description: 'There is no result; `failure` says why.' },
    CANCELLED: { description: 'The coordinator stopped it.' },
  },
});

registerEnumType(matchingRulings, {
  name: 'MatchingRuling',
  description: 'What the coordinator says of two entries, for all drafts.',
  valuesConfig: {
    LOCKED: { description: 'They are a pair.' },
    VETOED: { description: 'They are never one.' },
  },
});

registerEnumType(matchingOutcomes, {
  name: 'MatchingOutcome',
  description: 'What became of a pair when its draft was published.',
  valuesConfig: {
    ASKED: { description: 'The mentor was asked.' },
    PLACE_TAKEN: { description: 'One of the two had left, or the mentor’s place was taken: nobody was asked.' },
  },
});

@ObjectType({ description: 'How much each criterion counts, from 0 to 100, or how many points it gives a pair.' })
export class MatchingCriteria {
  @Field(() => Int, { description: 'How many of the mentee’s goals the mentor helps with.' })
  readonly goals!: number;

  @Field(() => Int, { description: 'Whether they have a field of study in common.' })
  readonly fields!: number;

  @Field(() => Int, { description: 'How many of the mentee’s languages the mentor speaks.' })
  readonly languages!: number;

  @Field(() => Int, { description: 'Whether both are in the same country, and so in the same hours.' })
  readonly country!: number;

  @Field(() => Int, { description: 'Whether they were a pair before and both would be again.' })
  readonly repeat!: number;
}

@ObjectType({ description: 'What becomes of the whole draft when a pair is kept apart.' })
export class MatchingNextBest {
  @Field(() => MatchingEntry, { nullable: true, description: 'The mentor whom the mentee gets then; null for nobody.' })
  readonly mentor!: MatchingEntry | null;

  @Field(() => Int, { description: 'How many pairs, not of people, there are fewer then: 0 or 1.' })
  readonly lostPairs!: number;

  @Field(() => Int, { description: 'How much lower the total score is then.' })
  readonly lostScore!: number;
}

@ObjectType({ description: 'Two entries that a draft brings together.' })
export class MatchingPair {
  @Field(() => ID, { description: 'The pair’s id.' })
  readonly id!: string;

  @Field(() => Int, {
    description: 'How well they fit, the sum of the points; the higher the better. It is no probability.',
  })
  readonly score!: number;

  @Field(() => Boolean, { description: 'Whether the coordinator had locked them when the draft was made.' })
  readonly isLocked!: boolean;

  @Field(() => matchingOutcomes, {
    nullable: true,
    description: 'What became of it when the draft was published; null before.',
  })
  readonly outcome!: MatchingOutcome | null;
}

export const MatchingPairConnection = connectionType('MatchingPair', () => MatchingPair);

@ObjectType({ description: 'How a draft treats the mentees of an association, country or language.' })
export class MatchingShare {
  @Field(() => Int, { description: 'How many entries of mentees there are, of the round’s own people.' })
  readonly entered!: number;

  @Field(() => Int, { description: 'How many of them are in a pair.' })
  readonly matched!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'The mean score of the tenth of their pairs with the lowest scores, of one at least; null without pairs.',
  })
  readonly worstTenth!: number | null;
}

@ObjectType({ description: 'What changes for mentees from one draft to another.' })
export class MatchingDifference {
  @Field(() => Int, { description: 'How many keep their mentor.' })
  readonly kept!: number;

  @Field(() => Int, { description: 'How many get another mentor.' })
  readonly moved!: number;

  @Field(() => Int, { description: 'How many get a mentor who had none.' })
  readonly gained!: number;

  @Field(() => Int, { description: 'How many have none any more.' })
  readonly lost!: number;
}

@ObjectType({ description: 'One result of a matching round, with the weights that it was made with.' })
export class MatchingDraft {
  @Field(() => ID, { description: 'The draft’s id.' })
  readonly id!: string;

  @Field(() => Int, { description: 'The how manieth of its round it is, from 1.' })
  readonly number!: number;

  @Field(() => matchingDraftStatuses, { description: 'Where it stands.' })
  readonly status!: MatchingDraftStatus;

  @Field(() => Int, { description: 'How far it is, in percent.' })
  readonly progress!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'Why there is no result: `LOCKS_OVER_CAPACITY`, `LOCKS_OVER_QUOTA`, `TOO_LARGE` or, after three attempts, `NOT_SOLVED`; null unless it failed.',
  })
  readonly failure!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The sum of the pairs’ scores, not of people; null before it is ready.',
  })
  readonly total!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many mentees no mentor of the round fits by language and format; null before it is ready.',
  })
  readonly withoutCandidate!: number | null;

  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  readonly madeAt!: Date;

  @Field(() => Boolean, { description: 'Whether it is the one that was published.' })
  readonly published!: boolean;
}

export const MatchingDraftConnection = connectionType('MatchingDraft', () => MatchingDraft);

export const ChangeMatchingDraftResult = resultType(
  'ChangeMatchingDraftResult',
  MatchingDraft,
  'The draft as it stands now, or why nothing changed.',
);
