import type { MessageKind } from '../../../generated/codes.js';

/** Where a person does what a message is about; null where there is nothing to do. */
export const messageLinks: Readonly<Record<MessageKind, string | null>> = {
  CONSENT_ASKED: '/me/permissions',
  GUARDIAN_ASKED: '/me/guardianship',
  INQUIRY_ANSWERED: '/me/views',
  APPLICATION_ANSWERED: '/me/applications',
  APPLICATION_GUARDIAN_ASKED: '/me/applications',
  APPLICATION_GUARDIAN_ANSWERED: '/me/applications',
  CAMPAIGN_GUARDIAN_ASKED: '/me/applications',
  CAMPAIGN_GUARDIAN_ANSWERED: '/me/applications',
  MENTORSHIP_ASKED: '/me/mentoring',
  MENTORSHIP_ANSWERED: '/me/mentoring',
  MENTORSHIP_EXPIRING: '/me/mentoring',
  MENTORSHIP_ENDED: '/me/mentoring',
  MENTORSHIP_CHANGED: '/me/mentoring',
  EMERGENCY_ALERT: null,
  OPPORTUNITY_REMINDER: '/me/applications',
  RECORD_CLAIMED: '/me/records',
  ORGANIZATION_WROTE: null,
  RECORD_OFFERED: '/me/records',
  ERASURE_DELAYED: '/me/erasure',
  RECOVERY_ASKED: '/',
  ACCOUNT_AWAITS_GUARDIAN: null,
  ACCOUNT_CONFIRMED: null,
  ACCOUNT_RECOVERED: null,
};
