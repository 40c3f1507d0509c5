import { connectionType } from '@birlik/kernel/connection';
import { RepresentativeRequiredProblem, resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { affiliationRoles, type AffiliationRole } from '../../people/affiliation/affiliation.entity.js';
import { claimOutcomes, type ClaimOutcome, claimWays, type ClaimWay } from './claim-attempt.entity.js';

registerEnumType(claimWays, {
  name: 'ClaimWay',
  description: 'By what somebody tried to come to a record or a membership.',
  valuesConfig: {
    CODE: { description: 'By a code that an organisation handed out.' },
    CONTACT: { description: 'By an address that they have confirmed and the record has too.' },
  },
});

registerEnumType(claimOutcomes, {
  name: 'ClaimOutcome',
  description: 'What became of a try; the person is told of all but the first alike.',
  valuesConfig: {
    ACCEPTED: { description: 'It was right.' },
    REFUSED: { description: 'It was wrong, used up, over, or not there.' },
    TAKEN: { description: 'It was right, and the record is another person’s, on which the office decides.' },
    UNSURE: {
      description:
        'The address was that of a record, and it is not certain whose the record is, as where a family shares it; the office decides.',
    },
    LIMITED: { description: 'It was not looked at: the person had tried too often.' },
  },
});

@ObjectType({ description: 'A code with which an organisation invites one person.' })
export class Invitation {
  @Field(() => ID, { description: 'The invitation’s id.' })
  readonly id!: string;

  @Field(() => affiliationRoles, { description: 'As what the person belongs to the organisation when they accept.' })
  readonly role!: AffiliationRole;

  @Field(() => String, {
    nullable: true,
    description: 'The record of the organisation’s register that becomes the person’s; null if it names none.',
  })
  readonly localKey!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  readonly createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when the code holds.' })
  readonly endsAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn; null if it was not.' })
  readonly withdrawnAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When somebody accepted it; null if nobody has.' })
  readonly acceptedAt!: Date | null;
}

export const InvitationConnection = connectionType('Invitation', () => Invitation);

@ObjectType({ description: 'An invitation with its code, which is shown this once.' })
export class IssuedInvitation {
  @Field(() => Invitation, { description: 'The invitation.' })
  readonly invitation!: Invitation;

  @Field(() => String, { description: 'The code to hand out to the person; nobody can look it up later.' })
  readonly code!: string;
}

export const IssuedInvitationResult = resultType(
  'IssuedInvitationResult',
  IssuedInvitation,
  'The invitation with its code, or why there is none.',
);
export const InvitationResult = resultType('InvitationResult', Invitation, 'The invitation, or why nothing changed.');

@ObjectType({ description: 'What somebody came to.' })
export class Acceptance {
  @Field(() => affiliationRoles, {
    nullable: true,
    description: 'As what the person belongs to the organisation now; null where a record alone became theirs.',
  })
  readonly role!: AffiliationRole | null;

  @Field(() => Boolean, { description: 'Whether a record of the organisation’s register became the person’s.' })
  readonly isRecordClaimed!: boolean;
}

export const AcceptanceResult = resultType(
  'AcceptanceResult',
  Acceptance,
  'What the person came to, or why nothing changed.',
  [RepresentativeRequiredProblem],
);

@ObjectType({ description: 'A try to accept an invitation or to claim a record, for the office.' })
export class ClaimAttempt {
  @Field(() => ID, { description: 'The try’s id.' })
  readonly id!: string;

  @Field(() => DateTimeScalar, { description: 'When it was.' })
  readonly triedAt!: Date;

  @Field(() => claimWays, { description: 'By what.' })
  readonly way!: ClaimWay;

  @Field(() => claimOutcomes, { description: 'What became of it.' })
  readonly outcome!: ClaimOutcome;

  @Field(() => ID, {
    nullable: true,
    description:
      'The record that an address led to, which `linkedPerson` shows and `mergePersons` gives to a person; null where there was none, and for a code.',
  })
  readonly recordId!: string | null;
}

export const ClaimAttemptConnection = connectionType('ClaimAttempt', () => ClaimAttempt);
