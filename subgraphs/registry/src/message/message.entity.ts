import type { LocalizedText } from '@birlik/kernel/localized';
import { defineEntity, p } from '@mikro-orm/core';

export const messageKinds = {
  CONSENT_ASKED: 'consent-asked',
  GUARDIAN_ASKED: 'guardian-asked',
  ERASURE_DELAYED: 'erasure-delayed',
  INQUIRY_ANSWERED: 'inquiry-answered',
  APPLICATION_ANSWERED: 'application-answered',
  OPPORTUNITY_REMINDER: 'opportunity-reminder',
  APPLICATION_GUARDIAN_ASKED: 'application-guardian-asked',
  APPLICATION_GUARDIAN_ANSWERED: 'application-guardian-answered',
  CAMPAIGN_GUARDIAN_ASKED: 'campaign-guardian-asked',
  CAMPAIGN_GUARDIAN_ANSWERED: 'campaign-guardian-answered',
  MENTORSHIP_ASKED: 'mentorship-asked',
  MENTORSHIP_ANSWERED: 'mentorship-answered',
  MENTORSHIP_EXPIRING: 'mentorship-expiring',
  MENTORSHIP_ENDED: 'mentorship-ended',
  MENTORSHIP_CHANGED: 'mentorship-changed',
  CASE_CHANGED: 'case-changed',
  EMERGENCY_ALERT: 'emergency-alert',
  ALUMNI_FACTS_UNCONFIRMED: 'alumni-facts-unconfirmed',
  ALUMNI_EVENT_CHANGED: 'alumni-event-changed',
  ACCOUNT_AWAITS_GUARDIAN: 'account-awaits-guardian',
  ACCOUNT_CONFIRMED: 'account-confirmed',
  RECORD_CLAIMED: 'record-claimed',
  ORGANIZATION_WROTE: 'organization-wrote',
  RECORD_OFFERED: 'record-offered',
  RECOVERY_ASKED: 'recovery-asked',
  ACCOUNT_RECOVERED: 'account-recovered',
} as const;
export type MessageKind = (typeof messageKinds)[keyof typeof messageKinds];

export const messageChannels = { EMAIL: 'email', SMS: 'sms', PUSH: 'push' } as const;
export type MessageChannel = (typeof messageChannels)[keyof typeof messageChannels];

const MessageSchema = defineEntity({
  name: 'MessageEntity',
  tableName: 'message',
  properties: {
    id: p.uuid().primary(),
    volunteerId: p.uuid(),
    organizationId: p.uuid().nullable(),
    /** Who wrote it and has the text; null for the registry. */
    member: p.string().nullable(),
    kind: p.string().$type<MessageKind>(),
    subject: p.json<LocalizedText>(),
    body: p.json<LocalizedText>(),
    sentAt: p.datetime(),
    readAt: p.datetime().nullable(),
    archivedAt: p.datetime().nullable(),
  },
});

export class MessageEntity extends MessageSchema.class {}
MessageSchema.setClass(MessageEntity);
