import type { LocalizedText } from '@birlik/kernel/localized';
import { defineEntity, p } from '@mikro-orm/core';

const PurposeSchema = defineEntity({
  name: 'PurposeEntity',
  tableName: 'purpose',
  properties: {
    code: p.string().primary(),
    name: p.json<LocalizedText>(),
    legalText: p.json<LocalizedText>(),
    disclosureDelayDays: p.integer().nullable(),
    needsCase: p.boolean(),
    /** Where it stands in the list. */
    place: p.integer(),
  },
});

export class PurposeEntity extends PurposeSchema.class {}
PurposeSchema.setClass(PurposeEntity);
