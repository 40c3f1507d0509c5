import { join } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';

import { OperatorError } from './operator-error.js';
import { defaultOrigins, defaultPort } from './supervisor/stack-options.js';
import { projectRoot } from './supervisor/layout.js';

/** Arguments of `npm start`. */
export interface StartArguments {
  readonly port: number;
  readonly scale: number;
  readonly fresh: boolean;
  readonly report: boolean;
  readonly stateDir: string;
  /** Origins of front ends under development. */
  readonly origins: readonly string[];
}

/** Where the state is kept when no `--state-dir` is given. */
export const defaultStateDir = join(projectRoot, '.birlik');

const startUsage = 'npm start -- [--port N] [--scale N] [--fresh] [--report] [--state-dir DIR] [--origin ORIGIN]…';

/** @throws OperatorError for anything that is not an argument of `npm start` */
export function startArguments(args: readonly string[]): StartArguments {
  const values = parse(args, startUsage, {
    port: { type: 'string' },
    scale: { type: 'string' },
    fresh: { type: 'boolean' },
    report: { type: 'boolean' },
    'state-dir': { type: 'string' },
    origin: { type: 'string', multiple: true },
  });
  return {
    origins: values.origin?.map(originOf) ?? defaultOrigins,
    port: values.port === undefined ? defaultPort : portNumber(values.port),
    scale: values.scale === undefined ? 1 : scaleNumber(values.scale),
    fresh: values.fresh ?? false,
    report: values.report ?? false,
    stateDir: values['state-dir'] ?? defaultStateDir,
  };
}

/** @throws OperatorError when no persona is named */
export function tokenArguments(args: readonly string[]): { persona: string; stateDir: string } {
  const usage = 'npm run -s token -- --as PERSONA [--state-dir DIR]';
  const values = parse(args, usage, { as: { type: 'string' }, 'state-dir': { type: 'string' } });
  return { persona: values.as ?? '', stateDir: values['state-dir'] ?? defaultStateDir };
}

/** Arguments of `npm run db:migrate` and `npm run seed`. */
export function databaseArguments(args: readonly string[]): {
  command: 'migrate' | 'seed';
  scale: number;
  stateDir: string;
} {
  const usage = 'npm run db:migrate, npm run seed [-- --scale N] [--state-dir DIR]';
  const [command, ...rest] = args;
  if (command !== 'migrate' && command !== 'seed') throw wrong(`There is no command "${command}".`, usage);
  const values = parse(rest, usage, { 'state-dir': { type: 'string' }, scale: { type: 'string' } });
  return {
    command,
    scale: values.scale === undefined ? 1 : scaleNumber(values.scale),
    stateDir: values['state-dir'] ?? defaultStateDir,
  };
}

/** Arguments of `npm run log:export`: those of the registry's command, and the stack that it is about. */
export function logExportArguments(args: readonly string[]): { args: string[]; stateDir: string } {
  const usage =
    'npm run -s log:export -- (--all | --organization ID | --persons | --member NAME) --out FILE [--state-dir DIR]';
  const values = parse(args, usage, {
    all: { type: 'boolean' },
    organization: { type: 'string' },
    persons: { type: 'boolean' },
    member: { type: 'string' },
    out: { type: 'string' },
    'state-dir': { type: 'string' },
  });
  const { all, organization, persons, member, out, 'state-dir': stateDir = defaultStateDir } = values;
  return {
    args: [
      ...(all === true ? ['--all'] : []),
      ...(organization === undefined ? [] : ['--organization', organization]),
      ...(persons === true ? ['--persons'] : []),
      ...(member === undefined ? [] : ['--member', member]),
      ...(out === undefined ? [] : ['--out', out]),
    ],
    stateDir,
  };
}

/** Arguments of `npm run uses:compare`: whose uses are compared, and the stack that it is about. */
export function usesCompareArguments(args: readonly string[]): { member: string; stateDir: string } {
  const usage = 'npm run -s uses:compare -- --member NAME [--state-dir DIR] < FILE';
  const { member, 'state-dir': stateDir = defaultStateDir } = parse(args, usage, {
    member: { type: 'string' },
    'state-dir': { type: 'string' },
  });
  if (member === undefined) throw wrong('--member is missing.', usage);
  return { member, stateDir };
}

/** Arguments of `npm run clock`: how far the clocks of all members are moved, and the stack that it is about. */
export function clockArguments(args: readonly string[]): { move: string | undefined; stateDir: string } {
  const usage = 'npm run clock [-- +3d | reset] [--state-dir DIR]';
  const { word: move, stateDir } = wordArguments(args, usage, /^(\+(\d{1,5}[dhms])+|reset)$/);
  return { move, stateDir };
}

/** Arguments of `npm run jobs`: those of each member's command, and the stack that it is about. */
export function jobsArguments(args: readonly string[]): { args: readonly string[]; stateDir: string } {
  const { word, stateDir } = wordArguments(args, 'npm run jobs [-- retry] [--state-dir DIR]', /^retry$/);
  return { args: word === undefined ? [] : [word], stateDir };
}

/** A word or none, and the stack that it is about. */
function wordArguments(
  args: readonly string[],
  usage: string,
  known: RegExp,
): { word: string | undefined; stateDir: string } {
  const [first] = args;
  const word = first === undefined || first.startsWith('--') ? undefined : first;
  if (word !== undefined && !known.test(word)) throw wrong(`"${word}" is nothing that can be said here.`, usage);
  const values = parse(word === undefined ? args : args.slice(1), usage, { 'state-dir': { type: 'string' } });
  return { word, stateDir: values['state-dir'] ?? defaultStateDir };
}

/** Arguments of `npm run secrets`. */
export function secretsArguments(args: readonly string[]): { file: string } {
  const values = parse(args, 'npm run secrets [-- --file FILE]', { file: { type: 'string' } });
  return { file: values.file ?? join(projectRoot, 'infra', '.env') };
}

function parse<T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], usage: string, options: T) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw wrong((error as Error).message.split('. ')[0] ?? '', usage);
  }
}

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw wrong(`"${text}" is not a port.`, 'npm start -- --port N, with N from 0 (any free port) to 65535');
}

function scaleNumber(text: string): number {
  const scale = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && scale > 0) return scale;
  throw wrong(`"${text}" is not a scale.`, '--scale N, with N above 0, such as 0.1, 1 or 10');
}

function wrong(message: string, usage: string): OperatorError {
  return new OperatorError(message, { cure: `Usage: ${usage}` });
}

function originOf(text: string): string {
  if (/^https?:/.test(text) && URL.parse(text)?.origin === text) return text;
  throw wrong(`"${text}" is not the origin of a page, such as http://localhost:3000.`, startUsage);
}
