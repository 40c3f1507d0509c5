import { buildFederatedSchema, type SubgraphSchema } from '@birlik/kernel/federation';
import { AccessLogEntryResolver } from './access-log/access-log-entry.resolver.js';
import { OrganizationAccessLogResolver } from './access-log/organization-access-log.resolver.js';
import { VolunteerAccessLogResolver } from './access-log/volunteer-access-log.resolver.js';
import { AffiliationResolver } from './affiliation/affiliation.resolver.js';
import { VolunteerAffiliationsResolver } from './affiliation/volunteer-affiliations.resolver.js';
import { ConsentResolver } from './consent/consent.resolver.js';
import { VolunteerConsentsResolver } from './consent/volunteer-consents.resolver.js';
import { ConsentRequestResolver } from './consent-request/consent-request.resolver.js';
import { VolunteerConsentRequestsResolver } from './consent-request/volunteer-consent-requests.resolver.js';
import { resolveCountry } from './country/country.reference.js';
import { CountryResolver } from './country/country.resolver.js';
import { resolveDataExport } from './data-export/data-export.reference.js';
import { DataExportResolver } from './data-export/data-export.resolver.js';
import { ErasedTableResolver } from './erasure/erased-table.resolver.js';
import { ErasureErrandResolver } from './erasure/erasure-errand.resolver.js';
import { ErasureRequestResolver } from './erasure/erasure-request.resolver.js';
import { DataExportGrantResolver, VolunteerGrantResolver, WithheldResolver } from './grant/grant.resolver.js';
import { EntryInquiriesResolver } from './inquiry/entry-inquiries.resolver.js';
import { InquiryResolver } from './inquiry/inquiry.resolver.js';
import { VolunteerInquiriesResolver } from './inquiry/volunteer-inquiries.resolver.js';
import { PreviewResolver } from './grant/preview.resolver.js';
import { LinkageReviewResolver } from './linkage-review/linkage-review.resolver.js';
import {
  LinkageRecordResolver,
  LinkedPersonResolver,
  PersonLinkResolver,
} from './linkage-review/linked-person.resolver.js';
import { resolveOrganization } from './organization/organization.reference.js';
import { GuardianshipResolver } from './guardianship/guardianship.resolver.js';
import { VolunteerGuardianshipsResolver } from './guardianship/volunteer-guardianships.resolver.js';
import { OfficerResolver } from './officer/officer.resolver.js';
import { OrganizationKeyResolver } from './organization-key/organization-key.resolver.js';
import { AccreditationResolver } from './organization/accreditation.resolver.js';
import { OrganizationAffairsResolver } from './organization/organization-affairs.resolver.js';
import { OrganizationResolver } from './organization/organization.resolver.js';
import { PurposeResolver } from './purpose/purpose.resolver.js';
import { SigningKeyResolver } from './signing/signing-key.resolver.js';
import { SourceRecordResolver } from './source-record/source-record.resolver.js';
import { resolveVolunteer } from './volunteer/volunteer.reference.js';
import { ContactResolver } from './volunteer/contact.resolver.js';
import { VolunteerResolver } from './volunteer/volunteer.resolver.js';

export function buildSchema(): SubgraphSchema {
  return buildFederatedSchema({
    resolvers: [
      VolunteerResolver,
      ContactResolver,
      VolunteerAffiliationsResolver,
      VolunteerConsentsResolver,
      VolunteerConsentRequestsResolver,
      VolunteerGuardianshipsResolver,
      VolunteerAccessLogResolver,
      OrganizationAccessLogResolver,
      PreviewResolver,
      VolunteerGrantResolver,
      DataExportGrantResolver,
      WithheldResolver,
      DataExportResolver,
      ErasureRequestResolver,
      ErasedTableResolver,
      ErasureErrandResolver,
      AffiliationResolver,
      ConsentResolver,
      ConsentRequestResolver,
      GuardianshipResolver,
      AccessLogEntryResolver,
      InquiryResolver,
      VolunteerInquiriesResolver,
      EntryInquiriesResolver,
      OrganizationResolver,
      OrganizationAffairsResolver,
      AccreditationResolver,
      OrganizationKeyResolver,
      OfficerResolver,
      CountryResolver,
      PurposeResolver,
      SigningKeyResolver,
      SourceRecordResolver,
      LinkageReviewResolver,
      LinkedPersonResolver,
      PersonLinkResolver,
      LinkageRecordResolver,
    ],
    references: {
      Volunteer: resolveVolunteer,
      DataExport: resolveDataExport,
      Organization: resolveOrganization,
      Country: resolveCountry,
    },
  });
}
