import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { CaseClosingReason, CaseEntryKind, SupportCaseStatus, Trouble } from '../../../generated/codes.js';

type Terms<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

/** What a case is about. */
export const troubleTerms: Terms<Trouble> = {
  RESIDENCE: msg`viza və yaşayış icazəsi`,
  STUDY: msg`təhsil`,
  HOUSING: msg`mənzil`,
  MONEY: msg`pul və iş`,
  HEALTH: msg`sağlamlıq`,
  SAFETY: msg`təhlükəsizlik`,
  DOCUMENTS: msg`sənədlər`,
  OTHER: msg`başqa məsələ`,
};

/** Where a case stands. */
export const caseStatusTerms: Terms<SupportCaseStatus> = {
  RAISED: msg`hələ baxılmayıb`,
  IN_PROGRESS: msg`baxılır`,
  REFERRED: msg`nümayəndəliyə göndərilib`,
  CLOSING: msg`bağlanmaq üzrədir`,
  CLOSED: msg`bağlanıb`,
};

/** Why a case is closed. */
export const closingTerms: Terms<CaseClosingReason> = {
  SOLVED: msg`həll olunub`,
  NO_REMEDY: msg`kömək etmək mümkün olmadı`,
  PASSED_ON: msg`başqası kömək edir`,
  WITHDRAWN: msg`geri götürülüb`,
};

/** What happened to a case. */
export const entryTerms: Terms<CaseEntryKind> = {
  RAISED: msg`Müraciət edildi`,
  ADDED: msg`Əlavə yazıldı`,
  ACKNOWLEDGED: msg`Birlik müraciəti gördü`,
  TRIAGED: msg`Müraciətin növü və məsulu yazıldı`,
  REFERRAL_CONSENT_ASKED: msg`Nümayəndəliyə göndərmək üçün razılıq istənildi`,
  MEETING_CONSENT_ASKED: msg`Rəsmi görüşə çıxarmaq üçün razılıq istənildi`,
  REFERRAL_CONSENT_GIVEN: msg`Nümayəndəliyə göndərməyə razılıq verildi`,
  MEETING_CONSENT_GIVEN: msg`Rəsmi görüşə çıxarmağa razılıq verildi`,
  REFERRAL_CONSENT_WITHDRAWN: msg`Nümayəndəliyə göndərməyə razılıq yoxdur`,
  MEETING_CONSENT_WITHDRAWN: msg`Rəsmi görüşə çıxarmağa razılıq yoxdur`,
  REFERRED: msg`Nümayəndəliyə göndərildi`,
  ANSWERED: msg`Birliyin cavabı`,
  CLOSING: msg`Birlik bağlamaq istəyir`,
  OBJECTED: msg`Bağlanmasına etiraz`,
  CLOSED: msg`Bağlandı`,
  REOPENED: msg`Yenidən açıldı`,
  WITHDRAWN: msg`Geri götürüldü`,
  DECIDED: msg`Rəsmi görüşün qərarı`,
};
