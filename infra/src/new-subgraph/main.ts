import { runCommand } from '../run-command.js';
import { listenForStop } from '../stop-request.js';
import { projectRoot } from '../supervisor/layout.js';
import { lineProgress } from '../supervisor/progress.js';
import { addSubgraph } from './add-subgraph.js';
import { newcomerText } from './newcomer-text.js';

await runCommand(async () => {
  const [packageManager = '', ...args] = process.argv.slice(2);
  const added = await addSubgraph({
    root: projectRoot,
    args,
    packageManager,
    progress: lineProgress(process.stdout),
    signal: listenForStop().signal,
  });
  process.stdout.write(newcomerText(added));
});
process.exit();
