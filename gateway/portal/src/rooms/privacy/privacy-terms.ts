import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  AffiliationRole,
  AffiliationStatus,
  ConsentRequestState,
  CorrectionOutcome,
  InquiryKind,
  InquiryOutcome,
  LoggedCategory,
  MemberErasureState,
  SearchFacet,
} from '../../generated/codes.js';
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

/** By what one is found. */
export const facetTerms: Terms<SearchFacet> = {
  SKILL: msg`Bacarıq`,
  LANGUAGE: msg`Dil`,
  PLACE: msg`Yer`,
  AGE_BAND: msg`Yaş`,
  FIELD_OF_STUDY: msg`Təhsil sahəsi`,
  CERTIFICATE: msg`Sertifikat`,
  HOURS_BAND: msg`Könüllü saatlar`,
  AVAILABILITY: msg`Boş vaxt`,
};

/** Languages that people say of themselves most, by their codes. */
export const spokenLanguageTerms = {
  az: msg`azərbaycan`,
  en: msg`ingilis`,
  ru: msg`rus`,
  tr: msg`türk`,
  ar: msg`ərəb`,
  de: msg`alman`,
  es: msg`ispan`,
  fa: msg`fars`,
  fr: msg`fransız`,
  ka: msg`gürcü`,
  zh: msg`çin`,
} as const;

/** As what somebody belongs to an organisation. */
export const tieRoleTerms: Terms<AffiliationRole> = {
  ALUMNUS: msg`məzun`,
  APPLICANT: msg`müraciət edən`,
  MEMBER: msg`üzv`,
  STUDENT: msg`tələbə`,
  VOLUNTEER: msg`könüllü`,
};

/** Whether a tie lasts. */
export const tieStatusTerms: Terms<AffiliationStatus> = {
  ACTIVE: msg`davam edir`,
  ENDED: msg`bitib`,
  SUSPENDED: msg`dayandırılıb`,
};

/** What an organisation did about a fact. */
export const correctionOutcomeTerms: Terms<CorrectionOutcome> = {
  CORRECTED: msg`Düzəltdi`,
  REJECTED: msg`Dəyişmədi və əsasını bildirdi`,
};

/** How far an erasure has come at a member. */
export const erasureStateTerms: Terms<MemberErasureState> = {
  ERASED: msg`Hamısı silinib`,
  KEPT: msg`Qanunla saxlanılandan başqa hamısı silinib`,
  PENDING: msg`Hələ başlamayıb`,
  UNREACHABLE: msg`Cavab vermir, yenidən soruşulur`,
};
