import { tokenArguments } from './command-line.js';
import { OperatorError } from './operator-error.js';
import { runCommand } from './run-command.js';
import { issuerUrl } from './supervisor/environments.js';
import { clientPersonas, personaToken } from './supervisor/persona-token.js';
import { rememberedPorts } from './supervisor/ports.js';
import { loadSecrets } from './supervisor/secrets.js';
import { StateFolder } from './supervisor/state-folder.js';

await runCommand(async () => {
  const { persona, stateDir } = tokenArguments(process.argv.slice(2));
  const folder = new StateFolder(stateDir);
  const ports = rememberedPorts(folder);
  if (ports['identity-provider'] === undefined) {
    throw new OperatorError(`No stack has run in ${folder.dir} yet.`, {
      cure: 'Start it first, and leave it running: npm start',
    });
  }
  const { clientSecrets } = await loadSecrets(folder, {
    grantKeys: [],
    agreementKeys: [],
    clientSecrets: clientPersonas(),
  });
  process.stdout.write(`${await personaToken(persona, { issuer: issuerUrl(ports), clientSecrets })}\n`);
});
