import { clockArguments } from './command-line.js';
import { moveDomainClocks } from './domain-clocks.js';
import { runCommand } from './run-command.js';
import { withDatabases } from './supervisor/database-command.js';
import { lineProgress } from './supervisor/progress.js';

/** How late it is for the domain of each member of a stack; moves all these clocks, or none. */
await runCommand(async () => {
  const { move, stateDir } = clockArguments(process.argv.slice(2));
  const progress = lineProgress(process.stderr);
  const { times, agree } = await withDatabases({ stateDir, progress }, ({ layout, databases }) =>
    moveDomainClocks(
      layout.subgraphs.map(({ name }) => ({ name, ownerUrl: databases[name]?.ownerUrl ?? '' })),
      move,
    ),
  );
  for (const { name, now } of times) process.stdout.write(`${name}: ${now.toISOString()}\n`);
  if (!agree) process.stdout.write('The clocks differ; `npm run clock -- +0s` brings all to the latest of them.\n');
});
process.exit();
