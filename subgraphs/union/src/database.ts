import type { DatabaseDefinition } from '@birlik/kernel/database';
import { defineDatabase } from '@birlik/trust/database';
import { WrittenMessageEntity } from '@birlik/trust/message-entity';
import { Migration20261122_foundation } from '../migrations/20261122-foundation.migration.js';
import { Migration20261128_released_figures } from '../migrations/20261128-released-figures.migration.js';
import { Migration20261128_personal_data } from '../migrations/20261128-personal-data.migration.js';
import { Migration20261129_released_statistics } from '../migrations/20261129-released-statistics.migration.js';
import { Migration20261130_guardians } from '../migrations/20261130-guardians.migration.js';
import { Migration20261130_message_templates } from '../migrations/20261130-message-templates.migration.js';
import { Migration20261130_messages } from '../migrations/20261130-messages.migration.js';
import { Migration20261130_volunteering_law } from '../migrations/20261130-volunteering-law.migration.js';
import { Migration20261202_opportunity_search } from '../migrations/20261202-opportunity-search.migration.js';
import { Migration20261202_withdrawals } from '../migrations/20261202-withdrawals.migration.js';
import { VolunteerAgreementEntity } from './agreement/volunteer-agreement.entity.js';
import { VolunteeringLawEntity } from './agreement/volunteering-law.entity.js';
import { OpportunityApplicationEntity } from './application/opportunity-application.entity.js';
import { OpportunityEntity } from './opportunity/opportunity.entity.js';
import { PortalEntity } from './portal/portal.entity.js';
import { ServiceEntryEntity } from './service/service-entry.entity.js';

export const database: DatabaseDefinition = defineDatabase({
  entities: [
    PortalEntity,
    OpportunityEntity,
    OpportunityApplicationEntity,
    ServiceEntryEntity,
    VolunteeringLawEntity,
    VolunteerAgreementEntity,
    WrittenMessageEntity,
  ],
  migrations: [
    Migration20261122_foundation,
    Migration20261128_released_figures,
    Migration20261128_personal_data,
    Migration20261129_released_statistics,
    Migration20261130_volunteering_law,
    Migration20261130_messages,
    Migration20261130_message_templates,
    Migration20261130_guardians,
    Migration20261202_opportunity_search,
    Migration20261202_withdrawals,
  ],
});
