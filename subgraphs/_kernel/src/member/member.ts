import { parseArgs } from 'node:util';
import {
  ConfigError,
  processEnvironment,
  readOwnerConfig,
  type Environment,
  type ProcessConfig,
} from '../config/config.js';
import { migrate, type DatabaseDefinition } from '../database/database.js';
import type { SubgraphSchema } from '../federation/federation.js';
import { closeOnSignals } from '../lifecycle/lifecycle.js';
import { loadOnce, type SeedContext } from '../seed/seed.js';
import type { MemberServer } from './server.js';

export { answer } from './answer.js';
export { createServer, type IncomingOperation, type MemberServer, type ServePath } from './server.js';

/** What a subgraph's process is made of. */
export interface Process<Config extends ProcessConfig> {
  readonly name: string;
  readonly readConfig: (environment: Environment) => Config;
  readonly createServer: (config: Config) => Promise<MemberServer>;
  readonly buildSchema: () => SubgraphSchema;
  readonly database: DatabaseDefinition;
  /** The module that loads the demo data; imported only when asked for. */
  readonly seed: () => Promise<SeedModule>;
  /** What its command line can do beside that, by the names of commands. @default nothing */
  readonly commands?: Readonly<Record<string, (environment: Environment, args: readonly string[]) => Promise<void>>>;
}

export interface SeedModule {
  readonly loadDemo: (context: SeedContext) => Promise<void>;
}

/** The exit code of a process whose configuration is not usable (sysexits' EX_CONFIG). */
export const configurationExitCode = 78;

async function serve<Config extends ProcessConfig>(definition: Process<Config>): Promise<void> {
  const config = definition.readConfig(processEnvironment);
  const server = await definition.createServer(config);
  closeOnSignals(server, { graceMs: config.SHUTDOWN_GRACE_MS, log: server.log });
  void server.stuck.then(() => {
    server.log.fatal('the database answers, but not this process; it ends, to be started anew');
    process.exit(1);
  });
  const port = await server.listen();
  server.log.info({ port }, 'listening');
  process.send?.({ type: 'ready', port });
}

async function seed<Config extends ProcessConfig>(definition: Process<Config>, scale: number): Promise<void> {
  if (!Number.isInteger(scale) || scale < 1) throw new Error('--scale takes a whole number from 1.');
  const { DATABASE_OWNER_URL: ownerUrl } = readOwnerConfig(processEnvironment);
  await migrate(definition.database, ownerUrl);
  const { loadDemo: load } = await definition.seed();
  const onProgress = (progress: object) => process.send?.({ type: 'progress', ...progress });
  const loaded = await loadOnce({ ownerUrl, scale, load, onProgress });
  process.stdout.write(loaded ? `The demo data is loaded at scale ${scale}.\n` : `The demo data was there already.\n`);
}

/**
 * Runs a subgraph's process by its command line: `serve` (default), `migrate`, `seed --scale N` (which migrates first) or
 * `sdl`, or a command of its own.
 *
 * Exits with 78 when the configuration is not usable and with 1 on any other failure, each with its reason on standard
 * error.
 */
export async function runProcess<Config extends ProcessConfig>(definition: Process<Config>): Promise<void> {
  try {
    const { positionals, values } = parseArgs({
      args: process.argv.slice(2),
      allowPositionals: true,
      options: { scale: { type: 'string', default: '1' } },
    });
    switch (positionals[0] ?? 'serve') {
      case 'serve':
        return await serve(definition);
      case 'migrate': {
        const { DATABASE_OWNER_URL: ownerUrl } = readOwnerConfig(processEnvironment);
        const applied = await migrate(definition.database, ownerUrl);
        process.stdout.write(`${applied.length} migrations applied.\n`);
        break;
      }
      case 'seed':
        await seed(definition, Number(values.scale));
        break;
      case 'sdl':
        process.stdout.write(`${definition.buildSchema().sdl}\n`);
        break;
      default: {
        const { commands = {} } = definition;
        const own = Object.entries(commands).find(([name]) => name === positionals[0])?.[1];
        const known = ['serve', 'migrate', 'seed', 'sdl', ...Object.keys(commands)].join(', ');
        if (!own) throw new Error(`There is no command ${positionals[0]}: use one of ${known}.`);
        await own(processEnvironment, positionals.slice(1));
      }
    }
    // A forked process stays alive through its channel to the parent.
    if (process.connected) process.disconnect();
  } catch (error) {
    process.stderr.write(`${definition.name}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(error instanceof ConfigError ? configurationExitCode : 1);
  }
}
