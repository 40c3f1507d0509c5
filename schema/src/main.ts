import { resolve } from 'node:path';
import { runCommand } from './command.js';

const root = resolve(import.meta.dirname, '..', '..');

try {
  const { exitCode, lines } = await runCommand(root, process.argv[2]);
  process.exitCode = exitCode;
  process.stdout.write(`${lines.join('\n')}\n`);
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}
