import { defineMember } from '@birlik/trust/member';
import { applicationJobs } from './application/application-jobs.service.js';
import { database } from './database.js';
import { applicantSummary } from './campaign/applicant-summary.rule.js';
import { personalData } from './personal-data.js';
import { schema } from './schema.js';

export const member = defineMember({
  name: 'creative',
  schema,
  database,
  personalData,
  holdsFiles: true,
  statistics: [applicantSummary],
  jobKinds: applicationJobs,
  seed: () => import('../seeds/demo.js'),
});

if (import.meta.main) await member.run();
