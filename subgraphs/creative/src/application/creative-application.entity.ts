import {
  guardedStatuses,
  type GivenAnswer,
  type GuardianAnswer,
  type GuardianReason,
} from '@birlik/trust/guardian-answer';
import { defineEntity, p } from '@mikro-orm/core';

export const applicationStatuses = {
  ...guardedStatuses,
  REGISTERED: 'registered',
  ELIGIBLE: 'eligible',
  ELECTED: 'elected',
  DECLINED: 'declined',
} as const;
export type ApplicationStatus = (typeof applicationStatuses)[keyof typeof applicationStatuses];

export const applicantRegions = { CAPITAL: 'capital', REGION: 'region' } as const;
export type ApplicantRegion = (typeof applicantRegions)[keyof typeof applicantRegions];

const CreativeApplicationSchema = defineEntity({
  name: 'CreativeApplicationEntity',
  tableName: 'creative_application',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    volunteerId: p.uuid(),
    campaignId: p.uuid(),
    disciplineId: p.uuid(),
    region: p.string().$type<ApplicantRegion>().nullable(),
    status: p.string().$type<ApplicationStatus>(),
    /** The answers to the questionnaire, by the key of the question. */
    answers: p.json<Readonly<Record<string, unknown>>>(),
    /** Written with the decision: until then the commission's scores are nobody else's. */
    meanScore: p.decimal('number').precision(5).scale(2).nullable(),
    appliedAt: p.datetime(),
    electedOn: p.date().nullable(),
    /** Written by the database; null for what was withdrawn before it was noted. */
    withdrawnAt: p.datetime().nullable(),
    guardianAnswer: p.string().$type<GuardianAnswer>().nullable(),
    guardianReason: p.string().$type<GuardianReason>().nullable(),
    /** Written by the database with each answer. */
    guardianHistory: p.json<readonly GivenAnswer[]>().defaultRaw(`'[]'`),
  },
});

export class CreativeApplicationEntity extends CreativeApplicationSchema.class {}
CreativeApplicationSchema.setClass(CreativeApplicationEntity);
