import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const PlatformSchema = defineEntity({
  name: 'PlatformEntity',
  tableName: 'platform',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    legalForm: p.json<LocalizedText>().nullable(),
    foundedOn: p.date().nullable(),
    foundingConferenceOn: p.date().nullable(),
    aim: p.json<LocalizedText>().nullable(),
    role: p.json<LocalizedText>().nullable(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class PlatformEntity extends PlatformSchema.class {}
PlatformSchema.setClass(PlatformEntity);
