import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const MissionSchema = defineEntity({
  name: 'MissionEntity',
  tableName: 'mission',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    name: p.json<LocalizedText>(),
    countryCode: p.string(),
    serves: p.array(),
    address: p.json<LocalizedText>().nullable(),
    openingHours: p.json<LocalizedText>().nullable(),
    phone: p.string().nullable(),
    emergencyPhone: p.string().nullable(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class MissionEntity extends MissionSchema.class {}
MissionSchema.setClass(MissionEntity);
