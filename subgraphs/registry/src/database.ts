import type { DatabaseDefinition } from '@birlik/kernel/database';
import { Migration20261122_foundation } from '../migrations/20261122-foundation.migration.js';
import { Migration20261128_inquiries } from '../migrations/20261128-inquiries.migration.js';
import { Migration20261128_access_log_chain } from '../migrations/20261128-access-log-chain.migration.js';
import { Migration20261128_access_log_reading } from '../migrations/20261128-access-log-reading.migration.js';
import { Migration20261128_decision } from '../migrations/20261128-decision.migration.js';
import { Migration20261128_members } from '../migrations/20261128-members.migration.js';
import { Migration20261128_signing_keys } from '../migrations/20261128-signing-keys.migration.js';
import { Migration20261128_personal_data } from '../migrations/20261128-personal-data.migration.js';
import { AccessLogEntryEntity } from './access-log/access-log-entry.entity.js';
import { AccessLogHeadEntity } from './access-log/access-log-head.entity.js';
import { AffiliationEntity } from './affiliation/affiliation.entity.js';
import { ConsentEntity } from './consent/consent.entity.js';
import { CountryEntity } from './country/country.entity.js';
import { ErasureOutcomeEntity } from './erasure/erasure-outcome.entity.js';
import { ErasureRequestEntity } from './erasure/erasure-request.entity.js';
import { InquiryEntity } from './inquiry/inquiry.entity.js';
import { OfficerEntity } from './officer/officer.entity.js';
import { SystemClientEntity } from './officer/system-client.entity.js';
import { OrganizationKeyEntity } from './organization-key/organization-key.entity.js';
import { OrganizationContactEntity } from './organization/organization-contact.entity.js';
import { OrganizationEventEntity } from './organization/organization-event.entity.js';
import { OrganizationEntity } from './organization/organization.entity.js';
import { PurposeEntity } from './purpose/purpose.entity.js';
import { SigningKeyEntity } from './signing/signing-key.entity.js';
import { ReachableVolunteerEntity } from './volunteer/reachable-volunteer.entity.js';
import { VolunteerEntity } from './volunteer/volunteer.entity.js';

export const database: DatabaseDefinition = {
  entities: [
    OrganizationEntity,
    OrganizationContactEntity,
    OrganizationKeyEntity,
    OrganizationEventEntity,
    OfficerEntity,
    SystemClientEntity,
    CountryEntity,
    PurposeEntity,
    VolunteerEntity,
    ReachableVolunteerEntity,
    AffiliationEntity,
    ConsentEntity,
    AccessLogEntryEntity,
    ErasureRequestEntity,
    ErasureOutcomeEntity,
    InquiryEntity,
    AccessLogHeadEntity,
    SigningKeyEntity,
  ],
  migrations: [
    Migration20261122_foundation,
    Migration20261128_inquiries,
    Migration20261128_decision,
    Migration20261128_signing_keys,
    Migration20261128_members,
    Migration20261128_access_log_chain,
    Migration20261128_access_log_reading,
    Migration20261128_personal_data,
  ],
};
