import { connectionType } from '@birlik/kernel/connection';
import { relationKinds, type RelationKind } from '@birlik/trust/relation';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { loggedCategories, type LoggedCategory } from '../../decision/grant-category.rule.js';
import { refusals, type Refusal } from '../../decision/refusal.rule.js';
import { loggedBases, type LoggedBasis } from './logged-basis.rule.js';

registerEnumType(loggedBases, {
  name: 'GrantBasis',
  description: 'On what right data was read, or what was done with a record of a person.',
  valuesConfig: {
    SELF: { description: 'The viewer is the person.' },
    GUARDIAN: { description: 'The viewer is the guardian of the person, who is a minor.' },
    OWNER: { description: 'The viewer’s organisation holds the row: it has a tie with the person.' },
    CONSENT: { description: 'The person consented.' },
    MANDATE: {
      description:
        'The viewer’s organisation acted for others that have a tie with the person and let it act for them.',
    },
    RETENTION: { description: 'The tie has ended, and the viewer’s organisation keeps what it holds for some years.' },
    EMERGENCY: { description: 'Two people of the viewer’s organisation opened an emergency that concerns the person.' },
    RELATION: { description: 'The viewer has to do with the person, as a mentor with a mentee.' },
    CARD: { description: 'The person published a card by which the viewer’s organisation finds them.' },
    LINKED: { description: 'An organisation submitted a record, and it was taken for the person’s.' },
    IN_REVIEW: {
      description: 'An organisation submitted a record, and the office is asked whether it is the person’s.',
    },
    COMPARED: {
      description: 'An organisation submitted a record that came near, and it was not taken for the person’s.',
    },
    OFFICE_REVIEW: {
      description:
        'Somebody of the office looked at masked values of the person’s records, to say whose records are whose.',
    },
  },
});

const relations = Object.fromEntries(Object.keys(relationKinds).map((kind) => [kind.toUpperCase(), kind])) as {
  [Kind in RelationKind as Uppercase<Kind>]: Kind;
};

registerEnumType(relations, {
  name: 'RelationKind',
  description: 'What two people are to each other.',
  valuesConfig: {
    MENTORSHIP: { description: 'One is the other’s mentor.' },
    COLLEAGUE: { description: 'Both are in a body of the governance, or one audits it.' },
  },
});

/** What every reader of the log sees of a row. */
@ObjectType()
abstract class LoggedDecision {
  @Field(() => ID, { description: 'The entry’s id.' })
  readonly id!: string;

  @Field(() => DateTimeScalar, { description: 'When it was decided.' })
  readonly decidedAt!: Date;

  @Field(() => loggedCategories, { description: 'The category that was asked for.' })
  readonly category!: LoggedCategory;

  @Field(() => loggedBases, { nullable: true, description: 'On what right it was shown; null when it was refused.' })
  readonly basis!: LoggedBasis | null;

  @Field(() => refusals, { nullable: true, description: 'Why it was refused; null when it was shown.' })
  readonly refusal!: Refusal | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The consent on which it was shown; null when it was refused or rests on another right.',
  })
  readonly consentId!: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The mandates on which it was shown; null when it was refused or rests on another right.',
  })
  readonly mandateIds!: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The emergency in which it was shown; null when it was refused or rests on another right.',
  })
  readonly emergencyId!: string | null;

  @Field(() => [String], {
    description:
      'The fields that the operation asks of a person in this category, such as `enrolments.status`; of a submitted record, the values that it had.',
  })
  readonly fields!: string[];

  @Field(() => String, { nullable: true, description: 'The name of the operation; null if it has none.' })
  readonly operation!: string | null;

  @Field(() => ID, {
    name: 'reference',
    nullable: true,
    description:
      'What it was about, in linkage: the version of a submitted record, or the question at which the office looked. Null for any other row, and where a person was looked up.',
  })
  readonly referenceId!: string | null;
}

@ObjectType({ description: 'One decision on one category of the viewer’s own data: who asked, and what came of it.' })
export class AccessLogEntry extends LoggedDecision {
  @Field(() => Boolean, { description: 'Whether the person themself asked.' })
  readonly bySelf!: boolean;

  @Field(() => relations, {
    nullable: true,
    description: 'What the one who asked and the person are to each other; null when that is not what it rests on.',
  })
  readonly relation!: RelationKind | null;
}

@ObjectType({
  description: 'One decision on one category of a person’s data that was made for the viewer’s organisation.',
})
export class OrganizationAccessLogEntry extends LoggedDecision {
  @Field(() => String, { description: 'Who asked, as the identity provider names them.' })
  readonly viewer!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'That identity provider, as the `iss` of its tokens has it; null for entries from when it was not noted.',
  })
  readonly viewerIssuer!: string | null;
}

export const AccessLogEntryConnection = connectionType('AccessLogEntry', () => AccessLogEntry);
export const OrganizationAccessLogEntryConnection = connectionType(
  'OrganizationAccessLogEntry',
  () => OrganizationAccessLogEntry,
);
