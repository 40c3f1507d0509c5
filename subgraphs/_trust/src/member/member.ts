import { setTimeout as pause } from 'node:timers/promises';
import { DomainClock } from '@birlik/kernel/clock';
import { variable, type Environment } from '@birlik/kernel/config';
import { transactionalFor, type DatabaseDefinition } from '@birlik/kernel/database';
import type { Job } from '@birlik/kernel/jobs';
import { createServer, runProcess, type MemberServer, type Process, type SeedModule } from '@birlik/kernel/member';
import type { JobKind } from '@birlik/kernel/queue';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { createAssertionVerifier, echoHeaders } from '../assertion/assertion.js';
import { fixedGatewayKeys, publishedGatewayKeys } from '../assertion/gateway-keys.js';
import { readMemberConfig, type MemberConfig } from '../config/config.js';
import { RequestContext, type MemberIdentity } from '../context/context.js';
import { assertRowLevelSecurity } from '../database/database.js';
import {
  createFileTransfer,
  discardFiles,
  fileAccess,
  fileVariables,
  openFiles,
  sweepFiles,
  type FileConfig,
} from '../file/file.js';
import { createWitness, logWitness } from '../log-head/log-head.js';
import { compareUsesCommand } from '../grant-use/compare-uses.command.js';
import { forgetUses, leastUseDays } from '../grant-use/grant-use.js';
import { buildMemberSchema, type MemberSchema } from '../federation/federation.js';
import { assertGrantField } from '../personal-category/personal-category.js';
import { assertPersonalDataDeclared, type PersonalData } from '../personal-data/personal-data.js';
import { clockCommand, jobsCommand } from '../queue/queue.js';
import type { Statistic } from '../statistic/statistic.js';

type Variables = z.ZodRawShape;
type ConfigWith<Own extends Variables> = MemberConfig & z.infer<z.ZodObject<Own>>;

/** Everything that a member is. */
export interface MemberDefinition<Own extends Variables> {
  /** The subgraph's name: the audience of the assertions that it accepts. */
  readonly name: string;
  readonly schema: MemberSchema;
  /** Made by `defineDatabase`. */
  readonly database: DatabaseDefinition;
  /** What this member holds about people; the server does not start while the database has more than that. */
  readonly personalData: PersonalData;
  /**
   * True for the registry alone: it issues the grants and orders the erasures itself, so it has no `GRANT_KEY` and adds no
   * rights to its schema.
   *
   * @default false
   */
  readonly issuesGrants?: boolean;
  /** Whether it holds files about people: its database has the table of `FileMigration`. @default false */
  readonly holdsFiles?: boolean;
  /** The statistics of which this process has the snapshots taken. @default none */
  readonly statistics?: readonly Statistic[];
  /** What it does beside its requests, while it listens. @default nothing */
  readonly jobs?: readonly Job[] | ((member: MemberIdentity) => readonly Job[]);
  /** How the jobs are done that its changes make. @default none is */
  readonly jobKinds?: readonly JobKind[] | ((member: MemberIdentity) => readonly JobKind[]);
  /** Its own environment variables, beside those of all members. @default none */
  readonly config?: Own;
  /** What its own variables give to what runs in the process. @default none */
  readonly secrets?: (config: ConfigWith<Own>) => readonly (readonly [object, unknown])[];
  /** Runs once before the process listens. @throws Error saying why it must not @default nothing */
  readonly prepare?: (config: ConfigWith<Own>, em: EntityManager) => Promise<void>;
  /** The module that loads the member's part of the demo data; imported only when asked for. */
  readonly seed: () => Promise<SeedModule>;
}

/** A member that can be started, by its process or by a test. */
export interface Member<Config extends MemberConfig = MemberConfig> extends Process<Config> {
  readonly personalData: PersonalData;
  /** Runs the process by its command line; see `runProcess`. */
  run(): Promise<void>;
}

const snapshotsLimitMs = 10 * 60 * 1000;

/** Takes the day's snapshots of a statistic, which reads everyone's rows and may take longer than a request. */
async function refreshSnapshots(em: EntityManager, statistic: Statistic, threshold: number): Promise<void> {
  await transactionalFor(em, snapshotsLimitMs, async (em) => {
    await em.execute(`select refresh_${statistic.name}_snapshots(?)`, [threshold]);
  });
}

/** How often a process asks whether the snapshots are of the day: for one process of several, once a day. */
const refreshEveryMs = 10 * 60 * 1000;

/** How often the gateway's keys are read again: one that it took back is accepted for so long at most, twice for MACs. */
const readKeysEveryMs = 5 * 60 * 1000;

/**
 * From its start until it listens a process takes longer than the second in which assertions tell their time: so it refuses
 * those that an earlier process may have accepted, and none that was made for itself.
 */
const leastStartMs = 1000;

