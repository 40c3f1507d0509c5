import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const MeetingSpeakerSchema = defineEntity({
  name: 'MeetingSpeakerEntity',
  tableName: 'meeting_speaker',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    meetingId: p.uuid(),
    position: p.integer(),
    name: p.string(),
    office: p.json<LocalizedText>(),
    speaksForOrganizationId: p.uuid(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class MeetingSpeakerEntity extends MeetingSpeakerSchema.class {}
MeetingSpeakerSchema.setClass(MeetingSpeakerEntity);
