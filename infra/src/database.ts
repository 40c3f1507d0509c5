import { databaseArguments } from './command-line.js';
import { runCommand } from './run-command.js';
import { listenForStop } from './stop-request.js';
import { runDatabaseCommand } from './supervisor/database-command.js';
import { lineProgress } from './supervisor/progress.js';

await runCommand(async () => {
  const { command, scale, stateDir } = databaseArguments(process.argv.slice(2));
  const { signal } = listenForStop();
  const args = command === 'seed' ? ['seed', '--scale', String(scale)] : ['migrate'];
  await runDatabaseCommand({ stateDir, args, signal, progress: lineProgress(process.stdout) });
});
process.exit();
