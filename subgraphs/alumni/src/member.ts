import { defineMember } from '@birlik/trust/member';
import { database } from './database.js';
import { alumniSummary } from './country/alumni-summary.rule.js';
import { meetingJobs } from './mentoring/meeting-jobs.service.js';
import { emergencyJobs } from './emergency/emergency-jobs.service.js';
import { alumniEventJobs } from './event/alumni-event-jobs.service.js';
import { alumnusJobs } from './alumnus/alumnus-jobs.service.js';
import { matchingJobs } from './matching/matching-jobs.service.js';
import { mentorshipJobs } from './mentoring/mentorship-jobs.service.js';
import { personalData } from './personal-data.js';
import { schema } from './schema.js';
import { supportCaseJobs } from './support-case/support-case-jobs.service.js';

export const member = defineMember({
  name: 'alumni',
  schema,
  database,
  personalData,
  statistics: [alumniSummary],
  jobKinds: (identity) =>
    [mentorshipJobs, meetingJobs, matchingJobs, alumnusJobs, alumniEventJobs, emergencyJobs, supportCaseJobs].flatMap(
      (jobs) => jobs(identity),
    ),
  seed: () => import('../seeds/demo.js'),
});

if (import.meta.main) await member.run();
