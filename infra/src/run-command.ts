import { OperatorError } from './operator-error.js';

/** The text for a failure that ends a command: message, cause and cure; a stack only when nobody foresaw it. */
export function failureText(error: unknown): string {
  if (!(error instanceof OperatorError))
    return `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
  const cause = error.cause instanceof Error ? error.cause.message.trim() : '';
  const indented = cause === '' ? '' : `\n${cause.replaceAll(/^/gm, '    ')}\n`;
  return `\n${error.message}\n${indented}\n${error.cure}\n`;
}

/** Runs a command; a failure is printed and ends the process with code 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.stderr.write(failureText(error));
    process.exitCode = 1;
  }
}
