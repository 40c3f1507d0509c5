import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { usesCompareArguments } from './command-line.js';
import { OperatorError } from './operator-error.js';
import { runCommand } from './run-command.js';
import { withDatabases } from './supervisor/database-command.js';
import { lineProgress } from './supervisor/progress.js';

/** A member's command on its database of a stack, with the export on standard input; its exit code is this process's. */
await runCommand(async () => {
  const { member, stateDir } = usesCompareArguments(process.argv.slice(2));
  const progress = lineProgress(process.stderr);
  process.exitCode = await withDatabases({ stateDir, progress }, async ({ layout, databases }) => {
    const subgraph = layout.subgraphs.find(({ name }) => name === member);
    const cure = `Choose one of: ${layout.subgraphs.map(({ name }) => name).join(', ')}`;
    if (!subgraph) throw new OperatorError(`There is no member "${member}".`, { cure });
    const child = spawn(process.execPath, ['--enable-source-maps', subgraph.module, 'compare-uses'], {
      stdio: 'inherit',
      env: { DATABASE_OWNER_URL: databases[member]?.ownerUrl },
    });
    const [code] = (await once(child, 'exit')) as [number | null];
    return code ?? 1;
  });
});
process.exit();
