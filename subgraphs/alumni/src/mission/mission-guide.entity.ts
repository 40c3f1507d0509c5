import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const MissionGuideSchema = defineEntity({
  name: 'MissionGuideEntity',
  tableName: 'mission_guide',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    missionId: p.uuid().nullable(),
    title: p.json<LocalizedText>(),
    body: p.json<LocalizedText>(),
    changedAt: p.datetime().defaultRaw('app_now()'),
    withdrawnAt: p.datetime().nullable(),
    source: p.json<StoredSource>().nullable(),
  },
});

/** What to do, such as with a lost passport: at one mission, or at all of them without `missionId`. */
export class MissionGuideEntity extends MissionGuideSchema.class {}
MissionGuideSchema.setClass(MissionGuideEntity);
