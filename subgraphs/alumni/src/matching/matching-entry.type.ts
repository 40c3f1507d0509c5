import { OrganizationField, type Organization } from '@birlik/trust/organization';
import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { mentoringFormats, type MentoringFormat } from '../mentoring/mentor-profile.entity.js';
import { matchingRoles, type MatchingRole } from './matching-entry.entity.js';

registerEnumType(matchingRoles, {
  name: 'MatchingRole',
  description: 'As what somebody enters a matching round.',
  valuesConfig: {
    MENTEE: { description: 'Looks for a mentor.' },
    MENTOR: { description: 'Takes mentees.' },
  },
});

@ObjectType({ description: 'That a person wants to be matched in a round.' })
export class MatchingEntry {
  @Field(() => ID, { description: 'The entry’s id.' })
  readonly id!: string;

  @Field(() => matchingRoles, { description: 'As what they enter.' })
  readonly role!: MatchingRole;

  @Field(() => [String], { description: 'What it is about, as short keys such as `career`.' })
  readonly goals!: string[];

  @Field(() => [String], { description: 'Broad fields of education as their ISCED-F 2013 codes, two digits.' })
  readonly fieldCodes!: string[];

  @Field(() => [String], { description: 'Languages of the mentoring as their ISO 639-1 codes.' })
  readonly languages!: string[];

  @Field(() => [mentoringFormats], { description: 'For how long, the most wanted first.' })
  readonly formats!: MentoringFormat[];

  @Field(() => Int, { description: 'How many mentees they take in the round at most; 1 for a mentee.' })
  readonly capacity!: number;

  @Field(() => DateTimeScalar, { description: 'When they entered first.' })
  readonly enteredAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they left the round; null: they are in it.' })
  readonly leftAt!: Date | null;

  @OrganizationField({
    column: 'associationId',
    description: 'Their association; null for somebody who is in none, and while the registry is down.',
  })
  readonly association!: Organization | null;
}

export const ChangeMatchingEntryResult = resultType(
  'ChangeMatchingEntryResult',
  MatchingEntry,
  'The entry as it stands now, or why it did not change.',
);
