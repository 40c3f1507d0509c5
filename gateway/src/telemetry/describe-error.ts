const MAX_CAUSES = 3;
const MAX_STACK_LINES = 20;
const CODE = /^[A-Z][A-Z0-9_]{0,63}$/;

/** What may be logged about a defect. */
export interface DescribedError {
  readonly type: string;
  readonly code?: string;
  /** Where it was thrown. */
  readonly stack?: readonly string[];
  readonly cause?: DescribedError;
}

/**
 * Describes an error without its message: messages of parsers and planners repeat what they were given, which may be a
 * document or somebody's data.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error };
  const code: unknown = 'code' in error ? error.code : undefined;
  const stack = frames(error);
  return {
    type: error.constructor.name,
    ...(typeof code === 'string' && CODE.test(code) ? { code } : {}),
    ...(stack.length === 0 ? {} : { stack }),
    ...(error.cause === undefined || depth === MAX_CAUSES ? {} : { cause: describeError(error.cause, depth + 1) }),
  };
}

/** The lines of the stack below the message; none when it cannot be told where the message ends. */
function frames({ stack, message }: Error): string[] {
  if (stack === undefined) return [];
  const start = stack.indexOf(message);
  if (start < 0) return [];
  return stack
    .slice(start + message.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, MAX_STACK_LINES);
}
