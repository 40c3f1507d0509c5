import type { MemberServer } from '@birlik/kernel/member';
import { createMemberServer } from '@birlik/trust/member';
import type { Config } from './config.js';
import { database } from './database.js';
import { participantSummary } from './intake/participant-summary.rule.js';
import { personalData } from './personal-data.js';
import { buildSchema } from './schema.js';

/** Connects to the database; nothing listens until `listen` is called. */
export function createServer(config: Config): Promise<MemberServer> {
  return createMemberServer({
    name: 'asan-school',
    config,
    schema: buildSchema(),
    database,
    grantKey: config.GRANT_KEY,
    statistics: [participantSummary],
    personalData,
  });
}
