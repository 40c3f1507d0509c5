import { DateTimeScalar } from '@birlik/kernel/scalars';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsDate,
  IsIn,
  IsOptional,
  IsUUID,
  Length,
  MaxLength,
} from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { grantCategories, type GrantCategory } from '../../decision/grant-category.rule.js';

/** How many people are asked at once at the most. */
const mostAsked = 100;

@InputType()
abstract class ConsentQuestionInput {
  @MaxLength(100)
  @Field(() => String, { description: 'The code of a purpose from the closed list, in small or capital letters.' })
  readonly purpose!: string;

  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(Object.values(grantCategories), { each: true })
  @Field(() => [grantCategories], { description: 'The categories of data, at least one.' })
  readonly categories!: GrantCategory[];

  @Length(1, 1000)
  @Field(() => String, { description: 'Why, in words for the person.' })
  readonly reason!: string;

  @IsOptional()
  @IsDate()
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the consent is to end by itself; without an end if unset.',
  })
  readonly wantedUntil?: Date | null;
}

@InputType({ description: 'What an organisation would like to read of a person, and why.' })
export class RequestConsentInput extends ConsentQuestionInput {
  @IsUUID()
  @Field(() => ID, { description: 'The person’s id.' })
  readonly volunteerId!: string;
}

@InputType({ description: 'What an organisation would like to read of people, and why.' })
export class RequestConsentsInput extends ConsentQuestionInput {
  @ArrayMinSize(1)
  @ArrayMaxSize(mostAsked)
  @ArrayUnique((id: unknown) => (typeof id === 'string' ? id.toLowerCase() : id))
  @IsUUID(undefined, { each: true })
  @Field(() => [ID], { description: `The people’s ids, 1 to ${mostAsked}, each once.` })
  readonly volunteerIds!: string[];
}
