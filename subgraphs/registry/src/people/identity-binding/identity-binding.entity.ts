import { defineEntity, p } from '@mikro-orm/core';

const IdentityBindingSchema = defineEntity({
  name: 'IdentityBindingEntity',
  tableName: 'identity_binding',
  properties: {
    id: p.uuid().primary(),
    volunteerId: p.uuid(),
    issuer: p.string(),
    subject: p.string(),
    boundAt: p.datetime(),
    boundBy: p.string(),
    endedAt: p.datetime().nullable(),
    endedBy: p.string().nullable(),
  },
});

/** A subject of an issuer that is a person of the federation. An ended one stays: it goes on refusing what a token claims. */
export class IdentityBindingEntity extends IdentityBindingSchema.class {}
IdentityBindingSchema.setClass(IdentityBindingEntity);
