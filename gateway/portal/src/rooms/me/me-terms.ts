import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AffiliationRole } from '../../generated/codes.js';

type Terms<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

/** As what a person belongs to an organisation. */
export const roleTerms: Terms<AffiliationRole> = {
  ALUMNUS: msg`məzun`,
  APPLICANT: msg`müraciət edən`,
  MEMBER: msg`üzv`,
  STUDENT: msg`tələbə`,
  VOLUNTEER: msg`könüllü`,
};
