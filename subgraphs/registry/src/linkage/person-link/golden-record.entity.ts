import { defineEntity, p } from '@mikro-orm/core';

/** A view: what the live records of a person say together, derived by every reading. Only the office sees any. */
const GoldenRecordSchema = defineEntity({
  name: 'GoldenRecordEntity',
  tableName: 'golden_record',
  readonly: true,
  properties: {
    id: p.uuid().primary(),
    givenName: p.string(),
    familyName: p.string(),
    patronymic: p.string().nullable(),
    birthDate: p.date().nullable(),
    phone: p.string().nullable(),
    email: p.string().nullable(),
  },
});

export class GoldenRecordEntity extends GoldenRecordSchema.class {}
GoldenRecordSchema.setClass(GoldenRecordEntity);
