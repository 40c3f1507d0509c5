import type { MemberServer } from '@birlik/kernel/member';
import { createMemberServer } from '@birlik/trust/member';
import { sealAccessLog } from './log/access-log/access-log-seal.service.js';
import type { Config } from './config.js';
import { database } from './database.js';
import { provideMemberKeys } from './erasure/member-key.service.js';
import { provideGrantKeys } from './decision/grant.service.js';
import { personalData } from './personal-data.js';
import { buildSchema } from './schema.js';
import { publishSigningKeys } from './signing/signing-key.service.js';
import { provideSigningKeys } from './signing/statement.service.js';
import { provideNationalNumberKeys } from './linkage/source-record/national-number.rule.js';

/** Connects to the database; nothing listens until `listen` is called. */
export async function createServer(config: Config): Promise<MemberServer> {
  provideGrantKeys(config.GRANT_KEYS);
  provideMemberKeys(config.GRANT_KEYS);
  provideSigningKeys(config.SIGNING_KEYS);
  // Nothing is signed with a key that nobody can look up.
  await publishSigningKeys(config.SIGNING_KEYS, { definition: database, url: config.DATABASE_URL });
  provideNationalNumberKeys(config.NATIONAL_ID_KEYS);
  return createMemberServer({
    name: 'registry',
    config,
    schema: buildSchema(),
    database,
    grantKey: null,
    jobs: [{ name: 'seal the access log', pauseMs: 1_000, last: true, run: sealAccessLog }],
    personalData,
  });
}
