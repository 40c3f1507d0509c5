import type { DatabaseDefinition } from '@birlik/kernel/database';
import { defineDatabase } from '@birlik/trust/database';
import { Migration20261122_foundation } from '../migrations/20261122-foundation.migration.js';
import { Migration20261128_released_figures } from '../migrations/20261128-released-figures.migration.js';
import { Migration20261128_personal_data } from '../migrations/20261128-personal-data.migration.js';
import { Migration20261129_released_statistics } from '../migrations/20261129-released-statistics.migration.js';
import { Migration20261130_meeting_agenda } from '../migrations/20261130-meeting-agenda.migration.js';
import { ContingentEntity } from './contingent/contingent.entity.js';
import { NominationEntity } from './contingent/nomination.entity.js';
import { EnrolmentEntity } from './enrolment/enrolment.entity.js';
import { FacultyEntity } from './faculty/faculty.entity.js';
import { MeetingItemEntity } from './meeting/meeting-item.entity.js';
import { MeetingSpeakerEntity } from './meeting/meeting-speaker.entity.js';
import { RecruitmentMeetingEntity } from './meeting/recruitment-meeting.entity.js';
import { ProgrammeEntity } from './programme/programme.entity.js';

export const database: DatabaseDefinition = defineDatabase({
  entities: [
    FacultyEntity,
    ProgrammeEntity,
    EnrolmentEntity,
    ContingentEntity,
    NominationEntity,
    RecruitmentMeetingEntity,
    MeetingSpeakerEntity,
    MeetingItemEntity,
  ],
  migrations: [
    Migration20261122_foundation,
    Migration20261128_released_figures,
    Migration20261128_personal_data,
    Migration20261129_released_statistics,
    Migration20261130_meeting_agenda,
  ],
});
