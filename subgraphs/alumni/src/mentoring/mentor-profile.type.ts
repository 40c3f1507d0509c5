import { connectionType } from '@birlik/kernel/connection';
import { ListedVolunteer } from '@birlik/trust/listed';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How a person mentors others.' })
export class MentorProfile {
  @Field(() => ID, { description: 'The mentor profile’s id.' })
  readonly id!: string;

  @Field(() => Int, { description: 'How many people the mentor takes at the same time at most.' })
  readonly capacity!: number;

  @Field(() => Int, { description: 'How many people the mentor accompanies now.' })
  readonly activeMentorships!: number;

  @Field(() => Boolean, { description: 'Whether the mentor takes no new requests for now.' })
  readonly paused!: boolean;

  @Field(() => [String], { description: 'What the mentor can help with, as short keys such as `career`.' })
  readonly goals!: string[];

  @Field(() => [String], { description: 'Broad fields of education as their ISCED-F 2013 codes, two digits.' })
  readonly fieldCodes!: string[];

  @Field(() => [String], { description: 'Languages of the mentoring as their ISO 639-1 codes.' })
  readonly languages!: string[];
}

export const MentorVolunteerConnection = connectionType('MentorVolunteer', () => ListedVolunteer);
