import { defaultStateDir, startArguments } from './command-line.js';
import { measurementTable } from './measure.js';
import { runCommand } from './run-command.js';
import { listenForStop } from './stop-request.js';
import { startHouse } from './supervisor/house.js';
import { lineProgress, seconds } from './supervisor/progress.js';
import { welcome } from './welcome.js';

await runCommand(async () => {
  const { port, scale, fresh, report, stateDir } = startArguments(process.argv.slice(2));
  const stop = listenForStop();
  const progress = lineProgress(process.stdout);
  const begin = performance.now();
  process.stdout.write('Birlik starts.\n');
  let house;
  try {
    house = await startHouse({ stateDir, port, scale, fresh, progress, signal: stop.signal });
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    process.stdout.write('Birlik was stopped before it was ready; nothing is left running.\n');
    return;
  }
  process.stdout.write(`\nBirlik is ready after ${seconds(performance.now() - begin)}.\n`);
  if (report) process.stdout.write(`\n${measurementTable(house.steps, house.processes())}`);
  process.stdout.write(welcome(house, stateDir === defaultStateDir ? null : stateDir));
  await stop.made;
  process.stdout.write('\nBirlik stops.\n');
  await house.shutdown();
});
process.exit();
