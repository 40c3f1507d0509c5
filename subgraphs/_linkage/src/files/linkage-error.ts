import { getSystemErrorMessage } from 'node:util';

/** Why a command could not do its work, with the exit codes of sysexits.h. */
export const linkageExitCodes = { usage: 64, data: 65, noInput: 66, cannotWrite: 73, settings: 78 } as const;

/** A failure that the operator can do something about; each of `faults` is a sentence. It is printed without a stack. */
export class LinkageError extends Error {
  readonly exitCode: number;
  readonly faults: readonly string[];

  constructor(reason: keyof typeof linkageExitCodes, faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'LinkageError';
    this.exitCode = linkageExitCodes[reason];
    this.faults = faults;
  }
}

/** What the operating system said no to, such as `no space left on device (ENOSPC)`; null for any other error. */
export function systemFault(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { errno, code } = error as NodeJS.ErrnoException;
  return errno === undefined || code === undefined ? null : `${getSystemErrorMessage(errno)} (${code})`;
}
