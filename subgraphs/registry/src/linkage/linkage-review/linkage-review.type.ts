import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ComparedValue } from '@birlik/linkage/person-values';
import { type LinkageEventKind, linkageEventKinds } from './linkage-event.entity.js';

export const linkageVerdicts = { SAME: 'same', DIFFERENT: 'different', UNSURE: 'unsure' } as const;
export type LinkageVerdict = (typeof linkageVerdicts)[keyof typeof linkageVerdicts];

registerEnumType(linkageVerdicts, {
  name: 'LinkageVerdict',
  description: 'What a person of the office says about two records.',
  valuesConfig: {
    SAME: { description: 'They are one person; no number and no weight overrules it.' },
    DIFFERENT: { description: 'They are two people, also in later versions of the records.' },
    UNSURE: { description: 'It cannot be said; the question goes to the end of the queue.' },
  },
});

const decisionKinds = { REVIEW: 'review', MERGE: 'merge', UNMERGE: 'unmerge', CLAIM: 'claim' } as const;
export type LinkageDecisionKind = (typeof decisionKinds)[keyof typeof decisionKinds];

registerEnumType(decisionKinds, {
  name: 'LinkageDecisionKind',
  description: 'How a decision came about.',
  valuesConfig: {
    REVIEW: { description: 'The answer to a question of the queue.' },
    MERGE: { description: 'Two people were found to be one.' },
    UNMERGE: { description: 'A record was taken out of a person.' },
    CLAIM: { description: 'The person claimed a record by what the organisation gave them.' },
  },
});

const nationalNumberMatches = { EQUAL: 'equal', UNKNOWN: 'unknown' } as const;

registerEnumType(nationalNumberMatches, {
  name: 'NationalNumberMatch',
  description: 'What the national numbers of two records say; records with different ones are not compared.',
  valuesConfig: {
    EQUAL: { description: 'They are equal, and something else clashes.' },
    UNKNOWN: { description: 'One of them is not known.' },
  },
});

const comparedFields = {
  GIVEN_NAME: 'givenName',
  FAMILY_NAME: 'familyName',
  PATRONYMIC: 'patronymic',
  BIRTH_DATE: 'birthDate',
  PHONE: 'phone',
  EMAIL: 'email',
} as const;

registerEnumType(comparedFields, {
  name: 'ComparedValue',
  description: 'What is compared of two records.',
  valuesConfig: {
    GIVEN_NAME: { description: 'The given name.' },
    FAMILY_NAME: { description: 'The family name.' },
    PATRONYMIC: { description: 'The father’s name.' },
    BIRTH_DATE: { description: 'The day of birth.' },
    PHONE: { description: 'The telephone number.' },
    EMAIL: { description: 'The e-mail address.' },
  },
});

registerEnumType(linkageEventKinds, {
  name: 'LinkageEventKind',
  description: 'What happened with a record.',
  valuesConfig: {
    LINKED: { description: 'It was linked to a person.' },
    UNLINKED: { description: 'A link of it ended.' },
    DECIDED: { description: 'A person of the office decided something about it.' },
    WITHDRAWN: { description: 'A decision about it was withdrawn.' },
    VIEWED: { description: 'A person of the office looked at it.' },
  },
});

@ObjectType({ description: 'A value of a record, masked.' })
export class MaskedValue {
  @Field(() => comparedFields, { description: 'Which value it is.' })
  readonly field!: ComparedValue;

  @Field(() => String, { nullable: true, description: 'Initials or a part of it; null if it is missing.' })
  readonly masked!: string | null;
}

@ObjectType({
  description: 'What one value says about two records. The weights of all add up to the weight of the pair.',
})
export class LinkageEvidence {
  @Field(() => comparedFields, { description: 'Which value it is.' })
  readonly field!: ComparedValue;

  @Field(() => String, { description: 'How far it agrees, such as `equal`, `same sound` or `missing`.' })
  readonly level!: string;

  @Field(() => Float, { description: 'The bits that this speaks for one person; negative when against.' })
  readonly weight!: number;

