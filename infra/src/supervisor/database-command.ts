import { provision } from '../postgres/provision.js';
import { CleanUps } from './clean-ups.js';
import { grantOwners } from './environments.js';
import { openData, runOnDatabases } from './house-data.js';
import { houseProcess, lockHouse } from './house-lock.js';
import { discoverLayout, type Layout } from './layout.js';
import { clientPersonas } from './persona-token.js';
import { rememberedPorts, rememberPorts } from './ports.js';
import type { Progress } from './progress.js';
import { loadSecrets } from './secrets.js';
import { StateFolder } from './state-folder.js';

/** What {@link runDatabaseCommand} needs to know. */
export interface DatabaseCommandOptions {
  readonly stateDir: string;
  /** Command of every subgraph and its arguments. */
  readonly args: readonly string[];
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** @default the programs of this repository */
  readonly layout?: Layout;
  readonly env?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Runs a command on all databases: of the house that runs, or else with a PostgreSQL server of its own meanwhile. */
export async function runDatabaseCommand(options: DatabaseCommandOptions): Promise<void> {
  const { args, env, signal, progress } = options;
  const layout = options.layout ?? discoverLayout();
  const folder = new StateFolder(options.stateDir);
  const cleanUps = new CleanUps();
  try {
    const databases = houseProcess(folder) ? await runningDatabases(layout, folder) : await ownDatabases();
    await progress.step(args.join(' '), (advance) =>
      runOnDatabases({ layout, folder, databases, args, env, signal, advance }),
    );
  } finally {
    await cleanUps.run();
  }

  async function ownDatabases() {
    const lock = await lockHouse(folder, 'a database command');
    cleanUps.add(() => lock.release());
    const step: Progress['step'] = (label, work, detail) => progress.step(label, work, detail);
    const onChange = (notice?: string): void => void (notice !== undefined && progress.notice(notice));
    const { databases, postgres } = await openData({ layout, folder, fresh: false, step, cleanUps, onChange });
    rememberPorts(folder, { ...rememberedPorts(folder), postgres: postgres.first.port });
    return databases;
  }
}

async function runningDatabases(layout: Layout, folder: StateFolder) {
  const secrets = await loadSecrets(folder, { grantKeys: grantOwners(layout), clientSecrets: clientPersonas() });
  const superuser = new URL(`postgres://postgres@127.0.0.1:${rememberedPorts(folder)['postgres']}/postgres`);
  superuser.password = secrets.postgresPassword;
  return provision(
    { superuserUrl: superuser.href },
    layout.subgraphs.map(({ name }) => name),
  );
}
