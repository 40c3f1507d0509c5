import { defineEntity, p } from '@mikro-orm/core';

export const vehicles = { BUS: 'bus', PLANE: 'plane' } as const;
export type Vehicle = (typeof vehicles)[keyof typeof vehicles];

const TransportListSchema = defineEntity({
  name: 'TransportListEntity',
  tableName: 'transport_list',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    emergencyId: p.uuid(),
    name: p.string(),
    vehicle: p.string().$type<Vehicle>(),
    seats: p.integer(),
    leavesAt: p.datetime().nullable(),
  },
});

/** Who leaves together; a check-in has a seat of one list at the most. */
export class TransportListEntity extends TransportListSchema.class {}
TransportListSchema.setClass(TransportListEntity);
