import { rmSync } from 'node:fs';

import { type DatabaseUrls, provision } from '../postgres/provision.js';
import type { CleanUps } from './clean-ups.js';
import { neededSecrets } from './environments.js';
import { supervisePostgres, type SupervisedPostgres } from './stack-postgres.js';
import type { Layout } from './layout.js';
import { rememberedPorts } from './ports.js';
import type { Progress } from './progress.js';
import { loadSecrets, type Secrets } from './secrets.js';
import type { StateFolder } from './state-folder.js';
import { eachOf, runTask } from './task.js';

/** The stack's data: a running PostgreSQL server with a database for each subgraph. */
export interface StackData {
  readonly secrets: Secrets;
  readonly postgres: SupervisedPostgres;
  readonly databases: Readonly<Record<string, DatabaseUrls>>;
}

/** Starts PostgreSQL and makes the databases and roles. */
export async function openData(options: {
  layout: Layout;
  folder: StateFolder;
  fresh: boolean;
  step: Progress['step'];
  cleanUps: CleanUps;
  onChange: (notice?: string) => void;
}): Promise<StackData> {
  const { layout, folder, fresh, step, cleanUps, onChange } = options;
  const port = rememberedPorts(folder)['postgres'];
  if (fresh) for (const path of folder.disposable) rmSync(path, { recursive: true, force: true });
  const secrets = await loadSecrets(folder, neededSecrets(layout));
  const postgres = await step(
    'PostgreSQL',
    async () => {
      const postgres = await supervisePostgres({ folder, password: secrets.postgresPassword, port, fresh, onChange });
      cleanUps.add(() => postgres.stop());
      return postgres;
    },
    ({ first }) => [`127.0.0.1:${first.port}`, ...notes(first, folder)].join(', '),
  );
  const names = layout.subgraphs.map(({ name }) => name);
  const databases = await step(
    'Databases',
    () => provision(postgres.first, names),
    () => `${names.length}, two roles each`,
  );
  return { secrets, postgres, databases };
}

/** How many migrations or seed loaders run at a time. */
const tasksAtOnce = 2;

/**
 * Runs a command of every subgraph as its database's owner.
 *
 * @param options.advance hears how far all of them are together, 0 to 1
 */
export async function runOnDatabases(options: {
  layout: Layout;
  folder: StateFolder;
  databases: Readonly<Record<string, DatabaseUrls>>;
  args: readonly string[];
  env?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  signal: AbortSignal;
  advance?: (fraction: number) => void;
}): Promise<void> {
  const { layout, folder, databases, args, env, signal, advance } = options;
  const fractions = new Map<string, number>();
  const report = (name: string, fraction: number): void => {
    fractions.set(name, Math.max(fraction, fractions.get(name) ?? 0));
    const sum = [...fractions.values()].reduce((total, share) => total + share, 0);
    advance?.(sum / layout.subgraphs.length);
  };
  await eachOf(layout.subgraphs, {
    limit: tasksAtOnce,
    signal,
    work: async ({ name, module }, stop) => {
      const ownerUrl = databases[name]?.ownerUrl;
      if (ownerUrl === undefined) throw new Error(`There is no database for ${name}.`);
      await runTask(
        { name, module, args, env: { ...env?.[name], DATABASE_OWNER_URL: ownerUrl }, logFile: folder.log(name) },
        { signal: stop, onProgress: ({ done, total }) => report(name, total === 0 ? 0 : done / total) },
      );
      report(name, 1);
    },
  });
}

function notes(postgres: SupervisedPostgres['first'], folder: StateFolder): string[] {
  return [
    ...(postgres.stoppedOrphan ? ['stopped the server that a killed start had left running'] : []),
    ...(postgres.origin === 'recreated' ? ['made its data folder again, because the first start was interrupted'] : []),
    ...(postgres.folder === folder.postgres
      ? []
      : [`data in ${postgres.folder}, as its user may not enter ${folder.postgres}`]),
  ];
}
