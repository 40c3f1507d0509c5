/** The exit codes of the commands on the log: 1 for a broken log, the others as in sysexits.h. */
export const logExitCodes = {
  broken: 1,
  usage: 64,
  data: 65,
  noInput: 66,
  noDatabase: 69,
  cannotWrite: 73,
  settings: 78,
};

/** A failure that the operator can do something about; it is printed without a stack. */
export class LogCommandError extends Error {
  readonly exitCode: number;

  constructor(reason: keyof typeof logExitCodes, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LogCommandError';
    this.exitCode = logExitCodes[reason];
  }
}

/** Runs a command: what it throws of these is printed, and its code is the process's. */
export async function runLogCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof LogCommandError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}
