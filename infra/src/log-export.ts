import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { logExportArguments } from './command-line.js';
import { runCommand } from './run-command.js';
import { withDatabases } from './supervisor/database-command.js';
import { neededSecrets } from './supervisor/environments.js';
import { projectRoot } from './supervisor/layout.js';
import { lineProgress } from './supervisor/progress.js';
import { loadSecrets } from './supervisor/secrets.js';

const program = join(projectRoot, 'subgraphs', 'registry', 'dist', 'src', 'command', 'log-export.command.js');

/** The registry's command on the registry's database of a stack; its exit code is this process's. */
await runCommand(async () => {
  const { args, stateDir } = logExportArguments(process.argv.slice(2));
  const progress = lineProgress(process.stderr);
  process.exitCode = await withDatabases({ stateDir, progress }, async ({ layout, folder, databases }) => {
    const secrets = await loadSecrets(folder, neededSecrets(layout));
    const child = spawn(process.execPath, ['--enable-source-maps', program, ...args], {
      stdio: 'inherit',
      env: {
        DATABASE_OWNER_URL: databases['registry']?.ownerUrl,
        SIGNING_KEYS: JSON.stringify(secrets.signingKeys),
      },
    });
    const [code] = (await once(child, 'exit')) as [number | null];
    return code ?? 1;
  });
});
process.exit();
