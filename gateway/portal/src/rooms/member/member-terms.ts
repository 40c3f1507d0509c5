import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  AffiliationRole,
  AffiliationStatus,
  ConsentRequestState,
  CorrectionOutcome,
  EmergencyStatus,
  InquiryKind,
  InquiryOutcome,
  LoggedCategory,
  MembershipEventKind,
  OfficerRole,
  SearchCardOrder,
  SearchFacet,
} from '../../generated/codes.js';

type Terms<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

/** By what a card lets a person be found. */
export const facetTerms: Terms<SearchFacet> = {
  SKILL: msg`Bacarıq`,
  PLACE: msg`Yaşayış yeri`,
  AGE_BAND: msg`Yaş`,
  LANGUAGE: msg`Dil`,
  FIELD_OF_STUDY: msg`Təhsil sahəsi`,
  CERTIFICATE: msg`Sertifikat`,
  HOURS_BAND: msg`Könüllü saatlar`,
  AVAILABILITY: msg`Vaxtı`,
};

/** In which order cards are listed. */
export const orderTerms: Terms<SearchCardOrder> = {
  NEWEST: msg`Əvvəlcə yenilər`,
  HOURS: msg`Əvvəlcə saatı çox olanlar`,
  AGE: msg`Əvvəlcə gənclər`,
  PLACE: msg`Yaşayış yerinə görə`,
};

/** As what somebody belongs to the organisation. */
export const roleTerms: Terms<AffiliationRole> = {
  VOLUNTEER: msg`Könüllü`,
  MEMBER: msg`Üzv`,
  STUDENT: msg`Tələbə`,
  ALUMNUS: msg`Məzun`,
  APPLICANT: msg`Müraciət edən`,
};

/** Whether a tie holds. */
export const tieTerms: Terms<AffiliationStatus> = {
  ACTIVE: msg`davam edir`,
  SUSPENDED: msg`dayandırılıb`,
  ENDED: msg`bitib`,
};

/** What happened to a membership. */
export const membershipEventTerms: Terms<MembershipEventKind> = {
  BEGUN: msg`başlayıb`,
  CHANGED: msg`dəyişib`,
  SUSPENDED: msg`dayandırılıb`,
  RESUMED: msg`davam etdirilib`,
  ENDED: msg`bitib`,
};

/** What a person wants of the organisation. */
export const inquiryTerms: Terms<InquiryKind> = {
  QUESTION: msg`Niyə baxmısınız?`,
  OBJECTION: msg`Baxmağınıza etiraz edirəm`,
};

/** What the organisation did about it. */
export const inquiryOutcomeTerms: Terms<InquiryOutcome> = {
  EXPLAINED: msg`Səbəbi izah etdik`,
  STOPPED: msg`Daha baxmayacağıq`,
  REJECTED: msg`Baxmağa davam edirik, əsası var`,
};

/** What the organisation did about a fact. */
export const correctionOutcomeTerms: Terms<CorrectionOutcome> = {
  CORRECTED: msg`Düzəltdik`,
  REJECTED: msg`Olduğu kimi saxlayırıq, əsası var`,
};

/** What a row of the log is about. */
export const loggedTerms: Terms<LoggedCategory> = {
  CONTACT: msg`Ad və əlaqə`,
  STUDY: msg`Təhsil`,
  PROGRAMME: msg`Könüllü proqramı`,
  SERVICE: msg`Könüllü xidmət`,
  ALUMNI: msg`Xaricdə təhsil və məzunluq`,
  CREATIVE: msg`Yaradıcılıq`,
  ACCESS_NEEDS: msg`Xüsusi ehtiyaclar`,
  IDENTITY: msg`Şəxsin kim olduğu`,
};

/** What has come of a request for permissions. */
export const requestTerms: Terms<ConsentRequestState> = {
  OPEN: msg`cavab gözləyir`,
  ACCEPTED: msg`icazə verilib`,
  DECLINED: msg`icazə verilməyib`,
  LAPSED: msg`cavabsız qalıb`,
};

/** In what role somebody acts for the organisation. */
export const officerRoleTerms: Terms<OfficerRole> = {
  OFFICER: msg`Əməkdaş`,
  COORDINATOR: msg`Koordinator`,
  ANALYST: msg`Analitik`,
  SAFEGUARDING_LEAD: msg`Mühafizə üzrə məsul şəxs`,
  ADMIN: msg`Administrator`,
};

/** What has become of an emergency. */
export const emergencyTerms: Terms<EmergencyStatus> = {
  CLOSED: msg`bağlanıb`,
  ENDED: msg`vaxtı bitib`,
  LAPSED: msg`təsdiqlənməyib`,
  OPEN: msg`açıqdır`,
  PROPOSED: msg`təsdiq gözləyir`,
};
