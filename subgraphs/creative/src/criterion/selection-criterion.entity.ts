import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const SelectionCriterionSchema = defineEntity({
  name: 'SelectionCriterionEntity',
  tableName: 'selection_criterion',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    campaignId: p.uuid(),
    name: p.json<LocalizedText>(),
    weight: p.integer(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class SelectionCriterionEntity extends SelectionCriterionSchema.class {}
SelectionCriterionSchema.setClass(SelectionCriterionEntity);
