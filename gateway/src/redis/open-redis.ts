import { Redis } from 'ioredis';

/** How Redis is used. */
export interface RedisUse {
  readonly url: string;
  /** For one command. */
  readonly timeoutMs: number;
  /** Whether a command waits for a connection that is being made or made anew. Otherwise it fails at once. */
  readonly waits: boolean;
}

/** Is told how the connection is. */
export interface RedisWatcher {
  failed(error: unknown): void;
  recovered(): void;
}

const CONNECT_TIMEOUT_MS = 2_000;
const RETRY_STEP_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/** Makes a client that connects at its first command and, when the connection breaks, again and again. */
export function openRedis({ url, timeoutMs, waits }: RedisUse, watcher: RedisWatcher): Redis {
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: waits,
    maxRetriesPerRequest: waits ? 1 : 0,
    autoResendUnfulfilledCommands: waits,
    commandTimeout: timeoutMs,
    connectTimeout: CONNECT_TIMEOUT_MS,
    retryStrategy: (attempt) => Math.min(attempt * RETRY_STEP_MS, LONGEST_PAUSE_MS),
  });
  // Without a listener an error of the connection would end the process.
  redis.on('error', (error: Error) => watcher.failed(error));
  redis.on('ready', () => watcher.recovered());
  return redis;
}
