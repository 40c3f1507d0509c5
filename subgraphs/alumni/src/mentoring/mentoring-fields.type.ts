import { Field, ObjectType } from 'type-graphql';
import { mentoringFormats, type MentoringFormat } from './mentor-profile.entity.js';

/** What a mentor helps with, as a card and an offer say it alike. */
@ObjectType()
export abstract class MentoringFields {
  @Field(() => [String], { description: 'What the mentor can help with, as short keys such as `career`.' })
  readonly goals!: string[];

  @Field(() => [String], { description: 'Broad fields of education as their ISCED-F 2013 codes, two digits.' })
  readonly fieldCodes!: string[];

  @Field(() => [String], { description: 'Languages of the mentoring as their ISO 639-1 codes.' })
  readonly languages!: string[];

  @Field(() => [mentoringFormats], { description: 'For how long the mentor accompanies somebody.' })
  readonly formats!: MentoringFormat[];
}