  @Field(() => String, { nullable: true, description: 'The value of the left record, masked; null if it is missing.' })
  readonly left!: string | null;

  @Field(() => String, { nullable: true, description: 'The value of the right record, masked; null if it is missing.' })
  readonly right!: string | null;
}

@ObjectType({ description: 'A record of some organisation as the office sees it, its values masked.' })
export class LinkageRecord {
  @Field(() => ID, { description: 'The record’s id.' })
  readonly id!: string;

  @Field(() => Int, { description: 'The newest version, from 1.' })
  readonly version!: number;
}

@ObjectType({ description: 'Two records that may be one person: a question to the office.' })
export class LinkageReview {
  @Field(() => ID, { description: 'The question’s id.' })
  readonly id!: string;

  @Field(() => DateTimeScalar, { description: 'When the question came up.' })
  readonly raisedAt!: Date;

  @Field(() => Float, { description: 'The match weight: how much speaks for one person, in bits.' })
  readonly weight!: number;

  @Field(() => nationalNumberMatches, { name: 'nationalNumbers', description: 'What the national numbers say.' })
  readonly nationalNumberMatch!: (typeof nationalNumberMatches)[keyof typeof nationalNumberMatches];

  @Field(() => Boolean, {
    description:
      'Whether the weight alone would link them, and something forbids it, such as a register that holds each person once.',
  })
  readonly isConflict!: boolean;

  @Field(() => Boolean, { description: 'Whether someone looked at it and could not say.' })
  readonly isUnsure!: boolean;
}

export const LinkageReviewConnection = connectionType('LinkageReview', () => LinkageReview);

@ObjectType({ description: 'What a person of the office decided about records. It stays until it is withdrawn.' })
export class LinkageDecision {
  @Field(() => ID, { description: 'The decision’s id.' })
  readonly id!: string;

  @Field(() => decisionKinds, { description: 'How it came about.' })
  readonly kind!: LinkageDecisionKind;

  @Field(() => linkageVerdicts, { description: 'What was decided.' })
  readonly verdict!: LinkageVerdict;

  @Field(() => DateTimeScalar, { description: 'When it was decided.' })
  readonly decidedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn; null while it holds.' })
  readonly withdrawnAt!: Date | null;
}

export const DecideLinkageReviewResult = resultType(
  'DecideLinkageReviewResult',
  LinkageDecision,
  'The decision, or why nothing was decided.',
);
export const MergePersonsResult = resultType(
  'MergePersonsResult',
  LinkageDecision,
  'The decision, or why they stay two.',
);
export const UnmergeRecordResult = resultType(
  'UnmergeRecordResult',
  LinkageDecision,
  'The decision that took the record out, or that held it and is withdrawn now, or why nothing changed.',
);
export const WithdrawLinkageDecisionResult = resultType(
  'WithdrawLinkageDecisionResult',
  LinkageDecision,
  'The withdrawn decision, or why it was not withdrawn.',
);

@ObjectType({ description: 'Something that happened with a record; the list only ever grows.' })
export class LinkageEvent {
  @Field(() => ID, { description: 'The event’s id.' })
  readonly id!: string;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  readonly occurredAt!: Date;

  @Field(() => linkageEventKinds, { description: 'What happened.' })
  readonly kind!: LinkageEventKind;

  @Field(() => String, {
    description: 'The subject of the token of whoever did it, or caused it by submitting records.',
  })
  readonly actor!: string;

  @Field(() => ID, { description: 'The record with which it happened.' })
  readonly recordId!: string;

  @Field(() => ID, { nullable: true, description: 'The other record; null where there is none.' })
  readonly otherRecordId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The person of the link; null for events that are about no link.' })
  readonly personId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The decision; null for events that are about none.' })
  readonly decisionId!: string | null;

  @Field(() => linkageVerdicts, {
    nullable: true,
    description: 'What was decided; null for events that are no decision.',
  })
  readonly verdict!: LinkageVerdict | null;
}

export const LinkageEventConnection = connectionType('LinkageEvent', () => LinkageEvent);
