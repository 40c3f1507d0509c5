import { Field, ObjectType } from 'type-graphql';
import type { MentorCardEntity } from './mentor-card.entity.js';
import { MentorCard } from './mentor-card.type.js';

@ObjectType({ description: 'A mentor who may suit the viewer, and why.' })
export class MentorSuggestion {
  @Field(() => MentorCard, { description: 'The mentor’s card.' })
  readonly card!: MentorCardEntity;

  @Field(() => [String], { description: 'What the viewer wants and the mentor helps with, as short keys.' })
  readonly sharedGoals!: string[];

  @Field(() => [String], { description: 'Broad fields of both, as their ISCED-F 2013 codes, two digits.' })
  readonly sharedFieldCodes!: string[];

  @Field(() => [String], { description: 'Languages of both, as their ISO 639-1 codes.' })
  readonly sharedLanguages!: string[];
}
