import { asReferenced, type MemberSchema } from '@birlik/trust/federation';
import { messageResolvers } from '@birlik/trust/message';
import { AlumnusResolver } from './alumnus/alumnus.resolver.js';
import { AssociationResolver } from './association/association.resolver.js';
import { CountryResolver } from './country/country.resolver.js';
import { CheckInResolver } from './emergency/check-in.resolver.js';
import { EmergencyNewsResolver } from './emergency/emergency-news.resolver.js';
import { EmergencyResolver } from './emergency/emergency.resolver.js';
import { DirectoryEntryResolver } from './directory/directory-entry.resolver.js';
import { AlumniEventResolver } from './event/alumni-event.resolver.js';
import { ArticleResolver } from './information/article.resolver.js';
import { GovernanceBodyResolver } from './governance/governance-body.resolver.js';
import { GovernanceMandateResolver } from './governance/governance-mandate.resolver.js';
import { GovernanceMeetingResolver } from './governance/governance-meeting.resolver.js';
import { GovernanceMotionResolver } from './governance/governance-motion.resolver.js';
import { MatchingDraftResolver, MatchingShareResolver } from './matching/matching-draft.resolver.js';
import { MatchingEntryResolver } from './matching/matching-entry.resolver.js';
import { MatchingPairResolver } from './matching/matching-pair.resolver.js';
import { MatchingRoundResolver } from './matching/matching-round.resolver.js';
import { MentorCardResolver } from './mentoring/mentor-card.resolver.js';
import { MentorProfileResolver } from './mentoring/mentor-profile.resolver.js';
import { MentoringConcernResolver } from './mentoring/mentoring-concern.resolver.js';
import { MentorshipMeetingResolver } from './mentoring/mentorship-meeting.resolver.js';
import { MentorshipNoteResolver } from './mentoring/mentorship-note.resolver.js';
import { MentorshipFeedbackResolver, MentorshipPairResolver } from './mentoring/mentorship-pair.resolver.js';
import { MentorshipResolver } from './mentoring/mentorship.resolver.js';
import { DutyShiftResolver } from './mission/duty-shift.resolver.js';
import { MissionGuideResolver } from './mission/mission-guide.resolver.js';
import { MissionResolver } from './mission/mission.resolver.js';
import { PlatformResolver } from './platform/platform.resolver.js';
import { CaseClusterResolver, CaseOutlineResolver } from './support-case/case-cluster.resolver.js';
import { AgendaItemResolver, OfficialMeetingResolver } from './support-case/official-meeting.resolver.js';
import { OwnCaseResolver } from './support-case/own-case.resolver.js';
import { SupportCaseEntryResolver, SupportCaseResolver } from './support-case/support-case.resolver.js';
import { personalData } from './personal-data.js';
import { VolunteerResolver } from './volunteer/volunteer.resolver.js';
import { Volunteer } from './volunteer/volunteer.type.js';

export const schema: MemberSchema = {
  resolvers: [
    PlatformResolver,
    AssociationResolver,
    GovernanceBodyResolver,
    GovernanceMandateResolver,
    GovernanceMeetingResolver,
    GovernanceMotionResolver,
    MissionResolver,
    AlumnusResolver,
    DirectoryEntryResolver,
    ArticleResolver,
    AlumniEventResolver,
    MentorProfileResolver,
    MentorCardResolver,
    MentoringConcernResolver,
    MentorshipResolver,
    MentorshipPairResolver,
    MentorshipMeetingResolver,
    MentorshipNoteResolver,
    MentorshipFeedbackResolver,
    MatchingRoundResolver,
    EmergencyResolver,
    EmergencyNewsResolver,
    CheckInResolver,
    MissionGuideResolver,
    DutyShiftResolver,
    MatchingEntryResolver,
    MatchingDraftResolver,
    MatchingShareResolver,
    MatchingPairResolver,
    OwnCaseResolver,
    SupportCaseResolver,
    SupportCaseEntryResolver,
    CaseOutlineResolver,
    CaseClusterResolver,
    OfficialMeetingResolver,
    AgendaItemResolver,
    CountryResolver,
    VolunteerResolver,
    ...messageResolvers(personalData, () => Volunteer),
  ],
  references: {
    Country: asReferenced,
    ListedVolunteer: asReferenced,
    RelatedPerson: asReferenced,
    Volunteer: asReferenced,
  },
  orphanedTypes: [Volunteer],
};
