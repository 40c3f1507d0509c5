import { sqlFolderOf, type DatabaseDefinition } from '@birlik/kernel/database';
import { defineDatabase } from '@birlik/trust/database';
import { Migration20261122_foundation } from '../migrations/20261122-foundation.migration.js';
import { Migration20261128_inquiries } from '../migrations/20261128-inquiries.migration.js';
import { Migration20261128_access_log_chain } from '../migrations/20261128-access-log-chain.migration.js';
import { Migration20261128_access_log_reading } from '../migrations/20261128-access-log-reading.migration.js';
import { Migration20261128_consents } from '../migrations/20261128-consents.migration.js';
import { Migration20261128_order_of_volunteers } from '../migrations/20261128-order-of-volunteers.migration.js';
import { Migration20261128_decision } from '../migrations/20261128-decision.migration.js';
import { Migration20261128_listed_readers } from '../migrations/20261128-listed-readers.migration.js';
import { Migration20261128_members } from '../migrations/20261128-members.migration.js';
import { Migration20261128_representation } from '../migrations/20261128-representation.migration.js';
import { Migration20261128_signing_keys } from '../migrations/20261128-signing-keys.migration.js';
import { Migration20261128_person_link } from '../migrations/20261128-person-link.migration.js';
import { Migration20261129_chained_access_log } from '../migrations/20261129-chained-access-log.migration.js';
import { Migration20261129_personal_categories } from '../migrations/20261129-personal-categories.migration.js';
import { Migration20261128_personal_data } from '../migrations/20261128-personal-data.migration.js';
import { Migration20261130_countersignatures } from '../migrations/20261130-countersignatures.migration.js';
import { Migration20261130_access_log_tree } from '../migrations/20261130-access-log-tree.migration.js';
import { Migration20261130_organization_order } from '../migrations/20261130-organization-order.migration.js';
import { Migration20261130_reach } from '../migrations/20261130-reach.migration.js';
import { Migration20261129_clerical_decision } from '../migrations/20261129-clerical-decision.migration.js';
import { Migration20261130_emergencies } from '../migrations/20261130-emergencies.migration.js';
import { Migration20261130_mandates } from '../migrations/20261130-mandates.migration.js';
import { Migration20261130_one_question } from '../migrations/20261130-one-question.migration.js';
import { Migration20261130_retention } from '../migrations/20261130-retention.migration.js';
import { Migration20261130_silent_linkage } from '../migrations/20261130-silent-linkage.migration.js';
import { Migration20261130_time_zone_change } from '../migrations/20261130-time-zone-change.migration.js';
import { Migration20261130_time_zones } from '../migrations/20261130-time-zones.migration.js';
import { Migration20261130_erasure_delay } from '../migrations/20261130-erasure-delay.migration.js';
import { Migration20261130_relations } from '../migrations/20261130-relations.migration.js';
import { Migration20261130_guardians } from '../migrations/20261130-guardians.migration.js';
import { Migration20261130_identities } from '../migrations/20261130-identities.migration.js';
import { Migration20261130_access_needs } from '../migrations/20261130-access-needs.migration.js';
import { Migration20261130_account_recovery } from '../migrations/20261130-account-recovery.migration.js';
import { Migration20261130_address_claims } from '../migrations/20261130-address-claims.migration.js';
import { Migration20261130_actors } from '../migrations/20261130-actors.migration.js';
import { Migration20261130_organization_source } from '../migrations/20261130-organization-source.migration.js';
import { Migration20261130_corrections } from '../migrations/20261130-corrections.migration.js';
import { Migration20261130_own_facts } from '../migrations/20261130-own-facts.migration.js';
import { Migration20261130_memberships } from '../migrations/20261130-memberships.migration.js';
import { Migration20261130_messages } from '../migrations/20261130-messages.migration.js';
import { Migration20261130_messages_of_members } from '../migrations/20261130-messages-of-members.migration.js';
import { Migration20261130_push_devices } from '../migrations/20261130-push-devices.migration.js';
import { Migration20261130_sign_ups } from '../migrations/20261130-sign-ups.migration.js';
import { Migration20261201_search_cards } from '../migrations/20261201-search-cards.migration.js';
import { Migration20261201_ward_accounts } from '../migrations/20261201-ward-accounts.migration.js';
import { Migration20261202_email_codes } from '../migrations/20261202-email-codes.migration.js';
import { Migration20261202_office_lists } from '../migrations/20261202-office-lists.migration.js';
import { Migration20261202_saved_searches } from '../migrations/20261202-saved-searches.migration.js';
import { Migration20261202_letters } from '../migrations/20261202-letters.migration.js';
import { Migration20261202_narrowed_logs } from '../migrations/20261202-narrowed-logs.migration.js';
import { Migration20261202_person_lookups } from '../migrations/20261202-person-lookups.migration.js';
import { Migration20261202_register_statements } from '../migrations/20261202-register-statements.migration.js';
import { Migration20261202_record_offers } from '../migrations/20261202-record-offers.migration.js';
import { Migration20261203_told_sexes } from '../migrations/20261203-told-sexes.migration.js';
import { Migration20261130_purposes } from '../migrations/20261130-purposes.migration.js';
import { Migration20261211_hand_over } from '../migrations/20261211-hand-over.migration.js';
import { Migration20261210_addressed_together } from '../migrations/20261210-addressed-together.migration.js';
import { listPersonalCategories } from './decision/personal-category.service.js';
import { AccessLogEntryEntity } from './log/access-log/access-log-entry.entity.js';
import { AffiliationEntity } from './people/affiliation/affiliation.entity.js';
import { CorrectionEntity } from './log/correction/correction.entity.js';
import { FormerNameEntity } from './people/own-facts/former-name.entity.js';
import { MembershipEventEntity } from './people/affiliation/membership-event.entity.js';
import { ClaimAttemptEntity } from './linkage/invitation/claim-attempt.entity.js';
import { RecordOfferEntity } from './linkage/record-offer/record-offer.entity.js';
import { InvitationEntity } from './linkage/invitation/invitation.entity.js';
import { ConsentRequestEntity } from './consent/consent-request/consent-request.entity.js';
import { ConsentEventEntity } from './consent/consent/consent-event.entity.js';
import { ConsentEntity } from './consent/consent/consent.entity.js';
import { CountryEntity } from './reference/country/country.entity.js';
import { ErasureOutcomeEntity } from './erasure/erasure-outcome.entity.js';
import { ErasureRequestEntity } from './erasure/erasure-request.entity.js';
import { MessageDeliveryEntity } from './message/message-delivery.entity.js';
import { MessageEntity } from './message/message.entity.js';
import { InquiryEntity } from './log/inquiry/inquiry.entity.js';
import { AccountRecoveryEntity } from './consent/account-recovery/account-recovery.entity.js';
import { AccountConfirmationEntity } from './consent/account-confirmation/account-confirmation.entity.js';
import { GuardianshipEntity } from './consent/guardianship/guardianship.entity.js';
import { EmergencyEntity } from './membership/emergency/emergency.entity.js';
import { EmergencyOrganizationEntity } from './membership/emergency/emergency-organization.entity.js';
import { EmergencyPersonEntity } from './membership/emergency/emergency-person.entity.js';
import { MandateEntity } from './membership/mandate/mandate.entity.js';
import { IssuerEntity } from './membership/issuer/issuer.entity.js';
import { IdentityBindingEntity } from './people/identity-binding/identity-binding.entity.js';
import { OfficerEntity } from './membership/officer/officer.entity.js';
import { SystemClientEntity } from './membership/officer/system-client.entity.js';
import { OrganizationKeyEntity } from './membership/organization-key/organization-key.entity.js';
import { OrganizationContactEntity } from './membership/organization/organization-contact.entity.js';
import { OrganizationEventEntity } from './membership/organization/organization-event.entity.js';
import { LinkageEventEntity } from './linkage/linkage-review/linkage-event.entity.js';
import { ClericalDecisionEntity } from './linkage/linkage-review/clerical-decision.entity.js';
import { LinkageReviewEntity } from './linkage/linkage-review/linkage-review.entity.js';
import { OrganizationEntity } from './membership/organization/organization.entity.js';
import { GoldenRecordEntity } from './linkage/person-link/golden-record.entity.js';
import { PersonLinkEntity } from './linkage/person-link/person-link.entity.js';
import { PurposeEntity } from './reference/purpose/purpose.entity.js';
import { listPurposes } from './reference/purpose/list-purposes.service.js';
import { OrganizationPurposeEntity } from './membership/purpose/organization-purpose.entity.js';
import { SafeguardingCaseEntity } from './membership/safeguarding-case/safeguarding-case.entity.js';
import { SigningKeyEntity } from './signing/signing-key.entity.js';
import { SubmittedRecordEntity } from './linkage/source-record/source-record.entity.js';
import { SearchCardEntity } from './search/search-card.entity.js';
import { AccessNeedEntity } from './people/access-need/access-need.entity.js';
import { VolunteerEntity } from './people/volunteer/volunteer.entity.js';

