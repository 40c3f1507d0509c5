import type { Language } from '@birlik/messages/language';
import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { messageChannels, messageKinds, type MessageChannel, type MessageKind } from './message.entity.js';
import { messageLanguages } from './message.type.js';

/** Messages that one request marks at most. */
export const mostMarked = 100;

const wallTime = /^([01]\d|2[0-3]):[0-5]\d$/;

@InputType({ description: 'Messages, and how they are marked from now on.' })
export class MarkMessagesInput {
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(mostMarked)
  @Field(() => [ID], { description: `Messages of the viewer’s own, at most ${mostMarked}; others are left out.` })
  readonly ids!: string[];

  @IsBoolean()
  @Field(() => Boolean, { description: 'Whether they are read.' })
  readonly read!: boolean;

  @IsBoolean()
  @Field(() => Boolean, { description: 'Whether they are archived.' })
  readonly archived!: boolean;
}

@InputType({ description: 'On which channels the viewer wants to be told one kind of message.' })
export class MessageChoiceInput {
  @IsIn(Object.values(messageKinds))
  @Field(() => messageKinds, { description: 'The kind of message.' })
  readonly kind!: MessageKind;

  @IsIn(Object.values(messageChannels), { each: true })
  @ArrayMaxSize(Object.keys(messageChannels).length)
  @Field(() => [messageChannels], { description: 'The channels beside the inbox; none for the inbox alone.' })
  readonly channels!: MessageChannel[];
}

@InputType({ description: 'When the viewer wants to be told nothing but in the inbox.' })
export class QuietHoursInput {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  @Field(() => String, {
    nullable: true,
    description: 'The time zone in which the times are meant, such as `Asia/Baku`; that of the registry if unset.',
  })
  readonly timeZone?: string | null;

  @Matches(wallTime)
  @Field(() => String, { description: 'When they begin, as `HH:MM`.' })
  readonly from!: string;

  @Matches(wallTime)
  @Field(() => String, { description: 'When they end, as `HH:MM`; on the next day where that is earlier.' })
  readonly until!: string;
}

@InputType({ description: 'How the viewer wants to be told, in place of what they said before.' })
export class SetMessagePreferencesInput {
  @IsIn(Object.values(messageLanguages))
  @Field(() => messageLanguages, { description: 'The language of what is sent to them.' })
  readonly language!: Language;

  @ValidateNested()
  @ArrayMaxSize(Object.keys(messageKinds).length)
  @Field(() => [MessageChoiceInput], { description: 'Choices by kind; by e-mail for a kind that has none.' })
  readonly choices!: MessageChoiceInput[];

  @IsOptional()
  @ValidateNested()
  @Field(() => QuietHoursInput, { nullable: true, description: 'When it is quiet; never if unset.' })
  readonly quietHours?: QuietHoursInput | null;
}
