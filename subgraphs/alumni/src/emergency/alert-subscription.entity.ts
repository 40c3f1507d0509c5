import { defineEntity, p } from '@mikro-orm/core';

const AlertSubscriptionSchema = defineEntity({
  name: 'AlertSubscriptionEntity',
  tableName: 'alert_subscription',
  properties: {
    id: p.uuid().primary(),
    volunteerId: p.uuid(),
    countryCode: p.string().nullable(),
    city: p.string().nullable(),
    university: p.string().nullable(),
    confirmedOn: p.date(),
  },
});

/** A country, a city or a university whose alerts somebody wants; one of the three. */
export class AlertSubscriptionEntity extends AlertSubscriptionSchema.class {}
AlertSubscriptionSchema.setClass(AlertSubscriptionEntity);
