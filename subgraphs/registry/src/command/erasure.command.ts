import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ConfigError } from '@birlik/kernel/config';
import { closeOnSignals } from '@birlik/kernel/lifecycle';
import { createLog, describeError } from '@birlik/kernel/log';
import { configurationExitCode } from '@birlik/kernel/member';
import { environment, readDispatcherConfig } from '../config.js';
import { dispatchHeads } from '../erasure/dispatch-heads.service.js';
import { dispatchErasures } from '../erasure/dispatch-erasures.service.js';
import { openGraphClient, type GraphClientConfig } from '../erasure/graph-client.service.js';

const usage = 'node dist/src/command/erasure.command.js [--every SECONDS]';
const exitCodes = { open: 1, usage: 64 } as const;
/** Arguments that say nothing that can be done. */
class UsageError extends Error {}

const log = createLog('erasure', 'info');

/** Dispatches what can be dispatched now; resolves to whether anything stays open. */
async function runRound(config: GraphClientConfig): Promise<boolean> {
  const graph = await openGraphClient(config);
  const served = await dispatchErasures(graph);
  for (const { member, dispatched, open } of served)
    if (dispatched > 0 || open !== null) log.info({ member, dispatched, open }, 'dispatched');
  for (const { member, size, open } of await dispatchHeads(graph))
    if (open !== null) log.error({ member, size, open }, 'the newest head of the log is not kept');
  return served.some(({ open }) => open !== null);
}

/** Runs rounds until the process is told to stop; a round that fails altogether is followed by the next one. */
async function runRounds(config: GraphClientConfig, everyMs: number): Promise<void> {
  const stop = new AbortController();
  const ended = Promise.withResolvers<void>();
  const close = () => {
    stop.abort();
    return ended.promise;
  };
  closeOnSignals({ close }, { graceMs: everyMs, log });
  process.send?.({ type: 'ready', port: 0 });
  while (!stop.signal.aborted) {
    await runRound(config).catch((error: unknown) => log.error({ error: describeError(error) }, 'round failed'));
    await pause(everyMs, undefined, { signal: stop.signal }).catch(() => undefined);
  }
  ended.resolve();
}

/** The pause between rounds in milliseconds, null for one round alone. @throws UsageError */
function readEvery(): number | null {
  try {
    const { values } = parseArgs({ options: { every: { type: 'string' } } });
    if (values.every === undefined) return null;
    const seconds = Number(values.every);
    if (Number.isInteger(seconds) && seconds > 0) return seconds * 1000;
    throw new RangeError('--every takes a whole number of seconds from 1.');
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message}\n${usage}`, { cause });
  }
}

try {
  const everyMs = readEvery();
  const config = readDispatcherConfig(environment);
  if (everyMs === null) process.exitCode = (await runRound(config)) ? exitCodes.open : 0;
  else await runRounds(config, everyMs);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof ConfigError) process.exitCode = configurationExitCode;
  else process.exitCode = error instanceof UsageError ? exitCodes.usage : exitCodes.open;
}
