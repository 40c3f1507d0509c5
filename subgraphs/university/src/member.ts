import { defineMember } from '@birlik/trust/member';
import { database } from './database.js';
import { studentSummary } from './organization/student-summary.rule.js';
import { personalData } from './personal-data.js';
import { schema } from './schema.js';

export const member = defineMember({
  name: 'university',
  schema,
  database,
  personalData,
  statistics: [studentSummary],
  seed: () => import('../seeds/demo.js'),
});

if (import.meta.main) await member.run();
