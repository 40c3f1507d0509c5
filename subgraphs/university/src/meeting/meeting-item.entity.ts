import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

export const meetingItemKinds = { TALK: 'talk', VIDEO: 'video', QUESTIONS: 'questions' } as const;
export type MeetingItemKind = (typeof meetingItemKinds)[keyof typeof meetingItemKinds];

const MeetingItemSchema = defineEntity({
  name: 'MeetingItemEntity',
  tableName: 'meeting_item',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    meetingId: p.uuid(),
    position: p.integer(),
    kind: p.string().$type<MeetingItemKind>(),
    title: p.json<LocalizedText>(),
    speakerIds: p.array(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class MeetingItemEntity extends MeetingItemSchema.class {}
MeetingItemSchema.setClass(MeetingItemEntity);
