import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';

import { startArguments } from './command-line.js';
import { devPortalUrl, startDevPortal } from './dev-portal.js';
import { runCommand } from './run-command.js';
import { listenForStop } from './stop-request.js';
import { type Stack, startStack } from './supervisor/stack.js';
import { discoverLayout, projectRoot } from './supervisor/layout.js';
import { lineProgress } from './supervisor/progress.js';

/** The compiler writes many files at once; restarts wait until it has been quiet this long, in milliseconds. */
const quietTime = 400;

/** The processes that run code of this folder's package. */
function affected(folder: string, members: readonly string[]): readonly string[] {
  if (folder === 'gateway') return ['gateway'];
  const member = folder.replace('subgraphs/', '');
  return members.includes(member) ? [member] : members;
}

function restartOnChange(stack: Stack, tell: (text: string) => void): () => void {
  const members = discoverLayout().subgraphs.map(({ name }) => name);
  const folders = ['gateway', 'subgraphs/_kernel', 'subgraphs/_trust', ...members.map((name) => `subgraphs/${name}`)];
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let restarts: Promise<void> = Promise.resolve();
  const restart = async (): Promise<void> => {
    const names = [...waiting];
    waiting.clear();
    for (const name of names) {
      try {
        await stack.stop(name);
        await stack.start(name);
        tell(`${name} runs the new code (process ${stack.pid(name)}).`);
      } catch (error) {
        tell(`${name} does not start with the new code: ${(error as Error).message}`);
      }
    }
  };
  const watchers = folders
    .map((folder) => ({ folder, dist: join(projectRoot, folder, 'dist') }))
    .filter(({ dist }) => existsSync(dist))
    .map(({ folder, dist }) =>
      watch(dist, { recursive: true }, (_event, file) => {
        if (file === null || !file.endsWith('.js') || file.endsWith('.test.js')) return;
        for (const name of affected(folder, members)) waiting.add(name);
        clearTimeout(timer);
        timer = setTimeout(() => (restarts = restarts.then(restart)), quietTime);
      }),
    );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

await runCommand(async () => {
  const { port, scale, fresh, stateDir, origins } = startArguments(process.argv.slice(2));
  const stop = listenForStop();
  const progress = lineProgress(process.stdout);
  const stack = await startStack({ stateDir, port, scale, fresh, origins, progress, signal: stop.signal });
  const compiler = spawn(
    process.execPath,
    [join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc'), '-b', '--watch', '--preserveWatchOutput'],
    { cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const portal = startDevPortal(stack.gatewayUrl);
  const unwatch = restartOnChange(stack, (text) => progress.notice(text));
  process.stdout.write(
    `\n${devPortalUrl} (the portal) and ${stack.gatewayUrl}/graphql follow the code; new migrations run at the next start. Stop with Ctrl-C.\n`,
  );
  await stop.made;
  unwatch();
  portal.stop();
  compiler.kill();
  await stack.shutdown();
});
process.exit();
