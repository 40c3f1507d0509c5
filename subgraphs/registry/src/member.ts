import { defineMember } from '@birlik/trust/member';
import { variables } from './config.js';
import { database } from './database.js';
import { provideGrantKeys } from './decision/grant.service.js';
import { provideMemberKeys } from './erasure/member-key.service.js';
import { nationalNumberKeys } from './linkage/source-record/national-number.rule.js';
import { signAccessLog } from './log/access-log/sign-access-log.service.js';
import { personalData } from './personal-data.js';
import { schema } from './schema.js';
import { publishSigningKeys } from './signing/signing-key.service.js';
import { provideSigningKeys } from './signing/statement.service.js';

export const member = defineMember({
  name: 'registry',
  schema,
  database,
  personalData,
  issuesGrants: true,
  jobs: [{ name: 'sign the access log', pauseMs: 1_000, last: true, run: signAccessLog }],
  config: variables,
  secrets: (config) => [nationalNumberKeys.is(config.NATIONAL_NUMBER_KEYS)],
  async prepare(config) {
    provideGrantKeys(config.GRANT_KEYS);
    provideMemberKeys(config.GRANT_KEYS);
    provideSigningKeys(config.SIGNING_KEYS);
    // Nothing is signed with a key that nobody can look up.
    await publishSigningKeys(config.SIGNING_KEYS, { definition: database, url: config.DATABASE_URL });
  },
  seed: () => import('../seeds/demo.js'),
});

if (import.meta.main) await member.run();
