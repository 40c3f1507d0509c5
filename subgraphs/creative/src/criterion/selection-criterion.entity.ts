import type { LocalizedText } from '@birlik/kernel/localized';
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
  },
});

export class SelectionCriterionEntity extends SelectionCriterionSchema.class {}
SelectionCriterionSchema.setClass(SelectionCriterionEntity);
