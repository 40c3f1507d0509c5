import type { DatabaseDefinition } from '@birlik/kernel/database';
import { defineDatabase } from '@birlik/trust/database';
import { Migration20261122_foundation } from '../migrations/20261122-foundation.migration.js';
import { Migration20261130_conference_speech } from '../migrations/20261130-conference-speech.migration.js';
import { AgreementEntity } from './agreement/agreement.entity.js';
import { ChairTermHolderEntity } from './chair/chair-term-holder.entity.js';
import { ChairTermEntity } from './chair/chair-term.entity.js';
import { ConferenceContributorEntity } from './conference/conference-contributor.entity.js';
import { ConferenceParticipationEntity } from './conference/conference-participation.entity.js';
import { ConferenceEntity } from './conference/conference.entity.js';
import { MemberCountryEntity } from './membership/member-country.entity.js';
import { JointProjectEntity } from './project/joint-project.entity.js';
import { CountryReportEntity } from './report/country-report.entity.js';
import { ConferenceReportEntity } from './speech/conference-report.entity.js';
import { ConferenceSessionEntity } from './speech/conference-session.entity.js';
import { ConferenceSpeakerEntity } from './speech/conference-speaker.entity.js';
import { ConferenceStatementEntity } from './speech/conference-statement.entity.js';

export const database: DatabaseDefinition = defineDatabase({
  entities: [
    MemberCountryEntity,
    ChairTermEntity,
    ChairTermHolderEntity,
    ConferenceEntity,
    ConferenceParticipationEntity,
    ConferenceContributorEntity,
    ConferenceSessionEntity,
    ConferenceSpeakerEntity,
    ConferenceStatementEntity,
    ConferenceReportEntity,
    AgreementEntity,
    JointProjectEntity,
    CountryReportEntity,
  ],
  migrations: [Migration20261122_foundation, Migration20261130_conference_speech],
});
