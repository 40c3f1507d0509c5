import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { meetingItemKinds, type MeetingItemKind } from './meeting-item.entity.js';

registerEnumType(meetingItemKinds, {
  name: 'MeetingItemKind',
  description: 'What happens in a part of a recruitment meeting.',
  valuesConfig: {
    TALK: { description: 'Somebody tells about something.' },
    VIDEO: { description: 'A film is shown.' },
    QUESTIONS: { description: 'Students ask and are answered.' },
  },
});

@ObjectType({ description: 'One part of a recruitment meeting’s agenda.' })
export class MeetingItem {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The part’s id.' })
  readonly id!: string;

  @Field(() => meetingItemKinds, { description: 'What happens in it.' })
  readonly kind!: MeetingItemKind;

  @LocalizedField({ description: 'What it is about, in the caller’s language.' })
  readonly title!: LocalizedText;

  @SourceField()
  readonly source!: Source | null;
}
