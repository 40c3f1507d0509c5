import { defineEntity, p } from '@mikro-orm/core';

const RecordOfferSchema = defineEntity({
  name: 'RecordOfferEntity',
  tableName: 'record_offer',
  readonly: true,
  properties: {
    id: p.uuid().primary(),
    volunteerId: p.uuid(),
    organizationId: p.uuid(),
    offeredAt: p.datetime(),
    /** Null while the person has not answered. */
    isMine: p.boolean().nullable(),
    answeredAt: p.datetime().nullable(),
  },
});

/** The question whether a record is a person's that came with the address which they had confirmed. */
export class RecordOfferEntity extends RecordOfferSchema.class {}
RecordOfferSchema.setClass(RecordOfferEntity);
