import { defineMember } from '@birlik/trust/member';
import { database } from './database.js';
import { personalData } from './personal-data.js';
import { schema } from './schema.js';

export const member = defineMember({
  name: 'center',
  schema,
  database,
  personalData,
  seed: () => import('../seeds/demo.js'),
});

if (import.meta.main) await member.run();
