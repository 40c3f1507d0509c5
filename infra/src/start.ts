import { defaultStateDir, startArguments } from './command-line.js';
import { measurementTable } from './measure.js';
import { runCommand } from './run-command.js';
import { listenForStop } from './stop-request.js';
import { startStack } from './supervisor/stack.js';
import { lineProgress, seconds } from './supervisor/progress.js';
import { bannerText } from './banner.js';

await runCommand(async () => {
  const { port, scale, fresh, report, stateDir, origins } = startArguments(process.argv.slice(2));
  const stop = listenForStop();
  const progress = lineProgress(process.stdout);
  const begin = performance.now();
  process.stdout.write('Birlik starts.\n');
  let stack;
  try {
    stack = await startStack({ stateDir, port, scale, fresh, origins, progress, signal: stop.signal });
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    process.stdout.write('Birlik was stopped before it was ready; nothing is left running.\n');
    return;
  }
  process.stdout.write(`\nBirlik is ready after ${seconds(performance.now() - begin)}.\n`);
  if (report) process.stdout.write(`\n${measurementTable(stack.steps, stack.processes())}`);
  process.stdout.write(bannerText(stack, stateDir === defaultStateDir ? null : stateDir));
  await stop.made;
  process.stdout.write('\nBirlik stops.\n');
  await stack.shutdown();
});
process.exit();
