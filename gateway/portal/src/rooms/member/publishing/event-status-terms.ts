import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AlumniEventAnswer, AlumniEventPlace, AlumniEventStatus } from '../../../generated/codes.js';

/** How an event stands. */
export const eventStatusTerms: Readonly<Record<AlumniEventStatus, MessageDescriptor>> = {
  PLANNED: msg`planlanıb`,
  PUBLISHED: msg`dərc olunub`,
  CANCELLED: msg`ləğv olunub`,
};

/** What a guest said. */
export const guestAnswerTerms: Readonly<Record<AlumniEventAnswer, MessageDescriptor>> = {
  YES: msg`gəlir`,
  MAYBE: msg`bəlkə`,
  NO: msg`gəlmir`,
};

/** Whether a guest has a place. */
export const guestPlaceTerms: Readonly<Record<AlumniEventPlace, MessageDescriptor>> = {
  TAKEN: msg`yeri var`,
  WAITING: msg`növbədədir`,
};
