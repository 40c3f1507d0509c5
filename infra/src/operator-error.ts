/**
 * A failure that the operator can do something about: `message` says what is wrong, `cure` what to do.
 * It is printed without a stack trace.
 */
export class OperatorError extends Error {
  readonly cure: string;

  constructor(message: string, options: { cure: string; cause?: unknown }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'OperatorError';
    this.cure = options.cure;
  }
}
