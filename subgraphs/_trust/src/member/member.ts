import type { Job } from '@birlik/kernel/jobs';
import type { DatabaseDefinition } from '@birlik/kernel/database';
import type { SubgraphSchema } from '@birlik/kernel/federation';
import { createServer, type MemberServer } from '@birlik/kernel/member';
import type { EntityManager } from '@mikro-orm/postgresql';
import { assertionHeader, createAssertionVerifier } from '../assertion/assertion.js';
import type { MemberConfig } from '../config/config.js';
import { RequestContext } from '../context/context.js';
import { assertRowLevelSecurity } from '../database/database.js';
import type { Statistic } from '../statistic/statistic.js';
import { assertPersonalDataDeclared, type PersonalData } from '../personal-data/personal-data.js';

export interface MemberServerOptions {
  /** The subgraph's name: the audience of the assertions that it accepts. */
  readonly name: string;
  readonly config: MemberConfig;
  readonly schema: SubgraphSchema;
  /** Made by `defineDatabase`. */
  readonly database: DatabaseDefinition;
  /** The key that this member shares with the issuer of grants; null when it owns no personal category. */
  readonly grantKey: Uint8Array | null;
  /** What this member holds about people; the server does not start while the database has more than that. */
  readonly personalData: PersonalData;
  /** What it does beside its requests, while it listens. @default nothing */
  readonly jobs?: readonly Job[];
  /** The statistics of which this process has the snapshots taken. @default none */
  readonly statistics?: readonly Statistic[];
}

/** Takes the day's snapshots of a statistic, which reads everyone's rows and may take longer than a request. */
async function refreshSnapshots(em: EntityManager, statistic: Statistic, threshold: number): Promise<void> {
  await em.transactional(async (em) => {
    await em.execute(`set local statement_timeout = '10min'`);
    await em.execute(`select refresh_${statistic.name}_snapshots(?)`, [threshold]);
  });
}

/** How often a process asks whether the snapshots are of the day: for one process of several, once a day. */
const refreshEveryMs = 10 * 60 * 1000;

/** The server of a member: only the gateway comes in, and each request sees the database as its viewer may. */
export function createMemberServer(options: MemberServerOptions): Promise<MemberServer> {
  const { name, config, schema, database, grantKey, personalData, statistics = [], jobs = [] } = options;
  const verify = createAssertionVerifier({ audience: name, jwks: config.GATEWAY_JWKS });
  const member = { name, grantKey, releaseThreshold: config.RELEASE_THRESHOLD };
  const refreshes = statistics.map((statistic) => ({
    name: `refresh the statistic ${statistic.name}`,
    pauseMs: refreshEveryMs,
    first: true,
    run: (em: EntityManager) => refreshSnapshots(em, statistic, config.RELEASE_THRESHOLD),
  }));
  return createServer({
    name,
    config,
    schema: schema.schema,
    database,
    jobs: [...refreshes, ...jobs],
    async checkDatabase(em) {
      await assertRowLevelSecurity(em);
      await assertPersonalDataDeclared(em, personalData);
    },
    async authenticate({ headers, body }, orm) {
      const assertion = await verify(headers[assertionHeader] as string | undefined, body);
      return new RequestContext({ assertion, acceptLanguage: headers['accept-language'], orm, member });
    },
  });
}