/** What a member reads from its environment. */
export type ConfigOf<Of> = Of extends Member<infer Config> ? Config : never;

/** What a member has that issues no grants. */
const grantVariables = {
  /** The key that it shares with the registry: it proves that a grant or an order of erasure is the registry's. */
  GRANT_KEY: variable.base64urlKey,
  /** For how many days it can say which grants it used. */
  GRANT_USE_DAYS: z.coerce.number().int().min(leastUseDays).max(3_660).default(400),
};

/** The server of a member: only the gateway comes in, and each request sees the database as its viewer may. */
async function createMemberServer<Own extends Variables>(
  definition: MemberDefinition<Own>,
  config: ConfigWith<Own> & Partial<z.infer<z.ZodObject<typeof grantVariables>>>,
  schema: Process<MemberConfig>['buildSchema'],
): Promise<MemberServer> {
  const { name, database, personalData, statistics = [], jobs = [], jobKinds = [], holdsFiles = false } = definition;
  const { GATEWAY_KEYS_URL: keysUrl, GATEWAY_JWKS: keySet = { keys: [] }, AGREEMENT_KEY: agreementKey = null } = config;
  const gatewayKeys = keysUrl === undefined ? fixedGatewayKeys(keySet) : publishedGatewayKeys(keysUrl);
  const verify = createAssertionVerifier({ audience: name, gatewayKeys, agreementKey });
  const files = holdsFiles ? await openFiles(name, config as ConfigWith<Own> & FileConfig) : null;
  const member: MemberIdentity = {
    name,
    grantKey: config.GRANT_KEY ?? null,
    releaseThreshold: config.RELEASE_THRESHOLD,
    freshSignInSeconds: config.FRESH_SIGN_IN_SECONDS,
    timeZone: config.TIME_ZONE,
    clock: new DomainClock(),
    secrets: new Map<object, unknown>([
      logWitness.is(agreementKey ? createWitness(agreementKey.d) : null),
      fileAccess.is(files),
      ...(definition.secrets?.(config) ?? []),
    ]),
  };
  const refreshes = statistics.map((statistic) => ({
    name: `refresh the statistic ${statistic.name}`,
    pauseMs: refreshEveryMs,
    first: true,
    run: (em: EntityManager) => refreshSnapshots(em, statistic, config.RELEASE_THRESHOLD),
  }));
  return createServer({
    name,
    config,
    schema: schema().schema,
    database,
    jobs: [
      { name: 'read the keys of the gateway', pauseMs: readKeysEveryMs, run: () => gatewayKeys.refresh() },
      ...(config.GRANT_USE_DAYS === undefined ? [] : [forgetUses(config.GRANT_USE_DAYS)]),
      ...refreshes,
      ...(files ? sweepFiles(files.store) : []),
      ...(typeof jobs === 'function' ? jobs(member) : jobs),
    ],
    jobKinds: [
      ...(files ? [discardFiles(files.store)] : []),
      ...(typeof jobKinds === 'function' ? jobKinds(member) : jobKinds),
    ],
    ...(files && { others: (em) => createFileTransfer(files, em) }),
    clock: member.clock,
    async prepare(em) {
      await assertRowLevelSecurity(em);
      await assertPersonalDataDeclared(em, personalData);
      await definition.prepare?.(config, em);
      await pause(Math.max(0, leastStartMs - performance.now()));
    },
    answerHeaders: echoHeaders,
    async authenticate({ headers, body }, orm) {
      const assertion = await verify(headers, body);
      return new RequestContext({ assertion, acceptLanguage: headers['accept-language'], orm, member });
    },
  });
}

/**
 * Says what a member is; nothing connects or listens until it is run.
 *
 * @throws Error when its grant field is not that of its personal category
 */
export function defineMember<Own extends Variables = Record<never, never>>(
  definition: MemberDefinition<Own>,
): Member<ConfigWith<Own>> {
  const { name, schema, database, personalData, seed, issuesGrants = false, holdsFiles = false } = definition;
  assertGrantField(personalData);
  const variables = {
    ...(issuesGrants ? {} : grantVariables),
    ...(holdsFiles ? fileVariables : {}),
    ...definition.config,
  } as Own;
  const buildSchema = () => buildMemberSchema(schema, name, issuesGrants ? null : personalData);
  const member: Member<ConfigWith<Own>> = {
    name,
    database,
    personalData,
    seed,
    buildSchema,
    readConfig: (environment) => readMemberConfig(variables, environment),
    createServer: (config) => createMemberServer(definition, config, buildSchema),
    commands: {
      clock: (env, args) => clockCommand({ name, database }, env, args),
      jobs: (env, args) => jobsCommand({ name, database }, env, args),
      ...(issuesGrants ? {} : { 'compare-uses': (env: Environment) => compareUsesCommand(name, database, env) }),
    },
    run: () => runProcess(member),
  };
  return member;
}
