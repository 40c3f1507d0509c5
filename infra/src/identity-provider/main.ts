import { OperatorError } from '../operator-error.js';
import { readConfig } from './config.js';
import { demoAccounts } from './demo-accounts.js';
import { loadKeys } from './keys.js';
import { startIdentityProvider } from './server.js';

/** Exit code of a process that was configured wrongly. */
const configurationError = 78;

async function main(): Promise<void> {
  const result = readConfig(process.env);
  if ('problems' in result) {
    process.stderr.write(`The identity provider is configured wrongly:\n${result.problems}\n`);
    process.exit(configurationError);
  }
  const { config } = result;
  const provider = await startIdentityProvider({
    host: config.HOST,
    port: config.PORT,
    ...(config.ISSUER !== undefined && { issuer: config.ISSUER }),
    accounts: demoAccounts(),
    clientSecrets: config.CLIENT_SECRETS,
    portalOrigins: config.PORTAL_ORIGINS,
    keys: await loadKeys(config.STATE_DIR),
  });
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void provider.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // The parent is gone without a word: nobody would stop this process any more.
  process.once('disconnect', stop);
  process.stdout.write(
    `${JSON.stringify({ level: 'info', message: 'listening', port: provider.port, issuer: provider.issuer })}\n`,
  );
  process.send?.({ type: 'ready', port: provider.port });
}

main().catch((error: unknown) => {
  const cure = error instanceof OperatorError ? `\n${error.cure}` : '';
  process.stderr.write(
    `${error instanceof OperatorError ? error.message : String((error as Error).stack ?? error)}${cure}\n`,
  );
  process.exit(1);
});
