import { defineEntity, p } from '@mikro-orm/core';
import type { AffiliationRole } from './affiliation.entity.js';

export const membershipEventKinds = {
  BEGUN: 'begun',
  CHANGED: 'changed',
  SUSPENDED: 'suspended',
  RESUMED: 'resumed',
  ENDED: 'ended',
} as const;
export type MembershipEventKind = (typeof membershipEventKinds)[keyof typeof membershipEventKinds];

const MembershipEventSchema = defineEntity({
  name: 'MembershipEventEntity',
  tableName: 'membership_event',
  readonly: true,
  properties: {
    id: p.uuid().primary(),
    affiliationId: p.uuid(),
    kind: p.string().$type<MembershipEventKind>(),
    role: p.string().$type<AffiliationRole>(),
    happenedAt: p.datetime(),
    byPerson: p.boolean(),
    reason: p.string().nullable(),
  },
});

/** What happened to a membership. The person and the organisation see it. */
export class MembershipEventEntity extends MembershipEventSchema.class {}
MembershipEventSchema.setClass(MembershipEventEntity);
