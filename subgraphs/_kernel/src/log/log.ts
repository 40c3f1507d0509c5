import { pino, type Logger } from 'pino';

export type Log = Logger;

/** A JSON log on standard output. Callers pass ids, names, counts and codes, never a personal value. */
export function createLog(name: string, level: string): Log {
  return pino({ name, level, base: { name }, timestamp: pino.stdTimeFunctions.isoTime });
}
