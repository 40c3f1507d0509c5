import { asReferenced, type MemberSchema } from '@birlik/trust/federation';
import { ContingentResolver } from './contingent/contingent.resolver.js';
import { EnrolmentResolver } from './enrolment/enrolment.resolver.js';
import { FacultyResolver } from './faculty/faculty.resolver.js';
import { MeetingItemResolver } from './meeting/meeting-item.resolver.js';
import { RecruitmentMeetingResolver } from './meeting/recruitment-meeting.resolver.js';
import { OrganizationResolver } from './organization/organization.resolver.js';
import { ProgrammeResolver } from './programme/programme.resolver.js';
import { resolveProgramme } from './programme/programme.reference.js';
import { VolunteerResolver } from './volunteer/volunteer.resolver.js';
import { Volunteer } from './volunteer/volunteer.type.js';

export const schema: MemberSchema = {
  resolvers: [
    FacultyResolver,
    ProgrammeResolver,
    EnrolmentResolver,
    ContingentResolver,
    RecruitmentMeetingResolver,
    MeetingItemResolver,
    OrganizationResolver,
    VolunteerResolver,
  ],
  references: {
    ListedVolunteer: asReferenced,
    Organization: asReferenced,
    Programme: resolveProgramme,
    Volunteer: asReferenced,
  },
  orphanedTypes: [Volunteer],
};
