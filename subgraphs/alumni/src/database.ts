import { sqlFolderOf, type DatabaseDefinition } from '@birlik/kernel/database';
import { defineDatabase } from '@birlik/trust/database';
import { WrittenMessageEntity } from '@birlik/trust/message-entity';
import { Migration20261122_foundation } from '../migrations/20261122-foundation.migration.js';
import { Migration20261128_released_figures } from '../migrations/20261128-released-figures.migration.js';
import { Migration20261128_personal_data } from '../migrations/20261128-personal-data.migration.js';
import { Migration20261129_released_statistics } from '../migrations/20261129-released-statistics.migration.js';
import { Migration20261130_mentorship_without_one } from '../migrations/20261130-mentorship-without-one.migration.js';
import { Migration20261130_mentees } from '../migrations/20261130-mentees.migration.js';
import { Migration20261130_platform } from '../migrations/20261130-platform.migration.js';
import { Migration20261203_messages } from '../migrations/20261203-messages.migration.js';
import { Migration20261204_mentoring } from '../migrations/20261204-mentoring.migration.js';
import { Migration20261205_mentorship_pair } from '../migrations/20261205-mentorship-pair.migration.js';
import { Migration20261205_proposed_pairs } from '../migrations/20261205-proposed-pairs.migration.js';
import { Migration20261205_silent_mentors } from '../migrations/20261205-silent-mentors.migration.js';
import { Migration20261206_matching_draft } from '../migrations/20261206-matching-draft.migration.js';
import { Migration20261206_matching_round } from '../migrations/20261206-matching-round.migration.js';
import { Migration20261208_emergencies } from '../migrations/20261208-emergencies.migration.js';
import { Migration20261208_check_ins } from '../migrations/20261208-check-ins.migration.js';
import { Migration20261208_missions } from '../migrations/20261208-missions.migration.js';
import { Migration20261209_support_case } from '../migrations/20261209-support-case.migration.js';
import { Migration20261211_event_change } from '../migrations/20261211-event-change.migration.js';
import { Migration20261210_official_meeting } from '../migrations/20261210-official-meeting.migration.js';
import { Migration20261210_governance } from '../migrations/20261210-governance.migration.js';
import { Migration20261210_governance_rules } from '../migrations/20261210-governance-rules.migration.js';
import { AlumnusEntity } from './alumnus/alumnus.entity.js';
import { AssociationEntity } from './association/association.entity.js';
import { AlertSubscriptionEntity } from './emergency/alert-subscription.entity.js';
import { CheckInEntity } from './emergency/check-in.entity.js';
import { EmergencyAlertEntity } from './emergency/emergency-alert.entity.js';
import { EmergencyEventEntity } from './emergency/emergency-event.entity.js';
import { EmergencyPersonEntity } from './emergency/emergency-person.entity.js';
import { EmergencyEntity } from './emergency/emergency.entity.js';
import { TransportListEntity } from './emergency/transport-list.entity.js';
import { Migration20261207_information } from '../migrations/20261207-information.migration.js';
import { Migration20261207_directory } from '../migrations/20261207-directory.migration.js';
import { DirectoryEntryEntity } from './directory/directory-entry.entity.js';
import { DirectoryListingEntity } from './directory/directory-listing.entity.js';
import { AlumniEventEntity } from './event/alumni-event.entity.js';
import { EventAnswerEntity } from './event/event-answer.entity.js';
import { ArticleEntity } from './information/article.entity.js';
import { GovernanceBodyEntity } from './governance/governance-body.entity.js';
import { GovernanceMandateEntity } from './governance/governance-mandate.entity.js';
import { GovernanceMeetingEntity } from './governance/governance-meeting.entity.js';
import { GovernanceMinutesEntity } from './governance/governance-minutes.entity.js';
import { GovernanceMotionEntity } from './governance/governance-motion.entity.js';
import { GovernanceVoteEntity } from './governance/governance-vote.entity.js';
import { MatchingAssociationEntity } from './matching/matching-association.entity.js';
import { MatchingDraftEntity } from './matching/matching-draft.entity.js';
import { MatchingEntryEntity } from './matching/matching-entry.entity.js';
import { MatchingPairEntity } from './matching/matching-pair.entity.js';
import { MatchingRulingEntity } from './matching/matching-ruling.entity.js';
import { MatchingRoundEntity } from './matching/matching-round.entity.js';
import { MentorCardEntity } from './mentoring/mentor-card.entity.js';
import { MentorProfileEntity } from './mentoring/mentor-profile.entity.js';
import { MentoringConcernEntity } from './mentoring/mentoring-concern.entity.js';
import { MentorshipFeedbackEntity } from './mentoring/mentorship-feedback.entity.js';
import { MentorshipGoalEntity } from './mentoring/mentorship-goal.entity.js';
import { MentorshipMeetingEntity } from './mentoring/mentorship-meeting.entity.js';
import { MentorshipNoteEntity } from './mentoring/mentorship-note.entity.js';
import { MentorshipSurveyEntity } from './mentoring/mentorship-survey.entity.js';
import { MentorshipEntity } from './mentoring/mentorship.entity.js';
import { DutyShiftEntity } from './mission/duty-shift.entity.js';
import { MissionGuideEntity } from './mission/mission-guide.entity.js';
import { MissionEntity } from './mission/mission.entity.js';
import { PlatformEntity } from './platform/platform.entity.js';
import { PlatformStatementEntity } from './platform/platform-statement.entity.js';
import { PressReportEntity } from './platform/press-report.entity.js';
import { CaseClusterEntity, CaseOutlineEntity, ClusteredCaseEntity } from './support-case/case-cluster.entity.js';
import { AgendaItemEntity, OfficialMeetingEntity } from './support-case/official-meeting.entity.js';
import { SupportCaseEntryEntity } from './support-case/support-case-entry.entity.js';
import { SupportCaseEntity } from './support-case/support-case.entity.js';

