import { defineEntity, p } from '@mikro-orm/core';
import type { ChosenLink } from '@birlik/linkage/choose-persons';

/** Which person a record belongs to from when to when; the live link has no end. Only the office sees any. */
const PersonLinkSchema = defineEntity({
  name: 'PersonLinkEntity',
  tableName: 'person_link',
  readonly: true,
  properties: {
    id: p.uuid().primary(),
    recordId: p.uuid(),
    personId: p.uuid(),
    status: p.string().$type<ChosenLink['status']>(),
    method: p.string().$type<ChosenLink['method']>(),
    weight: p.float().nullable(),
    explanation: p.json<NonNullable<ChosenLink['explanation']>>().nullable(),
    validFrom: p.datetime(),
    validTo: p.datetime().nullable(),
  },
});

export class PersonLinkEntity extends PersonLinkSchema.class {}
PersonLinkSchema.setClass(PersonLinkEntity);
