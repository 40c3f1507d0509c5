import { defineEntity, p } from '@mikro-orm/core';

export const claimWays = { CODE: 'code', CONTACT: 'contact' } as const;
export type ClaimWay = (typeof claimWays)[keyof typeof claimWays];

export const claimOutcomes = {
  ACCEPTED: 'accepted',
  REFUSED: 'refused',
  TAKEN: 'taken',
  UNSURE: 'unsure',
  LIMITED: 'limited',
} as const;
export type ClaimOutcome = (typeof claimOutcomes)[keyof typeof claimOutcomes];

const ClaimAttemptSchema = defineEntity({
  name: 'ClaimAttemptEntity',
  tableName: 'claim_attempt',
  readonly: true,
  properties: {
    id: p.uuid().primary(),
    volunteerId: p.uuid(),
    triedAt: p.datetime(),
    way: p.string().$type<ClaimWay>(),
    outcome: p.string().$type<ClaimOutcome>(),
    organizationId: p.uuid().nullable(),
    recordId: p.uuid().nullable(),
  },
});

/** A try to accept an invitation or to claim a record. Only the office sees any. */
export class ClaimAttemptEntity extends ClaimAttemptSchema.class {}
ClaimAttemptSchema.setClass(ClaimAttemptEntity);
