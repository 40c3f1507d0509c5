import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { OpportunityApplicationStatus } from '../../generated/codes.js';

type Terms<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

/** Where an application to an opportunity stands, said to the person. */
export const applicationStatusTerms: Terms<OpportunityApplicationStatus> = {
  SUBMITTED: msg`Müraciətiniz göndərilib, cavab gözləyir.`,
  AWAITING_GUARDIAN: msg`Müraciətiniz valideyn və ya qəyyumunuzun razılığını gözləyir.`,
  ACCEPTED: msg`Qəbul olunmusunuz.`,
  DECLINED: msg`Müraciətiniz qəbul olunmayıb.`,
  WITHDRAWN: msg`Müraciətinizi geri götürmüsünüz.`,
};
