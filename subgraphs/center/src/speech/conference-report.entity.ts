import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const ConferenceReportSchema = defineEntity({
  name: 'ConferenceReportEntity',
  tableName: 'conference_report',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    conferenceId: p.uuid(),
    position: p.integer(),
    speakerId: p.uuid().nullable(),
    title: p.json<LocalizedText>(),
    countryCode: p.string(),
    year: p.integer(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class ConferenceReportEntity extends ConferenceReportSchema.class {}
ConferenceReportSchema.setClass(ConferenceReportEntity);
