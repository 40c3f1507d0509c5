import {
  guardedStatuses,
  type GivenAnswer,
  type GuardianAnswer,
  type GuardianReason,
} from '@birlik/trust/guardian-answer';
import { defineEntity, p } from '@mikro-orm/core';

export const applicationStatuses = {
  ...guardedStatuses,
  SUBMITTED: 'submitted',
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
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
    /** Written by the database; null for what was withdrawn before it was noted. */
    withdrawnAt: p.datetime().nullable(),
    guardianAnswer: p.string().$type<GuardianAnswer>().nullable(),
    guardianReason: p.string().$type<GuardianReason>().nullable(),
    /** Written by the database with each answer. */
    guardianHistory: p.json<readonly GivenAnswer[]>().defaultRaw(`'[]'`),
  },
});

export class OpportunityApplicationEntity extends OpportunityApplicationSchema.class {}
OpportunityApplicationSchema.setClass(OpportunityApplicationEntity);
