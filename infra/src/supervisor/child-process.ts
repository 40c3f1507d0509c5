import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';

import { projectRoot } from './layout.js';

/** A Node program of the stack: what to run, and with which variables. */
export interface Program {
  readonly name: string;
  readonly module: string;
  readonly args: readonly string[];
  /** Flags of Node and V8 beside those that every program gets. */
  readonly flags?: readonly string[] | undefined;
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
}

/** A child that was just started. */
export interface StartedChild {
  readonly child: ChildProcess;
  /** The last lines that it has written so far. */
  logTail(): string;
  /** How it ended; resolves also when it could not be started at all. */
  readonly ended: Promise<Ending>;
}

/** How a process ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Ends a process whose supervisor was killed; compiled, also when the supervisor itself is not. */
const endWithParent = new URL('infra/dist/end-with-parent.js', pathToFileURL(projectRoot)).href;

/** Variables of the operating system that a child gets; everything else is named in its own environment. */
const inherited = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ', 'NODE_V8_COVERAGE'];

/**
 * Starts the program with a channel for messages. It gets a session of its own, so that a Ctrl-C at the terminal reaches
 * the supervisor alone, which then stops everything in order. Its output is appended to its log file.
 */
export function startChild(program: Program): StartedChild {
  mkdirSync(dirname(program.logFile), { recursive: true });
  const log = openSync(program.logFile, 'a', 0o600);
  const offset = fstatSync(log).size;
  const env = Object.fromEntries(
    inherited.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
  try {
    const child = fork(program.module, [...program.args], {
      stdio: ['ignore', log, log, 'ipc'],
      detached: true,
      execArgv: ['--enable-source-maps', ...(program.flags ?? []), '--import', endWithParent],
      env: { ...env, ...program.env },
    });
    const ended = new Promise<Ending>((resolve) => {
      child.once('exit', (code, signal) => resolve({ code, signal }));
      child.once('error', () => {
        if (child.pid === undefined) resolve({ code: null, signal: null });
      });
    });
    return { child, ended, logTail: () => tail(program.logFile, offset) };
  } finally {
    closeSync(log);
  }
}

/** How the process ended, in words. */
export function describeEnding({ code, signal }: Ending): string {
  if (signal !== null) return `was ended by ${signal}`;
  return code === null ? 'could not be started' : `ended with code ${code}`;
}

function tail(file: string, offset: number): string {
  if (!existsSync(file)) return '';
  return readFileSync(file).subarray(offset).toString('utf8').trim().split('\n').slice(-15).join('\n');
}
