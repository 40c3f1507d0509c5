import { defineEntity, p } from '@mikro-orm/core';

const MatchingAssociationSchema = defineEntity({
  name: 'MatchingAssociationEntity',
  tableName: 'matching_association',
  properties: {
    id: p.uuid().primary(),
    roundId: p.uuid(),
    organizationId: p.uuid(),
    hostId: p.uuid(),
    menteeQuota: p.integer().nullable(),
    mentorQuota: p.integer().nullable(),
    reservedPlaces: p.integer().default(0),
    joinedAt: p.datetime().defaultRaw('app_now()'),
    leftAt: p.datetime().nullable(),
  },
});

/** The organisation is the association; the host is the one that runs the round. */
export class MatchingAssociationEntity extends MatchingAssociationSchema.class {}
MatchingAssociationSchema.setClass(MatchingAssociationEntity);