export const database: DatabaseDefinition = defineDatabase({
  sqlFolder: sqlFolderOf(import.meta.url),
  entities: [
    PlatformEntity,
    PlatformStatementEntity,
    PressReportEntity,
    AssociationEntity,
    GovernanceBodyEntity,
    GovernanceMandateEntity,
    GovernanceMeetingEntity,
    GovernanceMotionEntity,
    GovernanceVoteEntity,
    GovernanceMinutesEntity,
    MissionEntity,
    AlumnusEntity,
    DirectoryEntryEntity,
    DirectoryListingEntity,
    ArticleEntity,
    AlumniEventEntity,
    EventAnswerEntity,
    MentorProfileEntity,
    MentorCardEntity,
    MentoringConcernEntity,
    MentorshipEntity,
    MentorshipMeetingEntity,
    MentorshipGoalEntity,
    MentorshipNoteEntity,
    MentorshipFeedbackEntity,
    MentorshipSurveyEntity,
    MatchingRoundEntity,
    EmergencyEntity,
    EmergencyEventEntity,
    EmergencyPersonEntity,
    EmergencyAlertEntity,
    AlertSubscriptionEntity,
    CheckInEntity,
    TransportListEntity,
    MissionGuideEntity,
    DutyShiftEntity,
    MatchingAssociationEntity,
    MatchingEntryEntity,
    MatchingRulingEntity,
    MatchingDraftEntity,
    MatchingPairEntity,
    SupportCaseEntity,
    SupportCaseEntryEntity,
    CaseClusterEntity,
    ClusteredCaseEntity,
    CaseOutlineEntity,
    OfficialMeetingEntity,
    AgendaItemEntity,
    WrittenMessageEntity,
  ],
  migrations: [
    Migration20261122_foundation,
    Migration20261128_released_figures,
    Migration20261128_personal_data,
    Migration20261129_released_statistics,
    Migration20261130_mentorship_without_one,
    Migration20261130_mentees,
    Migration20261130_platform,
    Migration20261203_messages,
    Migration20261204_mentoring,
    Migration20261205_mentorship_pair,
    Migration20261205_proposed_pairs,
    Migration20261205_silent_mentors,
    Migration20261206_matching_round,
    Migration20261206_matching_draft,
    Migration20261207_directory,
    Migration20261207_information,
    Migration20261208_emergencies,
    Migration20261208_check_ins,
    Migration20261208_missions,
    Migration20261209_support_case,
    Migration20261210_official_meeting,
    Migration20261210_governance,
    Migration20261210_governance_rules,
    Migration20261211_event_change,
  ],
});
