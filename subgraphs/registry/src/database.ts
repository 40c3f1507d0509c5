import type { DatabaseDefinition } from '@birlik/kernel/database';
import { Migration20261122_foundation } from '../migrations/20261122-foundation.migration.js';
import { Migration20261128_personal_data } from '../migrations/20261128-personal-data.migration.js';
import { AccessLogEntryEntity } from './access-log/access-log-entry.entity.js';
import { AffiliationEntity } from './affiliation/affiliation.entity.js';
import { ConsentEntity } from './consent/consent.entity.js';
import { CountryEntity } from './country/country.entity.js';
import { ErasureOutcomeEntity } from './erasure/erasure-outcome.entity.js';
import { ErasureRequestEntity } from './erasure/erasure-request.entity.js';
import { OrganizationEntity } from './organization/organization.entity.js';
import { PurposeEntity } from './purpose/purpose.entity.js';
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
  ],
  migrations: [Migration20261122_foundation, Migration20261128_personal_data],
};
