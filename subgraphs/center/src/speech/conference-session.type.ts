import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { conferenceSessionKinds, type ConferenceSessionKind } from './conference-session.entity.js';

registerEnumType(conferenceSessionKinds, {
  name: 'ConferenceSessionKind',
  description: 'What a session of a conference is for.',
  valuesConfig: {
    PLENARY: { description: 'Everybody hears speeches.' },
    DISCUSSION: { description: 'Participants discuss topics.' },
    EXPERIENCE: { description: 'Countries share their experience.' },
  },
});

@ObjectType({ description: 'One part of a conference.' })
export class ConferenceSession {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The session’s id.' })
  readonly id!: string;

  @Field(() => conferenceSessionKinds, { description: 'What it is for.' })
  readonly kind!: ConferenceSessionKind;

  @LocalizedField({ description: 'What it is about, in the caller’s language.' })
  readonly title!: LocalizedText;

  @SourceField()
  readonly source!: Source | null;
}
