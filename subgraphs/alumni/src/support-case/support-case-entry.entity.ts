import type { LocalizedText } from '@birlik/kernel/localized';
import { defineEntity, p } from '@mikro-orm/core';

export const caseEntryKinds = {
  RAISED: 'raised',
  ADDED: 'added',
  ACKNOWLEDGED: 'acknowledged',
  TRIAGED: 'triaged',
  REFERRAL_CONSENT_ASKED: 'referral-consent-asked',
  MEETING_CONSENT_ASKED: 'meeting-consent-asked',
  REFERRAL_CONSENT_GIVEN: 'referral-consent-given',
  MEETING_CONSENT_GIVEN: 'meeting-consent-given',
  REFERRAL_CONSENT_WITHDRAWN: 'referral-consent-withdrawn',
  MEETING_CONSENT_WITHDRAWN: 'meeting-consent-withdrawn',
  REFERRED: 'referred',
  ANSWERED: 'answered',
  CLOSING: 'closing',
  OBJECTED: 'objected',
  CLOSED: 'closed',
  REOPENED: 'reopened',
  WITHDRAWN: 'withdrawn',
  DECIDED: 'decided',
} as const;
export type CaseEntryKind = (typeof caseEntryKinds)[keyof typeof caseEntryKinds];

const SupportCaseEntrySchema = defineEntity({
  name: 'SupportCaseEntryEntity',
  tableName: 'support_case_entry',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    volunteerId: p.uuid(),
    kind: p.string().$type<CaseEntryKind>(),
    text: p.text().nullable(),
    decision: p.json<LocalizedText>().nullable(),
    at: p.datetime().defaultRaw('app_now()'),
  },
});

/** What happened to a case. It is never changed. */
export class SupportCaseEntryEntity extends SupportCaseEntrySchema.class {}
SupportCaseEntrySchema.setClass(SupportCaseEntryEntity);
