import type { DatabaseDefinition } from '@birlik/kernel/database';
import { defineDatabase } from '@birlik/trust/database';
import { Migration20261122_foundation } from '../migrations/20261122-foundation.migration.js';
import { Migration20261128_released_figures } from '../migrations/20261128-released-figures.migration.js';
import { Migration20261128_personal_data } from '../migrations/20261128-personal-data.migration.js';
import { Migration20261129_released_statistics } from '../migrations/20261129-released-statistics.migration.js';
import { Migration20261130_school } from '../migrations/20261130-school.migration.js';
import { CertificateEntity } from './certificate/certificate.entity.js';
import { CertificateTypeEntity } from './certificate-type/certificate-type.entity.js';
import { HostInstitutionEntity } from './host/host-institution.entity.js';
import { IntakeEntity } from './intake/intake.entity.js';
import { ProgrammeParticipationEntity } from './programme/programme-participation.entity.js';
import { SchoolEntity } from './school/school.entity.js';
import { SchoolOutcomeEntity } from './school/school-outcome.entity.js';
import { ServiceCenterEntity } from './service-center/service-center.entity.js';
import { StageAreaEntity } from './stage/stage-area.entity.js';
import { StageDefinitionEntity } from './stage/stage-definition.entity.js';
import { TrainingEntity } from './training/training.entity.js';

export const database: DatabaseDefinition = defineDatabase({
  entities: [
    SchoolEntity,
    SchoolOutcomeEntity,
    StageDefinitionEntity,
    StageAreaEntity,
    HostInstitutionEntity,
    ServiceCenterEntity,
    IntakeEntity,
    TrainingEntity,
    CertificateTypeEntity,
    ProgrammeParticipationEntity,
    CertificateEntity,
  ],
  migrations: [
    Migration20261122_foundation,
    Migration20261128_released_figures,
    Migration20261128_personal_data,
    Migration20261129_released_statistics,
    Migration20261130_school,
  ],
});
