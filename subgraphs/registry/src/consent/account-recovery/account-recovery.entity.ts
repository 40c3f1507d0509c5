import { defineEntity, p } from '@mikro-orm/core';

const AccountRecoverySchema = defineEntity({
  name: 'AccountRecoveryEntity',
  tableName: 'account_recovery',
  readonly: true,
  properties: {
    id: p.uuid().primary(),
    issuer: p.string(),
    subject: p.string(),
    /** Null while it is not looked up whose the address is, and where it is nobody's. */
    volunteerId: p.uuid().nullable(),
    askedAt: p.datetime(),
    endsAt: p.datetime(),
    confirmedAt: p.datetime().nullable(),
    takesEffectAt: p.datetime().nullable(),
    refusedAt: p.datetime().nullable(),
    movedAt: p.datetime().nullable(),
  },
});

/** A try of a subject, which is nobody, to come back to the account that a person had. */
export class AccountRecoveryEntity extends AccountRecoverySchema.class {}
AccountRecoverySchema.setClass(AccountRecoveryEntity);
