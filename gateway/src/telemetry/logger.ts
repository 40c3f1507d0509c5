import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger };

/** Log levels, from the quietest. */
export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** What waits for a reader of the log that has stopped; lines above it are lost rather than held in memory. */
const MAX_WAITING_CHARACTERS = 4 * 1024 * 1024;
/** With 100 ms in between. */
const TRIES_AT_THE_END = 10;

/** A logger that writes JSON lines. Callers log names and numbers only: no variables, no tokens, no answers. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = { level, base: { service: 'gateway' }, timestamp: () => `,"time":"${new Date().toISOString()}"` };
  return pino(options, destination ?? (output ??= standardOutput()));
}

let output: DestinationStream | undefined;

/** Standard output that never makes requests wait: a synchronous one stops the event loop when nobody reads the log. */
function standardOutput(): DestinationStream {
  let isEnding = false;
  let tries = 0;
  process.once('exit', () => (isEnding = true));
  return pino.destination({
    dest: 1,
    sync: false,
    maxLength: MAX_WAITING_CHARACTERS,
    retryEAGAIN: () => !isEnding || ++tries < TRIES_AT_THE_END,
  });
}
