import { provision, type DatabaseUrls } from '../postgres/provision.js';
import { CleanUps } from './clean-ups.js';
import { neededSecrets } from './environments.js';
import { openData, runOnDatabases } from './stack-data.js';
import { stackProcess, lockStack } from './stack-lock.js';
import { discoverLayout, type Layout } from './layout.js';
import { rememberedPorts, rememberPorts } from './ports.js';
import type { Progress } from './progress.js';
import { loadSecrets } from './secrets.js';
import { StateFolder } from './state-folder.js';

/** Which stack's databases, and who hears how far it is. */
export interface DatabasesOptions {
  readonly stateDir: string;
  readonly progress: Progress;
  /** @default the programs of this repository */
  readonly layout?: Layout;
}

/** What {@link runDatabaseCommand} needs to know. */
export interface DatabaseCommandOptions extends DatabasesOptions {
  /** Command of every subgraph and its arguments. */
  readonly args: readonly string[];
  readonly signal: AbortSignal;
  readonly env?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Runs a command of every subgraph on its database. */
export async function runDatabaseCommand(options: DatabaseCommandOptions): Promise<void> {
  const { args, env, signal, progress } = options;
  await withDatabases(options, ({ layout, folder, databases }) =>
    progress.step(args.join(' '), (advance) =>
      runOnDatabases({ layout, folder, databases, args, env, signal, advance }),
    ),
  );
}

/** What is there while {@link withDatabases} works. */
export interface OpenDatabases {
  readonly layout: Layout;
  readonly folder: StateFolder;
  readonly databases: Readonly<Record<string, DatabaseUrls>>;
}

/** Works on the databases of the stack that runs, or else with a PostgreSQL server of its own meanwhile. */
export async function withDatabases<Result>(
  options: DatabasesOptions,
  work: (open: OpenDatabases) => Promise<Result>,
): Promise<Result> {
  const { progress } = options;
  const layout = options.layout ?? discoverLayout();
  const folder = new StateFolder(options.stateDir);
  const cleanUps = new CleanUps();
  try {
    const databases = stackProcess(folder) ? await runningDatabases(layout, folder) : await ownDatabases();
    return await work({ layout, folder, databases });
  } finally {
    await cleanUps.run();
  }

  async function ownDatabases() {
    const lock = await lockStack(folder, 'a database command');
    cleanUps.add(() => lock.release());
    const step: Progress['step'] = (label, work, detail) => progress.step(label, work, detail);
    const onChange = (notice?: string): void => void (notice !== undefined && progress.notice(notice));
    const { databases, postgres } = await openData({ layout, folder, fresh: false, step, cleanUps, onChange });
    rememberPorts(folder, { ...rememberedPorts(folder), postgres: postgres.first.port });
    return databases;
  }
}

async function runningDatabases(layout: Layout, folder: StateFolder) {
  const secrets = await loadSecrets(folder, neededSecrets(layout));
  const superuser = new URL(`postgres://postgres@127.0.0.1:${rememberedPorts(folder)['postgres']}/postgres`);
  superuser.password = secrets.postgresPassword;
  return provision(
    { superuserUrl: superuser.href },
    layout.subgraphs.map(({ name }) => name),
  );
}
