import type { DatabaseDefinition } from '@birlik/kernel/database';
import { Migration20261122_foundation } from '../migrations/20261122-foundation.migration.js';
import { Migration20261128_person_link } from '../migrations/20261128-person-link.migration.js';
import { AccessLogEntryEntity } from './access-log/access-log-entry.entity.js';
import { AffiliationEntity } from './affiliation/affiliation.entity.js';
import { ConsentEntity } from './consent/consent.entity.js';
import { CountryEntity } from './country/country.entity.js';
import { LinkageEventEntity } from './linkage-review/linkage-event.entity.js';
import { LinkageJudgementEntity } from './linkage-review/linkage-judgement.entity.js';
import { LinkageReviewEntity } from './linkage-review/linkage-review.entity.js';
import { OrganizationEntity } from './organization/organization.entity.js';
import { GoldenPersonEntity } from './person-link/golden-person.entity.js';
import { PersonLinkEntity } from './person-link/person-link.entity.js';
import { PurposeEntity } from './purpose/purpose.entity.js';
import { SubmittedRecordEntity } from './source-record/source-record.entity.js';
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
    SubmittedRecordEntity,
    PersonLinkEntity,
    GoldenPersonEntity,
    LinkageReviewEntity,
    LinkageJudgementEntity,
    LinkageEventEntity,
  ],
  migrations: [Migration20261122_foundation, Migration20261128_person_link],
};
