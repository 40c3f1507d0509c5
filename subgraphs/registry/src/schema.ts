import type { MemberSchema } from '@birlik/trust/federation';
import { AccessLogEntryResolver } from './log/access-log/access-log-entry.resolver.js';
import { OrganizationAccessLogResolver } from './log/access-log/organization-access-log.resolver.js';
import { VolunteerAccessLogResolver } from './log/access-log/volunteer-access-log.resolver.js';
import { AffiliationResolver } from './people/affiliation/affiliation.resolver.js';
import { VolunteerAffiliationsResolver } from './people/affiliation/volunteer-affiliations.resolver.js';
import { ConsentResolver } from './consent/consent/consent.resolver.js';
import { VolunteerConsentsResolver } from './consent/consent/volunteer-consents.resolver.js';
import { ConsentRequestResolver } from './consent/consent-request/consent-request.resolver.js';
import { VolunteerConsentRequestsResolver } from './consent/consent-request/volunteer-consent-requests.resolver.js';
import { resolveCountry } from './reference/country/country.reference.js';
import { CountryResolver } from './reference/country/country.resolver.js';
import { resolveDataExport } from './erasure/data-export.reference.js';
import { DataExportGrantResolver, DataExportResolver } from './erasure/data-export.resolver.js';
import { LogWitnessResolver } from './log/witness/log-witness.resolver.js';
import { ErasureDeliveryResolver } from './erasure/erasure-delivery.resolver.js';
import { ErasureRequestResolver } from './erasure/erasure-request.resolver.js';
import { VolunteerGrantResolver, WithheldResolver } from './people/volunteer/volunteer-decisions.resolver.js';
import { EntryInquiriesResolver } from './log/inquiry/entry-inquiries.resolver.js';
import { InquiryResolver } from './log/inquiry/inquiry.resolver.js';
import { VolunteerInquiriesResolver } from './log/inquiry/volunteer-inquiries.resolver.js';
import { MessageResolver } from './message/message.resolver.js';
import { MessageNoticeResolver } from './message/message-notice.resolver.js';
import { PushDeviceResolver } from './message/push-device.resolver.js';
import { SentMessageResolver } from './message/sent-message.resolver.js';
import { VolunteerMessagesResolver } from './message/volunteer-messages.resolver.js';
import { PreviewResolver } from './people/preview/preview.resolver.js';
import { LinkageReviewResolver } from './linkage/linkage-review/linkage-review.resolver.js';
import {
  LinkageRecordResolver,
  LinkedPersonResolver,
  PersonLinkResolver,
} from './linkage/linkage-review/linked-person.resolver.js';
import { PersonLookupResolver } from './linkage/person-lookup/person-lookup.resolver.js';
import { resolveOrganization } from './membership/organization/organization.reference.js';
import { AccountRecoveryResolver } from './consent/account-recovery/account-recovery.resolver.js';
import { VolunteerRecoveriesResolver } from './consent/account-recovery/volunteer-recoveries.resolver.js';
import { VolunteerAccountResolver } from './consent/account-confirmation/volunteer-account.resolver.js';
import { AccountAnswerResolver } from './erasure/account-answer.resolver.js';
import { LegalCapacityResolver } from './consent/legal-capacity/legal-capacity.resolver.js';
import { OwnTimeZoneResolver } from './consent/own-time-zone/own-time-zone.resolver.js';
import { GuardianshipResolver } from './consent/guardianship/guardianship.resolver.js';
import { VolunteerGuardianshipsResolver } from './consent/guardianship/volunteer-guardianships.resolver.js';
import { EmergencyResolver } from './membership/emergency/emergency.resolver.js';
import { MandateResolver } from './membership/mandate/mandate.resolver.js';
import { IssuerResolver } from './membership/issuer/issuer.resolver.js';
import { ViewerIdentityResolver } from './membership/issuer/viewer-identity.resolver.js';
import { MembershipResolver } from './people/affiliation/membership.resolver.js';
import {
  AcceptanceResolver,
  ClaimAttemptResolver,
  InvitationResolver,
} from './linkage/invitation/invitation.resolver.js';
import { RecordOfferResolver, VolunteerRecordOffersResolver } from './linkage/record-offer/record-offer.resolver.js';
import { CorrectionResolver, VolunteerCorrectionsResolver } from './log/correction/correction.resolver.js';
import { AccessNeedResolver } from './people/access-need/access-need.resolver.js';
import { OwnFactsResolver } from './people/own-facts/own-facts.resolver.js';
import { AccountResolver } from './people/account/account.resolver.js';
import { IdentityBindingResolver } from './people/identity-binding/identity-binding.resolver.js';
import { VolunteerIdentityBindingsResolver } from './people/identity-binding/volunteer-identity-bindings.resolver.js';
import { HandOverResolver } from './membership/officer/hand-over.resolver.js';
import { OfficerResolver } from './membership/officer/officer.resolver.js';
import { OrganizationKeyResolver } from './membership/organization-key/organization-key.resolver.js';
import { AccreditationResolver } from './membership/organization/accreditation.resolver.js';
import { OrganizationAffairsResolver } from './membership/organization/organization-affairs.resolver.js';
import { OfficeQueueResolver } from './membership/office-queue/office-queue.resolver.js';
import { OrganizationResolver } from './membership/organization/organization.resolver.js';
import { OrganizationPurposeResolver } from './membership/purpose/organization-purpose.resolver.js';
import { PurposeTermsResolver } from './membership/purpose/purpose-terms.resolver.js';
import { SafeguardingCaseResolver } from './membership/safeguarding-case/safeguarding-case.resolver.js';
import { PurposeResolver } from './reference/purpose/purpose.resolver.js';
import { SigningKeyResolver } from './signing/signing-key.resolver.js';
import { LetterResolver } from './search/letter.resolver.js';
import { SavedSearchResolver } from './search/saved-search.resolver.js';
import { SearchCardFacetResolver, SearchCardResolver } from './search/search-card.resolver.js';
import { PublishedSearchCardResolver, VolunteerSearchCardsResolver } from './search/volunteer-search-cards.resolver.js';
import { SourceRecordResolver } from './linkage/source-record/source-record.resolver.js';
import { SubmissionBacklogResolver } from './linkage/source-record/submission-backlog.resolver.js';
import { resolveVolunteer } from './people/volunteer/volunteer.reference.js';
import { resolveListedVolunteer } from './people/listed-volunteer/listed-volunteer.reference.js';
import { ListedVolunteerResolver } from './people/listed-volunteer/listed-volunteer.resolver.js';
import { ListedVolunteer } from './people/listed-volunteer/listed-volunteer.type.js';
import { resolveRelatedPerson } from './people/related-person/related-person.reference.js';
import { RelatedPersonResolver } from './people/related-person/related-person.resolver.js';
import { RelatedPerson } from './people/related-person/related-person.type.js';
import { ContactResolver } from './people/volunteer/contact.resolver.js';
import { EmergencyPeopleResolver } from './people/volunteer/emergency-people.resolver.js';
import { VolunteerResolver } from './people/volunteer/volunteer.resolver.js';

