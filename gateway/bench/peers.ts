import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('../bench-peers', import.meta.url));
/** Outside the workspace, so that nothing of a peer can be imported by accident. */
const TARGET = fileURLToPath(new URL('../../.birlik/bench-peers', import.meta.url));

/** The launchers of the other gateways by name. Installs them from the registry when they are missing. */
export function installPeers(): ReadonlyMap<string, string> {
  mkdirSync(TARGET, { recursive: true });
  const manifest = join(SOURCE, 'package.json');
  const installed = join(TARGET, 'package.json');
  const isCurrent =
    existsSync(join(TARGET, 'node_modules')) &&
    existsSync(installed) &&
    readFileSync(installed, 'utf8') === readFileSync(manifest, 'utf8');
  const launchers = readdirSync(SOURCE).filter((name) => name.endsWith('.mjs'));
  for (const name of ['package.json', ...launchers]) copyFileSync(join(SOURCE, name), join(TARGET, name));
  if (!isCurrent) {
    process.stderr.write('Installing the other gateways …\n');
    const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
    const { status, stderr } = spawnSync('npm', args, { cwd: TARGET, encoding: 'utf8' });
    if (status !== 0) throw new Error(`The other gateways could not be installed: ${stderr}`);
  }
  return new Map(launchers.map((name) => [name.replace('.mjs', ''), join(TARGET, name)]));
}
