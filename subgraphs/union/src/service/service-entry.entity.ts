import { defineEntity, p } from '@mikro-orm/core';

export const serviceEntryStatuses = { RECORDED: 'recorded', VERIFIED: 'verified' } as const;
export type ServiceEntryStatus = (typeof serviceEntryStatuses)[keyof typeof serviceEntryStatuses];

const ServiceEntrySchema = defineEntity({
  name: 'ServiceEntryEntity',
  tableName: 'service_entry',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    volunteerId: p.uuid(),
    opportunityId: p.uuid().nullable(),
    minutes: p.integer(),
    workedOn: p.date(),
    status: p.string().$type<ServiceEntryStatus>(),
    correctsId: p.uuid().nullable(),
  },
});

export class ServiceEntryEntity extends ServiceEntrySchema.class {}
ServiceEntrySchema.setClass(ServiceEntryEntity);
