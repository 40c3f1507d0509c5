import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  CampaignStatus,
  CountryReportStatus,
  GrantBasis,
  GrantCategory,
  MatchingRoundStatus,
  OrganizationKind,
  Refusal,
} from '../generated/codes.js';

/** Words for each code of the graph, so that a thing is called the same everywhere. */
type Terms<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

/** What a member holds on a person, as one permission opens it. */
export const categoryTerms: Terms<GrantCategory> = {
  CONTACT: msg`Ad və əlaqə`,
  STUDY: msg`Təhsil`,
  PROGRAMME: msg`Könüllü proqramı`,
  SERVICE: msg`Könüllü xidmət`,
  ALUMNI: msg`Xaricdə təhsil və məzunluq`,
  CREATIVE: msg`Yaradıcılıq`,
  ACCESS_NEEDS: msg`Xüsusi ehtiyaclar`,
};

/** Who holds it, by the name of the member’s part of the graph. */
const ownerTerms: Readonly<Record<string, MessageDescriptor>> = {
  registry: msg`Birliyin ofisi`,
  university: msg`Universitetlər`,
  'asan-school': msg`ASAN Məktəb`,
  union: msg`Könüllü Təşkilatları İttifaqı`,
  alumni: msg`Məzunlar platforması`,
  creative: msg`Yaradıcı Sənayelər Federasiyası`,
  center: msg`Beynəlxalq Könüllülük Mərkəzi`,
};

/** The words for an owner; null for a member that joined after these words were written. */
export function ownerTerm(owner: string): MessageDescriptor | null {
  return ownerTerms[owner] ?? null;
}

/** Why something is not shown. */
export const refusalTerms: Terms<Refusal> = {
  NOT_ACCREDITED: msg`Təşkilat akkreditə olunmayıb və ya dayandırılıb.`,
  NOT_SIGNED_IN: msg`Daxil olmamısınız.`,
  NO_CONSENT: msg`Bu məqsəd üçün icazə yoxdur.`,
  NO_ORGANIZATION: msg`Siz bu şəxs deyilsiniz və heç bir təşkilat adından çıxış etmirsiniz.`,
  ORGANIZATION_NOT_ACCREDITED_FOR_PURPOSE: msg`Təşkilat bu məqsədi göstərə bilməz.`,
  PURPOSE_MISSING: msg`Məqsəd göstərilməyib.`,
  PURPOSE_NOT_OPEN: msg`Bu məqsəd belə məlumatı heç kimə açmır.`,
  PURPOSE_UNKNOWN: msg`Belə məqsəd yoxdur.`,
  ROLE_NOT_ALLOWED: msg`Rolunuz bu məqsədi göstərməyə imkan vermir.`,
  SAFEGUARDING_CASE_MISSING: msg`Açıq mühafizə işi yoxdur.`,
};

/** By what right somebody saw something. */
export const basisTerms: Terms<GrantBasis> = {
  SELF: msg`özünüz`,
  GUARDIAN: msg`valideyn və ya qəyyum`,
  CONSENT: msg`sizin icazəniz`,
  OWNER: msg`bu təşkilatla bağlılığınız`,
  MANDATE: msg`başqa təşkilatın verdiyi səlahiyyət`,
  RELATION: msg`sizinlə iş birliyi`,
  RETENTION: msg`saxlama müddəti`,
  EMERGENCY: msg`fövqəladə hal`,
  LINKED: msg`qeyd sizin sayıldı`,
  IN_REVIEW: msg`qeydin sizin olub-olmadığı ofisdən soruşuldu`,
  COMPARED: msg`oxşar qeyd sizin sayılmadı`,
  OFFICE_REVIEW: msg`ofisin yoxlaması`,
  CARD: msg`axtarış kartınız`,
};

/** What an organisation is. */
export const organizationKindTerms: Terms<OrganizationKind> = {
  AGENCY: msg`Dövlət agentliyi`,
  ASSOCIATION: msg`Assosiasiya`,
  CENTER: msg`Mərkəz`,
  FEDERATION: msg`Federasiya`,
  FOUNDATION: msg`Fond`,
  MEMBER_ORGANIZATION: msg`İttifaqın üzvü`,
  MINISTRY: msg`Nazirlik`,
  PLATFORM: msg`Platforma`,
  PUBLIC_UNION: msg`İctimai birlik`,
  REGISTRY: msg`Birliyin ofisi (qurum)`,
  UNION: msg`İttifaq`,
  UNIVERSITY: msg`Universitet`,
};

/** Where a round of mentoring stands. */
export const roundTerms: Terms<MatchingRoundStatus> = {
  OPEN: msg`qeydiyyat açıqdır`,
  DRAFT: msg`hazırlanır`,
  PUBLISHED: msg`elan edilib`,
  CLOSED: msg`başa çatıb`,
  CANCELLED: msg`raund ləğv edilib`,
};

/** How a round's status looks. */
export const roundTones = {
  OPEN: 'success',
  DRAFT: 'warning',
  PUBLISHED: 'info',
  CLOSED: 'neutral',
  CANCELLED: 'neutral',
} as const satisfies Readonly<Record<MatchingRoundStatus, string>>;

/** Where a campaign stands. */
export const campaignTerms: Terms<CampaignStatus> = {
  OPEN: msg`müraciət qəbul edilir`,
  SCORING: msg`qiymətləndirilir`,
  DECIDED: msg`nəticəsi məlumdur`,
};

/** Where the report of a country on a year stands: one that is not submitted when its year is over is late. */
export function reportTerm(status: CountryReportStatus, year: number): MessageDescriptor {
  if (status === 'SUBMITTED') return msg`göndərilib`;
  return year < new Date().getFullYear() ? msg({ message: 'gecikir', context: 'a report' }) : msg`hazırlanır`;
}
