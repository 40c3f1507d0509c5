import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { jobsArguments } from './command-line.js';
import { runCommand } from './run-command.js';
import { withDatabases } from './supervisor/database-command.js';
import { lineProgress } from './supervisor/progress.js';

/** The jobs of each member of a stack, one after the other; ends with the code of the last that failed. */
await runCommand(async () => {
  const { args, stateDir } = jobsArguments(process.argv.slice(2));
  const progress = lineProgress(process.stderr);
  process.exitCode = await withDatabases({ stateDir, progress }, async ({ layout, databases }) => {
    let worst = 0;
    for (const { name, module } of layout.subgraphs) {
      const child = spawn(process.execPath, ['--enable-source-maps', module, 'jobs', ...args], {
        stdio: 'inherit',
        env: { DATABASE_OWNER_URL: databases[name]?.ownerUrl },
      });
      const [code] = (await once(child, 'exit')) as [number | null];
      if (code !== 0) worst = code ?? 1;
    }
    return worst;
  });
});
process.exit();
