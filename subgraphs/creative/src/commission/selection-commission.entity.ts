import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const SelectionCommissionSchema = defineEntity({
  name: 'SelectionCommissionEntity',
  tableName: 'selection_commission',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    campaignId: p.uuid(),
    name: p.json<LocalizedText>(),
    task: p.json<LocalizedText>().nullable(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class SelectionCommissionEntity extends SelectionCommissionSchema.class {}
SelectionCommissionSchema.setClass(SelectionCommissionEntity);
