import { defineEntity, p } from '@mikro-orm/core';

const FormerNameSchema = defineEntity({
  name: 'FormerNameEntity',
  tableName: 'former_name',
  readonly: true,
  properties: {
    id: p.uuid().primary(),
    volunteerId: p.uuid(),
    givenName: p.string(),
    familyName: p.string(),
    patronymic: p.string().nullable(),
    until: p.datetime(),
  },
});

/** A name that a person had before. */
export class FormerNameEntity extends FormerNameSchema.class {}
FormerNameSchema.setClass(FormerNameEntity);
