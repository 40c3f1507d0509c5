import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { DeliveryState, MessageChannel, MessageKind } from '../../../generated/codes.js';

type Terms<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

/** What a message to a person is about, for the organisation on whose behalf it was written. */
export const sentKindTerms: Terms<MessageKind> = {
  ORGANIZATION_WROTE: msg`məktub`,
  CONSENT_ASKED: msg`icazə sorğusu`,
  GUARDIAN_ASKED: msg`qəyyuma sorğu`,
  INQUIRY_ANSWERED: msg`suala cavab`,
  APPLICATION_ANSWERED: msg`müraciətə cavab`,
  APPLICATION_GUARDIAN_ASKED: msg`müraciət üçün qəyyuma sorğu`,
  APPLICATION_GUARDIAN_ANSWERED: msg`qəyyumun müraciətə cavabı`,
  CAMPAIGN_GUARDIAN_ASKED: msg`kampaniya üçün qəyyuma sorğu`,
  CAMPAIGN_GUARDIAN_ANSWERED: msg`qəyyumun kampaniyaya cavabı`,
  MENTORSHIP_ASKED: msg`mentorluq xahişi`,
  MENTORSHIP_ANSWERED: msg`mentorluq xahişinə cavab`,
  MENTORSHIP_EXPIRING: msg`mentorluq müddəti barədə xatırlatma`,
  MENTORSHIP_ENDED: msg`mentorluğun sonu`,
  MENTORSHIP_CHANGED: msg`mentorluqda yenilik`,
  CASE_CHANGED: msg`müraciətdə yenilik`,
  EMERGENCY_ALERT: msg`fövqəladə hal barədə xəbərdarlıq`,
  ALUMNI_FACTS_UNCONFIRMED: msg`məlumatların təsdiqi`,
  ALUMNI_EVENT_CHANGED: msg`tədbirdə dəyişiklik`,
  OPPORTUNITY_REMINDER: msg`işdən əvvəl xatırlatma`,
  RECORD_CLAIMED: msg`qeydin sahibinə xəbər`,
  RECORD_OFFERED: msg`qeyd barədə sual`,
  ERASURE_DELAYED: msg`silinmə barədə xəbər`,
  RECOVERY_ASKED: msg`hesabın bərpası sorğusu`,
  ACCOUNT_AWAITS_GUARDIAN: msg`hesab qəyyumu gözləyir`,
  ACCOUNT_CONFIRMED: msg`hesab təsdiqlənib`,
  ACCOUNT_RECOVERED: msg`hesab bərpa edilib`,
};

/** Where a message goes beside the person's messages. */
export const channelTerms: Terms<MessageChannel> = {
  EMAIL: msg`e-poçt`,
  SMS: msg`SMS`,
  PUSH: msg`cihaz`,
};

/** How far a message has come there. */
export const deliveryTerms: Terms<DeliveryState> = {
  WAITING: msg`göndərilir`,
  QUIET: msg`sakit saatların bitməsini gözləyir`,
  DELIVERED: msg`çatdırılıb`,
  FAILING: msg`alınmır, yenidən cəhd edilir`,
  GIVEN_UP: msg`çatdırıla bilmədi`,
};
