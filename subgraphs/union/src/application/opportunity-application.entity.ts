import { defineEntity, p } from '@mikro-orm/core';

export const applicationStatuses = {
  SUBMITTED: 'submitted',
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  WITHDRAWN: 'withdrawn',
} as const;
export type ApplicationStatus = (typeof applicationStatuses)[keyof typeof applicationStatuses];

const OpportunityApplicationSchema = defineEntity({
  name: 'OpportunityApplicationEntity',
  tableName: 'opportunity_application',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    volunteerId: p.uuid(),
    opportunityId: p.uuid(),
    status: p.string().$type<ApplicationStatus>(),
    reason: p.text().nullable(),
    appliedAt: p.datetime(),
    decidedAt: p.datetime().nullable(),
  },
});

export class OpportunityApplicationEntity extends OpportunityApplicationSchema.class {}
OpportunityApplicationSchema.setClass(OpportunityApplicationEntity);