export const database: DatabaseDefinition = defineDatabase({
  entities: [
    OrganizationEntity,
    OrganizationContactEntity,
    OrganizationKeyEntity,
    OrganizationEventEntity,
    OfficerEntity,
    MandateEntity,
    EmergencyEntity,
    EmergencyOrganizationEntity,
    EmergencyPersonEntity,
    SystemClientEntity,
    IssuerEntity,
    IdentityBindingEntity,
    AccountRecoveryEntity,
    CountryEntity,
    PurposeEntity,
    OrganizationPurposeEntity,
    SafeguardingCaseEntity,
    VolunteerEntity,
    AccessNeedEntity,
    AffiliationEntity,
    MembershipEventEntity,
    FormerNameEntity,
    CorrectionEntity,
    InvitationEntity,
    ClaimAttemptEntity,
    RecordOfferEntity,
    ConsentEntity,
    ConsentEventEntity,
    ConsentRequestEntity,
    GuardianshipEntity,
    AccountConfirmationEntity,
    AccessLogEntryEntity,
    ErasureRequestEntity,
    ErasureOutcomeEntity,
    InquiryEntity,
    MessageEntity,
    MessageDeliveryEntity,
    SigningKeyEntity,
    SearchCardEntity,
    SubmittedRecordEntity,
    PersonLinkEntity,
    GoldenRecordEntity,
    LinkageReviewEntity,
    ClericalDecisionEntity,
    LinkageEventEntity,
  ],
  migrations: [
    Migration20261122_foundation,
    Migration20261128_inquiries,
    Migration20261128_decision,
    Migration20261128_signing_keys,
    Migration20261128_members,
    Migration20261128_access_log_chain,
    Migration20261128_access_log_reading,
    Migration20261128_consents,
    Migration20261128_order_of_volunteers,
    Migration20261128_representation,
    Migration20261128_person_link,
    Migration20261128_listed_readers,
    Migration20261128_personal_data,
    Migration20261129_clerical_decision,
    Migration20261129_personal_categories,
    Migration20261129_chained_access_log,
    Migration20261130_one_question,
    Migration20261130_reach,
    Migration20261130_organization_order,
    Migration20261130_time_zones,
    Migration20261130_time_zone_change,
    Migration20261130_mandates,
    Migration20261130_erasure_delay,
    Migration20261130_retention,
    Migration20261130_emergencies,
    Migration20261130_access_log_tree,
    Migration20261130_relations,
    Migration20261130_identities,
    Migration20261130_silent_linkage,
    Migration20261130_countersignatures,
    Migration20261130_purposes,
    Migration20261130_actors,
    Migration20261130_organization_source,
    Migration20261130_sign_ups,
    Migration20261130_memberships,
    Migration20261130_own_facts,
    Migration20261130_messages,
    Migration20261130_corrections,
    Migration20261130_messages_of_members,
    Migration20261130_guardians,
    Migration20261130_address_claims,
    Migration20261130_account_recovery,
    Migration20261130_access_needs,
    Migration20261130_push_devices,
    Migration20261201_search_cards,
    Migration20261201_ward_accounts,
    Migration20261202_email_codes,
    Migration20261202_office_lists,
    Migration20261202_letters,
    Migration20261202_narrowed_logs,
    Migration20261202_saved_searches,
    Migration20261202_record_offers,
    Migration20261202_person_lookups,
    Migration20261202_register_statements,
    Migration20261203_told_sexes,
    Migration20261210_addressed_together,
    Migration20261211_hand_over,
  ],
  sqlFolder: sqlFolderOf(import.meta.url),
  async synchronize(em) {
    await listPersonalCategories(em);
    await listPurposes(em);
  },
});
