import type { LocalizedText } from '@birlik/kernel/localized';
import { defineEntity, p } from '@mikro-orm/core';

const PortalSchema = defineEntity({
  name: 'PortalEntity',
  tableName: 'portal',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    name: p.string(),
    summary: p.json<LocalizedText>(),
  },
});

export class PortalEntity extends PortalSchema.class {}
PortalSchema.setClass(PortalEntity);