export const schema: MemberSchema = {
  resolvers: [
    VolunteerResolver,
    ContactResolver,
    RelatedPersonResolver,
    ListedVolunteerResolver,
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
    ErasureDeliveryResolver,
    LogWitnessResolver,
    AffiliationResolver,
    ConsentResolver,
    ConsentRequestResolver,
    GuardianshipResolver,
    OwnTimeZoneResolver,
    LegalCapacityResolver,
    VolunteerAccountResolver,
    AccountAnswerResolver,
    AccountRecoveryResolver,
    VolunteerRecoveriesResolver,
    AccessLogEntryResolver,
    InquiryResolver,
    VolunteerInquiriesResolver,
    EntryInquiriesResolver,
    MessageResolver,
    VolunteerMessagesResolver,
    MessageNoticeResolver,
    SentMessageResolver,
    PushDeviceResolver,
    OfficeQueueResolver,
    OrganizationResolver,
    OrganizationAffairsResolver,
    AccreditationResolver,
    OrganizationKeyResolver,
    HandOverResolver,
    OfficerResolver,
    MandateResolver,
    EmergencyResolver,
    EmergencyPeopleResolver,
    IssuerResolver,
    ViewerIdentityResolver,
    AccountResolver,
    OwnFactsResolver,
    AccessNeedResolver,
    CorrectionResolver,
    VolunteerCorrectionsResolver,
    MembershipResolver,
    InvitationResolver,
    AcceptanceResolver,
    ClaimAttemptResolver,
    RecordOfferResolver,
    VolunteerRecordOffersResolver,
    IdentityBindingResolver,
    VolunteerIdentityBindingsResolver,
    CountryResolver,
    PurposeResolver,
    PurposeTermsResolver,
    OrganizationPurposeResolver,
    SafeguardingCaseResolver,
    SigningKeyResolver,
    SearchCardResolver,
    LetterResolver,
    SavedSearchResolver,
    SearchCardFacetResolver,
    VolunteerSearchCardsResolver,
    PublishedSearchCardResolver,
    SourceRecordResolver,
    SubmissionBacklogResolver,
    LinkageReviewResolver,
    LinkedPersonResolver,
    PersonLinkResolver,
    PersonLookupResolver,
    LinkageRecordResolver,
  ],
  references: {
    Volunteer: resolveVolunteer,
    RelatedPerson: resolveRelatedPerson,
    ListedVolunteer: resolveListedVolunteer,
    DataExport: resolveDataExport,
    Organization: resolveOrganization,
    Country: resolveCountry,
  },
  orphanedTypes: [RelatedPerson, ListedVolunteer],
};
