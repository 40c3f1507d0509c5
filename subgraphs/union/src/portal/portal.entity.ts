import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const PortalSchema = defineEntity({
  name: 'PortalEntity',
  tableName: 'portal',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    name: p.string(),
    summary: p.json<LocalizedText>(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class PortalEntity extends PortalSchema.class {}
PortalSchema.setClass(PortalEntity);
