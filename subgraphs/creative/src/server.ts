import type { MemberServer } from '@birlik/kernel/member';
import { createMemberServer } from '@birlik/trust/member';
import { applicantSummary } from './campaign/applicant-summary.rule.js';
import type { Config } from './config.js';
import { database } from './database.js';
import { personalData } from './personal-data.js';
import { buildSchema } from './schema.js';

/** Connects to the database; nothing listens until `listen` is called. */
export function createServer(config: Config): Promise<MemberServer> {
  return createMemberServer({
    name: 'creative',
    config,
    schema: buildSchema(),
    database,
    grantKey: config.GRANT_KEY,
    statistics: [applicantSummary],
    personalData,
  });
}
