import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AlumniEventStatus } from '../../../generated/codes.js';

/** How an event stands. */
export const eventStatusTerms: Readonly<Record<AlumniEventStatus, MessageDescriptor>> = {
  PLANNED: msg`planlanıb`,
  PUBLISHED: msg`dərc olunub`,
  CANCELLED: msg`ləğv olunub`,
};
