import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ConfigError } from '@birlik/kernel/config';
import { closeOnSignals } from '@birlik/kernel/lifecycle';
import { createLog, describeError } from '@birlik/kernel/log';
import { configurationExitCode } from '@birlik/kernel/member';
import { environment, readDispatcherConfig } from '../config.js';
import { dispatchHeads } from '../dispatch/dispatch-heads.service.js';
import { dispatchNotices } from '../dispatch/dispatch-notices.service.js';
import { dispatchErasures } from '../dispatch/dispatch-erasures.service.js';
import { openGraphClient, type GraphClient, type GraphClientConfig } from '../dispatch/graph-client.service.js';

const usage = 'node dist/src/command/dispatch.command.js [--every SECONDS]';
const exitCodes = { open: 1, usage: 64 } as const;
/** Arguments that say nothing that can be done. */
class UsageError extends Error {}

const log = createLog('dispatch', 'info');

/** Brings what members wrote to people to the registry; resolves to whether anything is left. */
async function bringNotices(graph: GraphClient): Promise<boolean> {
  const left = await dispatchNotices(graph);
  for (const one of left) log.error(one, 'notices of messages are left');
  return left.length > 0;
}

/** Dispatches what can be dispatched now; resolves to whether anything stays open. */
async function runRound(graph: GraphClient): Promise<boolean> {
  const isLeft = await bringNotices(graph);
  const served = await dispatchErasures(graph);
  for (const { member, dispatched, open } of served)
    if (dispatched > 0 || open !== null) log.info({ member, dispatched, open }, 'dispatched');
  for (const { member, size, open } of await dispatchHeads(graph))
    if (open !== null) log.error({ member, size, open }, 'the newest head of the log is not kept');
  return isLeft || served.some(({ open }) => open !== null);
}

/** How long a message waits at most until the registry learns of it, where nothing is down, in milliseconds. */
const noticesEveryMs = 1_000;

/**
 * Runs rounds until the process is told to stop, and brings notices of messages between them too; what fails altogether is followed by
 * the next round.
 */
async function runRounds(config: GraphClientConfig, everyMs: number): Promise<void> {
  const stop = new AbortController();
  const ended = Promise.withResolvers<void>();
  const close = () => {
    stop.abort();
    return ended.promise;
  };
  closeOnSignals({ close }, { graceMs: everyMs, log });
  process.send?.({ type: 'ready', port: 0 });
  const rest = (ms: number) => pause(ms, undefined, { signal: stop.signal }).catch(() => undefined);
  const tell = (error: unknown) => log.error({ error: describeError(error) }, 'round failed');
  while (!stop.signal.aborted) {
    const next = Date.now() + everyMs;
    const graph = await openGraphClient(config).catch(tell);
    if (graph) await runRound(graph).catch(tell);
    do {
      await rest(Math.min(noticesEveryMs, everyMs));
      // What fails between two rounds is told by the next one, if it still does.
      if (graph && !stop.signal.aborted && Date.now() < next) await dispatchNotices(graph);
    } while (!stop.signal.aborted && Date.now() < next);
  }
  ended.resolve();
}

/** A round's sign-in serves the notices until the next round, so its token has to last for that. */
const mostSeconds = 300;

/** The pause between rounds in milliseconds, null for one round alone. @throws UsageError */
function readEvery(): number | null {
  try {
    const { values } = parseArgs({ options: { every: { type: 'string' } } });
    if (values.every === undefined) return null;
    const seconds = Number(values.every);
    if (Number.isInteger(seconds) && seconds > 0 && seconds <= mostSeconds) return seconds * 1000;
    throw new RangeError(`--every takes a whole number of seconds from 1 to ${mostSeconds}.`);
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message}\n${usage}`, { cause });
  }
}

try {
  const everyMs = readEvery();
  const config = readDispatcherConfig(environment);
  if (everyMs === null) process.exitCode = (await runRound(await openGraphClient(config))) ? exitCodes.open : 0;
  else await runRounds(config, everyMs);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof ConfigError) process.exitCode = configurationExitCode;
  else process.exitCode = error instanceof UsageError ? exitCodes.usage : exitCodes.open;
}
