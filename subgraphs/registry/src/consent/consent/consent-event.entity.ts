import { defineEntity, p } from '@mikro-orm/core';

export const recordedEventKinds = { GIVEN: 'given', WITHDRAWN: 'withdrawn' } as const;
export type RecordedEventKind = (typeof recordedEventKinds)[keyof typeof recordedEventKinds];

const ConsentEventSchema = defineEntity({
  name: 'ConsentEventEntity',
  tableName: 'consent_event',
  properties: {
    id: p.uuid().primary(),
    consentId: p.uuid(),
    volunteerId: p.uuid(),
    kind: p.string().$type<RecordedEventKind>(),
    happenedAt: p.datetime(),
    byGuardian: p.boolean(),
    actorVolunteerId: p.uuid(),
    receipt: p.text(),
  },
});

/** What somebody did about a consent, with the receipt that was signed then. The table is append-only. */
export class ConsentEventEntity extends ConsentEventSchema.class {}
ConsentEventSchema.setClass(ConsentEventEntity);
