import type { DatabaseDefinition } from '@birlik/kernel/database';
import { Migration20261122_foundation } from '../migrations/20261122-foundation.migration.js';
import { Migration20261128_inquiries } from '../migrations/20261128-inquiries.migration.js';
import { Migration20261128_decision } from '../migrations/20261128-decision.migration.js';
import { Migration20261128_signing_keys } from '../migrations/20261128-signing-keys.migration.js';
import { Migration20261128_personal_data } from '../migrations/20261128-personal-data.migration.js';
import { AccessLogEntryEntity } from './access-log/access-log-entry.entity.js';
import { AffiliationEntity } from './affiliation/affiliation.entity.js';
import { ConsentEntity } from './consent/consent.entity.js';
import { CountryEntity } from './country/country.entity.js';
import { ErasureOutcomeEntity } from './erasure/erasure-outcome.entity.js';
import { ErasureRequestEntity } from './erasure/erasure-request.entity.js';
import { InquiryEntity } from './inquiry/inquiry.entity.js';
import { OrganizationEntity } from './organization/organization.entity.js';
import { PurposeEntity } from './purpose/purpose.entity.js';
import { SigningKeyEntity } from './signing/signing-key.entity.js';
import { ReachableVolunteerEntity } from './volunteer/reachable-volunteer.entity.js';
import { VolunteerEntity } from './volunteer/volunteer.entity.js';

export const database: DatabaseDefinition = {
  entities: [
    OrganizationEntity,
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
    SigningKeyEntity,
  ],
  migrations: [
    Migration20261122_foundation,
    Migration20261128_inquiries,
    Migration20261128_decision,
    Migration20261128_signing_keys,
    Migration20261128_personal_data,
  ],
};
