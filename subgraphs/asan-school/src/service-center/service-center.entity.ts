import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

export const serviceCenterStatuses = { OPENING_SOON: 'opening_soon', OPEN: 'open' } as const;
export type ServiceCenterStatus = (typeof serviceCenterStatuses)[keyof typeof serviceCenterStatuses];

const ServiceCenterSchema = defineEntity({
  name: 'ServiceCenterEntity',
  tableName: 'service_center',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    name: p.json<LocalizedText>(),
    city: p.json<LocalizedText>(),
    status: p.string().$type<ServiceCenterStatus>(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class ServiceCenterEntity extends ServiceCenterSchema.class {}
ServiceCenterSchema.setClass(ServiceCenterEntity);
