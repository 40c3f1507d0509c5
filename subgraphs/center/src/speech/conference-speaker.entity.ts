import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const ConferenceSpeakerSchema = defineEntity({
  name: 'ConferenceSpeakerEntity',
  tableName: 'conference_speaker',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    conferenceId: p.uuid(),
    position: p.integer(),
    name: p.string(),
    office: p.json<LocalizedText>(),
    speaksForOrganizationId: p.uuid(),
    topics: p.json<LocalizedText[]>(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class ConferenceSpeakerEntity extends ConferenceSpeakerSchema.class {}
ConferenceSpeakerSchema.setClass(ConferenceSpeakerEntity);
