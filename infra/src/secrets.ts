import { resolve } from 'node:path';

import { secretsArguments } from './command-line.js';
import { makeSecrets } from './production-secrets.js';
import { runCommand } from './run-command.js';

/** Makes the environment file of `compose.yaml`. It prints names only, never a value. */
await runCommand(async () => {
  const { file } = secretsArguments(process.argv.slice(2));
  const { made, toSet } = await makeSecrets(file);
  const state = made.length === 0 ? 'nothing was missing' : `made ${made.join(', ')}`;
  process.stdout.write(`${resolve(file)}: ${state}.\n`);
  if (toSet.length > 0) process.stdout.write(`Set these yourself: ${toSet.join(', ')}.\n`);
});
