import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  ClaimOutcome,
  ClaimWay,
  ComparedValue,
  EmergencyStatus,
  GrantBasis,
  IssuerClaim,
  LinkageEventKind,
  LinkageVerdict,
  MemberErasureState,
  NationalNumberMatch,
  OfficerRole,
  OrganizationEventKind,
  PersonLinkMethod,
  PersonLookupReason,
  PersonLookupWay,
} from '../../generated/codes.js';

/** Words for each code that the office alone reads. */
type Terms<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

/** What is compared of two records. */
export const comparedValueTerms: Terms<ComparedValue> = {
  GIVEN_NAME: msg`Ad`,
  FAMILY_NAME: msg`Soyad`,
  PATRONYMIC: msg`Ata adı`,
  BIRTH_DATE: msg`Doğum tarixi`,
  PHONE: msg`Telefon`,
  EMAIL: msg`E-poçt`,
};

/** What somebody in front of the office shows. */
export const lookupWayTerms: Terms<PersonLookupWay> = {
  NATIONAL_NUMBER: msg`FİN`,
  EMAIL: msg`E-poçt`,
  PHONE: msg`Telefon`,
  CODE: msg`Təşkilatın verdiyi kod`,
};

/** What somebody came to the office for. */
export const lookupReasonTerms: Terms<PersonLookupReason> = {
  RECORD: msg`Qeydinə görə`,
  ACCOUNT: msg`Hesabına görə`,
  GUARDIANSHIP: msg`Valideyn və ya qəyyum kimi, yaxud yetkin olmayan kimi`,
};

const levelTerms: Readonly<Record<string, MessageDescriptor>> = {
  missing: msg`birində yoxdur`,
  different: msg`fərqlidir`,
  similar: msg`oxşardır`,
  close: msg`çox yaxındır`,
  equal: msg`eynidir`,
  exchanged: msg`ad və soyad yer dəyişib`,
  'same sound': msg`eyni səslənir`,
  'same reading': msg`eyni oxunur`,
  'same year or day': msg`il və ya gün eynidir`,
  'two of three': msg`gün, ay, ildən ikisi eynidir`,
  'day and month exchanged': msg`gün və ay yer dəyişib`,
  'same mailbox name': msg`@ işarəsindən əvvəli eynidir`,
};

/** How far two values agree; null for a level that came after these words were written. */
export function levelTerm(level: string): MessageDescriptor | null {
  return levelTerms[level] ?? null;
}

/** What the personal numbers of two records say. */
export const nationalNumberTerms: Terms<NationalNumberMatch> = {
  EQUAL: msg`FİN eynidir, amma başqa bir şey uyğun gəlmir`,
  UNKNOWN: msg`ən azı birinin FİN-i məlum deyil`,
};

/** What the office says of two records. */
export const verdictTerms: Terms<LinkageVerdict> = {
  SAME: msg`bir nəfərdir`,
  DIFFERENT: msg`iki ayrı nəfərdir`,
  UNSURE: msg`demək olmur`,
};

/** How far a member has come with an erasure. */
export const erasureStateTerms: Terms<MemberErasureState> = {
  ERASED: msg`silindi`,
  KEPT: msg`silindi, qanunun tələb etdiyi qaldı`,
  PENDING: msg`növbədədir`,
  UNREACHABLE: msg`cavab gözlənilir`,
};

/** What became of a try to claim a record. */
export const claimOutcomeTerms: Terms<ClaimOutcome> = {
  ACCEPTED: msg`düz oldu`,
  LIMITED: msg`çox cəhd edilib, baxılmadı`,
  REFUSED: msg`düz olmadı`,
  TAKEN: msg`qeyd başqasınındır`,
  UNSURE: msg`kimin qeydi olduğu aydın deyil`,
};

/** By what somebody tried to claim a record. */
export const claimWayTerms: Terms<ClaimWay> = {
  CODE: msg`təşkilatın verdiyi kod`,
  CONTACT: msg`təsdiqlənmiş ünvan`,
};

/** As what somebody acts for an organisation. */
export const officerRoleTerms: Terms<OfficerRole> = {
  OFFICER: msg`əməkdaş`,
  COORDINATOR: msg`koordinator`,
  ANALYST: msg`analitik`,
  SAFEGUARDING_LEAD: msg`mühafizə məsulu`,
  ADMIN: msg`admin`,
};

