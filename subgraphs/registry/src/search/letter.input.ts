import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsIn,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { languages, type Language } from '@birlik/messages/language';
import { Field, ID, InputType } from 'type-graphql';
import { messageLanguages } from '../message/message.type.js';
import { nameForm } from '../people/account/account.input.js';
import { mostLetters } from './letter.rule.js';

/** Something beside blanks; lines may end, and there are no other control characters. */
const textForm = /^(?!\s*$)(?:[^\p{Cc}\p{Cs}]|[\t\r\n])*$/u;

@InputType({ description: 'What a letter says in one language.' })
export class LetterTextInput {
  @IsIn(Object.values(messageLanguages))
  @Field(() => messageLanguages, { description: 'The language.' })
  readonly language!: Language;

  @Matches(nameForm)
  @Length(1, 200)
  @Field(() => String, { description: 'What it is about, at most 200 letters.' })
  readonly subject!: string;

  @Matches(textForm)
  @Length(1, 4000)
  @Field(() => String, { description: 'What it says, as plain text, at most 4000 letters.' })
  readonly body!: string;
}

@InputType({ description: 'A letter of an organisation to people.' })
export class WriteToVolunteersInput {
  @ArrayMinSize(1)
  @ArrayMaxSize(mostLetters.AT_ONCE)
  @ArrayUnique((id: unknown) => (typeof id === 'string' ? id.toLowerCase() : id))
  @IsUUID(undefined, { each: true })
  @Field(() => [ID], { description: `The people’s ids, 1 to ${mostLetters.AT_ONCE}, each once.` })
  readonly volunteerIds!: string[];

  @ArrayMinSize(1)
  @ArrayMaxSize(languages.length)
  @ArrayUnique(({ language }: LetterTextInput) => language)
  @ValidateNested()
  @Field(() => [LetterTextInput], {
    description: 'What it says, each language once; who reads another language reads the first.',
  })
  readonly texts!: LetterTextInput[];
}
