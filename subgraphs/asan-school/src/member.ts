import { defineMember } from '@birlik/trust/member';
import { database } from './database.js';
import { participantSummary } from './intake/participant-summary.rule.js';
import { personalData } from './personal-data.js';
import { schema } from './schema.js';

export const member = defineMember({
  name: 'asan-school',
  schema,
  database,
  personalData,
  statistics: [participantSummary],
  seed: () => import('../seeds/demo.js'),
});

if (import.meta.main) await member.run();
