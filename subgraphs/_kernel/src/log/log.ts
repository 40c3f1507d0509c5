import { pino, type Logger } from 'pino';

export type Log = Logger;

/**
 * A JSON log on standard output, written line by line, so that a killed process has lost none. Callers pass ids, names,
 * counts and codes, never a personal value.
 */
export function createLog(name: string, level: string): Log {
  const options = { name, level, base: { name }, timestamp: pino.stdTimeFunctions.isoTime };
  return pino(options, pino.destination({ fd: process.stdout.fd, sync: true }));
}

/**
 * What may be logged of an error that was not foreseen: its kind, its code and where it came from. Its message is left
 * out, since a database's message repeats the values of the statement.
 */
export function describeError(error: unknown): { kind: string; code?: string; frames: string[] } {
  let current = error;
  while (current instanceof Error && 'originalError' in current && current.originalError)
    current = current.originalError;
  if (!(current instanceof Error)) return { kind: typeof current, frames: [] };
  const code = 'code' in current ? current.code : undefined;
  const frames = (current.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    kind: current.constructor.name,
    ...(typeof code === 'string' ? { code } : {}),
    frames: frames.slice(0, 12).map((line) => line.trim()),
  };
}
