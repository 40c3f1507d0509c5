import { createMemberServer, type MemberServer } from '@birlik/kernel/member';
import type { Config } from './config.js';
import { database } from './database.js';
import { provideGrantKeys } from './grant/grant.service.js';
import { buildSchema } from './schema.js';
import { provideNationalIdKeys } from './source-record/national-id.rule.js';

/** Connects to the database; nothing listens until `listen` is called. */
export function createServer(config: Config): Promise<MemberServer> {
  provideGrantKeys(config.GRANT_KEYS);
  provideNationalIdKeys(config.NATIONAL_ID_KEYS);
  return createMemberServer({
    name: 'registry',
    config,
    schema: buildSchema(),
    database,
    grantKey: null,
  });
}
