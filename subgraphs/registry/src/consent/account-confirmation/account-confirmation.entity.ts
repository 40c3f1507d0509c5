import type { GuardianAnswer } from '@birlik/trust/guardian-answer';
import { defineEntity, p } from '@mikro-orm/core';

const AccountConfirmationSchema = defineEntity({
  name: 'AccountConfirmationEntity',
  tableName: 'account_confirmation',
  readonly: true,
  properties: {
    id: p.uuid().primary(),
    volunteerId: p.uuid(),
    askedAt: p.datetime(),
    answer: p.string().$type<GuardianAnswer>(),
    answeredAt: p.datetime().nullable(),
  },
});

/** What a guardian says to the account that a minor made. */
export class AccountConfirmationEntity extends AccountConfirmationSchema.class {}
AccountConfirmationSchema.setClass(AccountConfirmationEntity);
