import { defineEntity, p } from '@mikro-orm/core';

export const troubles = {
  RESIDENCE: 'residence',
  STUDY: 'study',
  HOUSING: 'housing',
  MONEY: 'money',
  HEALTH: 'health',
  SAFETY: 'safety',
  DOCUMENTS: 'documents',
  OTHER: 'other',
} as const;
export type Trouble = (typeof troubles)[keyof typeof troubles];

export const supportCaseStatuses = {
  RAISED: 'raised',
  IN_PROGRESS: 'in-progress',
  REFERRED: 'referred',
  CLOSING: 'closing',
  CLOSED: 'closed',
} as const;
export type SupportCaseStatus = (typeof supportCaseStatuses)[keyof typeof supportCaseStatuses];

export const caseConsents = { NONE: 'none', ASKED: 'asked', GIVEN: 'given', WITHDRAWN: 'withdrawn' } as const;
export type CaseConsent = (typeof caseConsents)[keyof typeof caseConsents];

export const caseClosingReasons = {
  SOLVED: 'solved',
  NO_REMEDY: 'no-remedy',
  PASSED_ON: 'passed-on',
  WITHDRAWN: 'withdrawn',
} as const;
export type CaseClosingReason = (typeof caseClosingReasons)[keyof typeof caseClosingReasons];

const SupportCaseSchema = defineEntity({
  name: 'SupportCaseEntity',
  tableName: 'support_case',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    volunteerId: p.uuid(),
    trouble: p.string().$type<Trouble>(),
    countryCode: p.string(),
    isGrave: p.boolean(),
    status: p.string().$type<SupportCaseStatus>().defaultRaw(`'raised'`),
    owner: p.string().nullable(),
    raisedAt: p.datetime().defaultRaw('app_now()'),
    acknowledgeBy: p.datetime().defaultRaw('app_now()'),
    acknowledgedAt: p.datetime().nullable(),
    referralConsent: p.string().$type<CaseConsent>().defaultRaw(`'none'`),
    meetingConsent: p.string().$type<CaseConsent>().defaultRaw(`'none'`),
    missionId: p.uuid().nullable(),
    closingReason: p.string().$type<CaseClosingReason>().nullable(),
    closesAt: p.datetime().nullable(),
    closedAt: p.datetime().nullable(),
  },
});

/** `volunteerId` is whose case it is, `owner` the name of the officer who handles it. Only entries change it. */
export class SupportCaseEntity extends SupportCaseSchema.class {}
SupportCaseSchema.setClass(SupportCaseEntity);
