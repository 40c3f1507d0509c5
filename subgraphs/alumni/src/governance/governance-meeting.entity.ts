import type { LocalizedText } from '@birlik/kernel/localized';
import { defineEntity, p } from '@mikro-orm/core';

export const governanceMeetingStatuses = {
  PLANNED: 'planned',
  OPEN: 'open',
  CLOSED: 'closed',
  CANCELLED: 'cancelled',
} as const;
export type GovernanceMeetingStatus = (typeof governanceMeetingStatuses)[keyof typeof governanceMeetingStatuses];

const GovernanceMeetingSchema = defineEntity({
  name: 'GovernanceMeetingEntity',
  tableName: 'governance_meeting',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    bodyId: p.uuid(),
    title: p.json<LocalizedText>(),
    startsAt: p.datetime(),
    status: p.string().$type<GovernanceMeetingStatus>().default(governanceMeetingStatuses.PLANNED),
    openedAt: p.datetime().nullable(),
    closedAt: p.datetime().nullable(),
  },
});

/** A meeting of a body. The database stamps its instants. */
export class GovernanceMeetingEntity extends GovernanceMeetingSchema.class {}
GovernanceMeetingSchema.setClass(GovernanceMeetingEntity);
