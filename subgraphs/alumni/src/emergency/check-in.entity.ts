import { defineEntity, p } from '@mikro-orm/core';

export const checkInStates = { SAFE: 'safe', NEED_HELP: 'need-help' } as const;
export type CheckInState = (typeof checkInStates)[keyof typeof checkInStates];

const CheckInSchema = defineEntity({
  name: 'CheckInEntity',
  tableName: 'check_in',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    emergencyId: p.uuid(),
    volunteerId: p.uuid().nullable(),
    name: p.string().nullable(),
    contact: p.string().nullable(),
    state: p.string().$type<CheckInState>(),
    place: p.string().nullable(),
    changedAt: p.datetime(),
    assignedTo: p.string().nullable(),
    assignedToIssuer: p.string().nullable(),
    calls: p.integer(),
    escalations: p.integer(),
    transportListId: p.uuid().nullable(),
    answeredAt: p.datetime().nullable(),
    answeredBy: p.string().nullable(),
  },
});

/** `volunteerId` is null for whoever came by the link without an account. It is gone when the emergency is closed. */
export class CheckInEntity extends CheckInSchema.class {}
CheckInSchema.setClass(CheckInEntity);
