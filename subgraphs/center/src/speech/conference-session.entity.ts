import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

export const conferenceSessionKinds = {
  PLENARY: 'plenary',
  DISCUSSION: 'discussion',
  EXPERIENCE: 'experience',
} as const;
export type ConferenceSessionKind = (typeof conferenceSessionKinds)[keyof typeof conferenceSessionKinds];

const ConferenceSessionSchema = defineEntity({
  name: 'ConferenceSessionEntity',
  tableName: 'conference_session',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    conferenceId: p.uuid(),
    position: p.integer(),
    kind: p.string().$type<ConferenceSessionKind>(),
    title: p.json<LocalizedText>(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class ConferenceSessionEntity extends ConferenceSessionSchema.class {}
ConferenceSessionSchema.setClass(ConferenceSessionEntity);
