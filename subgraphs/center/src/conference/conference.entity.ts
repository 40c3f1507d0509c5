import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const ConferenceSchema = defineEntity({
  name: 'ConferenceEntity',
  tableName: 'conference',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    name: p.json<LocalizedText>(),
    heldOn: p.date().nullable(),
    reportedOn: p.date(),
    place: p.json<LocalizedText>().nullable(),
    occasion: p.json<LocalizedText>().nullable(),
    theme: p.json<LocalizedText>().nullable(),
    topics: p.json<LocalizedText[]>(),
    platforms: p.array(),
    themeCountryCodes: p.array(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class ConferenceEntity extends ConferenceSchema.class {}
ConferenceSchema.setClass(ConferenceEntity);
