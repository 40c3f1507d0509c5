import type { LocalizedText } from '@birlik/kernel/localized';
import { defineEntity, p } from '@mikro-orm/core';

const MissionSchema = defineEntity({
  name: 'MissionEntity',
  tableName: 'mission',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    name: p.json<LocalizedText>(),
    countryCode: p.string(),
  },
});

export class MissionEntity extends MissionSchema.class {}
MissionSchema.setClass(MissionEntity);
