import { connectionType } from '@birlik/kernel/connection';
import { Field, ID, ObjectType } from 'type-graphql';
import { mentoringFormats, type MentoringFormat } from './mentor-profile.entity.js';

@ObjectType({
  description:
    'A mentor with a free place, without a name, a contact or an association. Who it is is told once both have said yes.',
})
export class MentorCard {
  @Field(() => ID, {
    description: 'The card’s id, which is no person’s and stands nowhere else; another one for each viewer.',
  })
  readonly id!: string;

  @Field(() => [String], { description: 'What the mentor can help with, as short keys such as `career`.' })
  readonly goals!: string[];

  @Field(() => [String], { description: 'Broad fields of education as their ISCED-F 2013 codes, two digits.' })
  readonly fieldCodes!: string[];

  @Field(() => [String], { description: 'Languages of the mentoring as their ISO 639-1 codes.' })
  readonly languages!: string[];

  @Field(() => [mentoringFormats], { description: 'For how long the mentor accompanies somebody.' })
  readonly formats!: MentoringFormat[];

  @Field(() => Boolean, { description: 'Whether the mentor’s association has looked at the offer and agreed.' })
  readonly isApproved!: boolean;
}

export const MentorCardConnection = connectionType('MentorCard', () => MentorCard);
