import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ConsentRequestState, InquiryKind, InquiryOutcome, LoggedCategory } from '../../generated/codes.js';
import { categoryTerms } from '../../language/terms.js';

type Terms<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

/** What came of an organisation’s request. */
export const requestStateTerms: Terms<ConsentRequestState> = {
  OPEN: msg`Cavabınızı gözləyir`,
  ACCEPTED: msg`İcazə verdiniz`,
  DECLINED: msg`İmtina etdiniz`,
  LAPSED: msg`Cavabsız bitdi`,
};

/** What somebody asked to see. */
export const loggedCategoryTerms: Terms<LoggedCategory> = {
  ...categoryTerms,
  IDENTITY: msg`Kim olduğunuz`,
};

/** What a person raised about a view. */
export const inquiryKindTerms: Terms<InquiryKind> = {
  QUESTION: msg`Sual`,
  OBJECTION: msg`Etiraz`,
};

/** What the organisation did about it. */
export const inquiryOutcomeTerms: Terms<InquiryOutcome> = {
  EXPLAINED: msg`Səbəbini izah etdi`,
  REJECTED: msg`Razılaşmadı və əsasını bildirdi`,
  STOPPED: msg`Daha baxmayacağını bildirdi`,
};
