import type { LocalizedText } from '@birlik/kernel/localized';
import { defineEntity, p } from '@mikro-orm/core';

const CountrySchema = defineEntity({
  name: 'CountryEntity',
  tableName: 'country',
  properties: {
    code: p.string().primary(),
    name: p.json<LocalizedText>(),
  },
});

export class CountryEntity extends CountrySchema.class {}
CountrySchema.setClass(CountryEntity);
