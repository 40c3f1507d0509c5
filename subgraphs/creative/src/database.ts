import type { DatabaseDefinition } from '@birlik/kernel/database';
import { defineDatabase } from '@birlik/trust/database';
import { FileEntity } from '@birlik/trust/file';
import { FileMigration } from '@birlik/trust/file-migration';
import { WrittenMessageEntity } from '@birlik/trust/message-entity';
import { Migration20261122_foundation } from '../migrations/20261122-foundation.migration.js';
import { Migration20261128_released_figures } from '../migrations/20261128-released-figures.migration.js';
import { Migration20261128_personal_data } from '../migrations/20261128-personal-data.migration.js';
import { Migration20261129_released_statistics } from '../migrations/20261129-released-statistics.migration.js';
import { Migration20261130_campaign_report } from '../migrations/20261130-campaign-report.migration.js';
import { Migration20261130_guardians } from '../migrations/20261130-guardians.migration.js';
import { Migration20261202_withdrawals } from '../migrations/20261202-withdrawals.migration.js';
import { CreativeActivityEntity } from './activity/creative-activity.entity.js';
import { CreativeApplicationEntity } from './application/creative-application.entity.js';
import { CampaignAimEntity } from './campaign/campaign-aim.entity.js';
import { CampaignEntity } from './campaign/campaign.entity.js';
import { ReviewScoreEntity } from './cohort/review-score.entity.js';
import { SelectionCommissionEntity } from './commission/selection-commission.entity.js';
import { ConventionReportEntity } from './convention/convention-report.entity.js';
import { ConventionReportSectionEntity } from './convention/convention-report-section.entity.js';
import { SelectionCriterionEntity } from './criterion/selection-criterion.entity.js';
import { DisciplineEntity } from './discipline/discipline.entity.js';

export const database: DatabaseDefinition = defineDatabase({
  entities: [
    CampaignEntity,
    CampaignAimEntity,
    SelectionCommissionEntity,
    ConventionReportEntity,
    ConventionReportSectionEntity,
    DisciplineEntity,
    SelectionCriterionEntity,
    CreativeApplicationEntity,
    ReviewScoreEntity,
    CreativeActivityEntity,
    FileEntity,
    WrittenMessageEntity,
  ],
  migrations: [
    Migration20261122_foundation,
    Migration20261128_released_figures,
    Migration20261128_personal_data,
    Migration20261129_released_statistics,
    Migration20261130_campaign_report,
    FileMigration,
    Migration20261130_guardians,
    Migration20261202_withdrawals,
  ],
});
