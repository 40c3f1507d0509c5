import { connectionType } from '@birlik/kernel/connection';
import type { LocalizedText } from '@birlik/kernel/localized';
import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { languages, type Language } from '@birlik/messages/language';
import { LocalizedField } from '@birlik/trust/localized-field';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { messageChannels, messageKinds, type MessageChannel, type MessageKind } from './message.entity.js';

registerEnumType(messageKinds, {
  name: 'MessageKind',
  description: 'What a message to a person is about.',
  valuesConfig: {
    CONSENT_ASKED: { description: 'An organisation asks for consents.' },
    GUARDIAN_ASKED: { description: 'A minor whose guardian the person is waits for an answer of theirs.' },
    ERASURE_DELAYED: { description: 'An erasure was asked for and begins after its delay.' },
    INQUIRY_ANSWERED: { description: 'An organisation answered a question or an objection.' },
    APPLICATION_ANSWERED: { description: 'An organisation accepted or declined an application to an opportunity.' },
    OPPORTUNITY_REMINDER: { description: 'An opportunity that the person was accepted to begins on the next day.' },
    APPLICATION_GUARDIAN_ASKED: { description: 'An application to an opportunity waits for a guardian.' },
    APPLICATION_GUARDIAN_ANSWERED: { description: 'A guardian answered about an application to an opportunity.' },
    CAMPAIGN_GUARDIAN_ASKED: { description: 'An application to a campaign waits for a guardian.' },
    CAMPAIGN_GUARDIAN_ANSWERED: { description: 'A guardian answered about an application to a campaign.' },
    MENTORSHIP_ASKED: { description: 'Somebody asks the person for mentoring.' },
    MENTORSHIP_ANSWERED: { description: 'A mentor answered the person, or a proposed pair was confirmed or declined.' },
    MENTORSHIP_EXPIRING: {
      description: 'A request for mentoring waits for an answer and will close, or an offer will be hidden.',
    },
    MENTORSHIP_ENDED: { description: 'A mentorship ended, or a request for one was closed.' },
    MENTORSHIP_CHANGED: { description: 'Something new in a mentorship of the person’s, such as a meeting.' },
    EMERGENCY_ALERT: { description: 'An alert about an emergency in a place where the person may be.' },
    ALUMNI_FACTS_UNCONFIRMED: {
      description: 'An association asks whether what it has of the person is still right.',
    },
    ALUMNI_EVENT_CHANGED: { description: 'Something changed at an event to which the person said yes.' },
    CASE_CHANGED: { description: 'Something new in a case of the person’s, such as an answer.' },
    ACCOUNT_AWAITS_GUARDIAN: { description: 'The person’s account waits for a guardian’s yes.' },
    ACCOUNT_CONFIRMED: { description: 'A guardian said yes to the person’s account.' },
    RECOVERY_ASKED: {
      description: 'Somebody recovers the account, which can be refused; it always goes out by e-mail too.',
    },
    ACCOUNT_RECOVERED: { description: 'The account was recovered; it always goes out by e-mail too.' },
    ORGANIZATION_WROTE: { description: 'An organisation wrote to the person in its own words.' },
    RECORD_OFFERED: {
      description:
        'Organisations have records with the person’s confirmed address, and the person says whether they are theirs.',
    },
    RECORD_CLAIMED: {
      description: 'A record of an organisation became the person’s by an address that they confirmed.',
    },
  },
});

registerEnumType(messageChannels, {
  name: 'MessageChannel',
  description: 'Where a person is told beside the inbox.',
  valuesConfig: {
    EMAIL: { description: 'By e-mail.' },
    SMS: { description: 'By a text message to the phone.' },
    PUSH: { description: 'On the devices that the person added by `addPushDevice`.' },
  },
});

/** The languages in which people are written to, as the graph names them. */
export const messageLanguages = Object.fromEntries(
  languages.map((language) => [language.toUpperCase(), language]),
) as Readonly<Record<Uppercase<Language>, Language>>;

registerEnumType(messageLanguages, {
  name: 'MessageLanguage',
  description: 'A language in which messages are written.',
  valuesConfig: {
    AZ: { description: 'Azerbaijani.' },
    EN: { description: 'English.' },
    RU: { description: 'Russian.' },
    TR: { description: 'Turkish.' },
  },
});

@ObjectType({ description: 'Where a message went beside the inbox.' })
export class MessageDelivery {
  @Field(() => messageChannels, { description: 'The channel.' })
  readonly channel!: MessageChannel;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was handed over; null while it waits, for the end of quiet hours for example.',
  })
  readonly deliveredAt!: Date | null;
}

@ObjectType({ description: 'A message to a person, of the registry or of another member.' })
export class Message {
  @Field(() => ID, { description: 'The message’s id.' })
  readonly id!: string;

  @Field(() => messageKinds, { description: 'What it is about.' })
  readonly kind!: MessageKind;

  @Field(() => String, {
    nullable: true,
    description:
      'The member that wrote it, such as `union`, and has the text: its `messagesAtUnion` shows it by the same id. Null for the registry itself.',
  })
  readonly member!: string | null;

  @LocalizedField({ description: 'What it is about in a few words, in the caller’s language.' })
  readonly subject!: LocalizedText;

  @LocalizedField({
    description:
      'What it says, in the caller’s language; of another member’s, that there is something to read, and not what.',
  })
  readonly body!: LocalizedText;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  readonly sentAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the person read it; null until then.' })
  readonly readAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the person archived it; null until then.' })
  readonly archivedAt!: Date | null;
}

export const MessageConnection = connectionType('Message', () => Message);

@ObjectType({ description: 'On which channels a person is told one kind of message.' })
export class MessageChoice {
  @Field(() => messageKinds, { description: 'The kind of message.' })
  readonly kind!: MessageKind;

  @Field(() => [messageChannels], {
    description: 'The channels beside the inbox, at most all; none for the inbox alone.',
  })
  readonly channels!: readonly MessageChannel[];
}

@ObjectType({ description: 'When a person wants to be told nothing but in the inbox.' })
export class QuietHours {
  @Field(() => String, { description: 'The time zone in which the times are meant, such as `Asia/Baku`.' })
  readonly timeZone!: string;

  @Field(() => String, { description: 'When they begin, as `HH:MM`.' })
  readonly from!: string;

  @Field(() => String, { description: 'When they end, as `HH:MM`; on the next day where that is earlier.' })
  readonly until!: string;
}

@ObjectType({ description: 'How a person wants to be told.' })
export class MessagePreferences {
  @Field(() => messageLanguages, { description: 'The language of what is sent to them.' })
  readonly language!: Language;

  @Field(() => [MessageChoice], { description: 'A choice for each kind of message, at most 20.' })
  readonly choices!: readonly MessageChoice[];

  @Field(() => QuietHours, { nullable: true, description: 'When it is quiet; null for never.' })
  readonly quietHours!: QuietHours | null;
}

export const SetMessagePreferencesResult = resultType(
  'SetMessagePreferencesResult',
  MessagePreferences,
  'The preferences, or why they were not taken.',
);