/** What changed about an organisation. */
export const organizationEventTerms: Terms<OrganizationEventKind> = {
  ACCREDITED: msg`Akkreditə olundu`,
  CLIENT_REGISTERED: msg`Sistem qeydə alındı`,
  CLIENT_REVOKED: msg`Sistemin hüququ alındı`,
  CONTACT_CHANGED: msg`Əlaqə məlumatı dəyişdi`,
  HAND_OVER_CANCELLED: msg`Heyətin təhvili ləğv olundu`,
  HAND_OVER_NAMED: msg`Heyətin təhvili təyin olundu`,
  ISSUER_ADMITTED: msg`Giriş xidməti qəbul edildi`,
  ISSUER_CHANGED: msg`Giriş xidmətinə etibar dəyişdi`,
  ISSUER_WITHDRAWN: msg`Giriş xidməti götürüldü`,
  KEY_ADDED: msg`Açar əlavə olundu`,
  KEY_RETIRED: msg`Açar istifadədən çıxdı`,
  OFFICER_APPOINTED: msg`Məsul şəxs təyin olundu`,
  OFFICER_DISMISSED: msg`Məsul şəxs azad olundu`,
  PURPOSE_FORBIDDEN: msg`Məqsəd qadağan olundu`,
  PURPOSE_PERMITTED: msg`Məqsədə icazə verildi`,
  REGISTERED: msg`Reyestrə yazıldı`,
  REINSTATED: msg`Fəaliyyəti bərpa olundu`,
  REPRESENTATION_CHANGED: msg`Kimin təmsil etdiyi dəyişdi`,
  SUSPENDED: msg`Dayandırıldı`,
  TIME_ZONE_CHANGED: msg`Saat qurşağı dəyişdi`,
};

/** What happened with a record in linkage. */
export const linkageEventTerms: Terms<LinkageEventKind> = {
  DECIDED: msg`Ofis qərar verdi`,
  LINKED: msg`Şəxsə bağlandı`,
  UNLINKED: msg`Şəxsdən ayrıldı`,
  VIEWED: msg`Ofis baxdı`,
  WITHDRAWN: msg`Qərar geri götürüldü`,
};

/** What has become of an emergency. */
export const emergencyStatusTerms: Terms<EmergencyStatus> = {
  CLOSED: msg`bağlanıb`,
  ENDED: msg`vaxtı bitib`,
  LAPSED: msg`təsdiqlənməyib`,
  OPEN: msg`açıqdır`,
  PROPOSED: msg`təsdiq gözləyir`,
};

/** What is believed of the tokens of a sign-in service. */
export const issuerClaimTerms: Terms<IssuerClaim> = {
  VOLUNTEER: msg`kimin daxil olduğu`,
  ORGANIZATION: msg`hansı təşkilatın adından`,
  ROLES: msg`hansı rollarda`,
};

/** The word for a role as tokens name it; null for one that came after these words were written. */
export function roleTerm(role: string): MessageDescriptor | null {
  if (role === 'system') return msg`sistem`;
  const known: Readonly<Record<string, MessageDescriptor>> = officerRoleTerms;
  return known[role.toUpperCase()] ?? null;
}

/** Why a record belongs to a person. */
export const linkMethodTerms: Terms<PersonLinkMethod> = {
  DECISION: msg`ofisin qərarı ilə`,
  FIRST: msg`şəxs bu qeydlə başlayıb`,
  MODEL: msg`dəyərləri uyğun gəldiyinə görə`,
  NATIONAL_NUMBER: msg`FİN eyni olduğuna görə`,
};

/** By what right the office saw something, as the office says it. */
export const officeBasisTerms: Terms<GrantBasis> = {
  SELF: msg`şəxsin özü`,
  CARD: msg`şəxsin axtarış kartı`,
  GUARDIAN: msg`şəxsin valideyni və ya qəyyumu`,
  CONSENT: msg`şəxsin icazəsi`,
  OWNER: msg`şəxsin ofislə bağlılığı`,
  MANDATE: msg`başqa təşkilatın səlahiyyəti`,
  RELATION: msg`şəxslə iş birliyi`,
  RETENTION: msg`saxlama müddəti`,
  EMERGENCY: msg`fövqəladə hal`,
  LINKED: msg`qeyd şəxsə bağlandı`,
  IN_REVIEW: msg`eyniliyi ofisdən soruşuldu`,
  COMPARED: msg`oxşar qeyd bağlanmadı`,
  OFFICE_REVIEW: msg`ofisin yoxlaması`,
};
