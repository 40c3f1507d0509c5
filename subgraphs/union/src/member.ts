import { defineMember } from '@birlik/trust/member';
import { applicationJobs } from './application/application-message.service.js';
import { database } from './database.js';
import { serviceSummary } from './country/service-summary.rule.js';
import { personalData } from './personal-data.js';
import { schema } from './schema.js';

export const member = defineMember({
  name: 'union',
  schema,
  database,
  personalData,
  statistics: [serviceSummary],
  jobKinds: applicationJobs,
  seed: () => import('../seeds/demo.js'),
});

if (import.meta.main) await member.run();
