import { createMemberServer, type MemberServer } from '@birlik/kernel/member';
import type { Config } from './config.js';
import { database } from './database.js';
import { provideMemberKeys } from './erasure/member-key.service.js';
import { provideGrantKeys } from './grant/grant.service.js';
import { personalData } from './personal-data.js';
import { buildSchema } from './schema.js';

/** Connects to the database; nothing listens until `listen` is called. */
export function createServer(config: Config): Promise<MemberServer> {
  provideGrantKeys(config.GRANT_KEYS);
  provideMemberKeys(config.GRANT_KEYS);
  return createMemberServer({
    name: 'registry',
    config,
    schema: buildSchema(),
    database,
    grantKey: null,
    personalData,
  });
}
