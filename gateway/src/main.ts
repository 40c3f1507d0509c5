import { describeConfig, readConfig, YOUNG_FLAG } from './config/config.js';
import { createSupergraphLoader } from './generations/create-loader.js';
import { createBirlikTrust } from './birlik/birlik-trust.js';
import { createGateway } from './server.js';
import { SupergraphError } from './errors/supergraph-error.js';
import { createLogger } from './telemetry/logger.js';
import { ConfigError } from './errors/config-error.js';

const EXIT_FAILED = 1;
/** EX_CONFIG of sysexits. */
const EXIT_CONFIGURATION = 78;

async function main(): Promise<void> {
  const { config, printConfig, isYoungBounded } = readConfig();
  if (printConfig) {
    process.stdout.write(`${describeConfig(config)}\n`);
    return;
  }
  const logger = createLogger(config.logLevel);
  if (!isYoungBounded) logger.warn({ flag: YOUNG_FLAG }, 'the young generation is not bounded');
  const loader = createSupergraphLoader(config.supergraph, logger);
  const gateway = await loader.first(({ sdl, isLastGood }) =>
    createGateway({
      supergraph: sdl,
      settings: config,
      logger,
      trust: (own) => createBirlikTrust(config, own),
      isLastGood,
    }),
  );
  const port = await gateway.listen();
  loader.follow((sdl) => gateway.reload(sdl));
  process.on('SIGHUP', () => loader.reread());

  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    Promise.all([loader.stop(), gateway.close()]).then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // A parent that is gone cannot stop its child any more.
  if (process.channel !== undefined) process.on('disconnect', () => stop('disconnect'));

  // Whoever reads this may send a signal at once.
  const { metricsPort } = gateway;
  logger.info(metricsPort === null ? { port } : { port, metricsPort }, 'listening');
  process.send?.({ type: 'ready', port });
}

function fail(error: unknown): void {
  const { code, port } = error as { code?: unknown; port?: unknown };
  const message = error instanceof Error ? error.message : String(error);
  const taken = code === 'EADDRINUSE';
  const text = taken ? `Port ${String(port)} is taken by another process; choose another with --port` : message;
  process.stderr.write(`${text}\n`);
  const isConfiguration = error instanceof ConfigError || error instanceof SupergraphError;
  process.exit(isConfiguration ? EXIT_CONFIGURATION : EXIT_FAILED);
}

main().catch(fail);
