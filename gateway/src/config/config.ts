import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse as parseYaml } from 'yaml';
import { describePairwise } from '../pairwise/pairwise-config.js';
import { describeSharing } from '../sharing/sharing-config.js';
import { ConfigError } from '../errors/config-error.js';
import { configSchema, type ConfigInput, type GatewayConfig } from './schema.js';
import { parseSettings } from './settings.js';
import { SUBGRAPH_URLS, SUPERGRAPH, VARIABLES } from './variables.js';
import { withoutPassword } from '../options/without-password.js';

export type { ConfigInput, GatewayConfig } from './schema.js';

/** What the command line asks for. */
export interface CommandLine {
  readonly config: GatewayConfig;
  readonly printConfig: boolean;
  /** Whether V8 was told how much memory young objects may take; it takes no such flag after the start of the process. */
  readonly isYoungBounded: boolean;
}

/** A flag of Node. Without it young objects take up to eight times the memory, for hardly fewer collections. */
export const YOUNG_FLAG = '--max-semi-space-size';

interface Section {
  [key: string]: unknown;
}

const ERROR_VALUE = Symbol('a variable that is not JSON');

/** Reads flags, environment and the file. Throws {@link ConfigError} with every failure. */
export function readConfig(
  args: readonly string[] = process.argv.slice(2),
  environment: NodeJS.ProcessEnv = process.env,
  nodeFlags: readonly string[] = process.execArgv,
): CommandLine {
  const flags = readFlags(args);
  const file = flags.config ?? given(environment['CONFIG']);
  const input = file === undefined ? {} : readFile(file);
  const failures: string[] = [];
  /** The variable that set a place, by its path. */
  const origins = new Map<string, string>();
  const set = (path: readonly string[], value: unknown, origin: string): void => {
    if (value === ERROR_VALUE) failures.push(`${origin}: is not JSON`);
    else if (setIn(input, path, value)) origins.set(path.join('.'), origin);
  };

  for (const { name, path, form } of VARIABLES) {
    const text = given(environment[name]);
    if (text !== undefined) set(path, form === 'json' ? readJson(text) : text, name);
  }
  const urls = given(environment[SUBGRAPH_URLS]);
  if (urls !== undefined) {
    const read = readJson(urls);
    if (isSection(read)) {
      for (const [name, url] of Object.entries(read)) {
        set(['subgraphs', name, 'url'], url, `${SUBGRAPH_URLS}.${name}`);
      }
    } else failures.push(`${SUBGRAPH_URLS}: is not a JSON object`);
  }
  const source = flags.supergraph ?? given(environment[SUPERGRAPH]);
  if (source !== undefined) {
    const origin = flags.supergraph === undefined ? SUPERGRAPH : '--supergraph';
    const isUrl = /^https?:\/\//i.test(source);
    set(['supergraph', 'file'], isUrl ? undefined : source, origin);
    set(['supergraph', 'url'], isUrl ? source : undefined, origin);
  }
  if (flags.port !== undefined) set(['port'], flags.port, '--port');
  input['supergraph'] ??= {};

  const parsed = configSchema.safeParse(input);
  for (const { path, message } of parsed.error?.issues ?? []) {
    const names = path.map(String);
    const origin = names.map((_, index) => origins.get(names.slice(0, index + 1).join('.'))).find(Boolean);
    failures.push(`${origin ?? (names.length === 0 ? 'the file' : names.join('.'))}: ${message}`);
  }
  if (parsed.data === undefined || failures.length > 0) throw new ConfigError(failures);
  const isYoungBounded = [...nodeFlags, environment['NODE_OPTIONS'] ?? ''].some((flag) => flag.includes(YOUNG_FLAG));
  return { printConfig: flags['print-config'] === true, isYoungBounded, config: parsed.data };
}

/** Completes a configuration that is given as an object. Throws {@link ConfigError} with every failure. */
export function completeConfig(input: ConfigInput): GatewayConfig {
  return parseSettings(configSchema, input);
}

/** The configuration as JSON text, without secrets. */
export function describeConfig(config: GatewayConfig): string {
  const key = config.assertionKey;
  const { idempotency, supergraph } = config;
  const { redisUrl } = idempotency;
  const shown = {
    ...config,
    supergraph: { ...supergraph, token: supergraph.token === null ? null : '[redacted]' },
    assertionKey: key === null ? null : { kid: key.kid, d: '[redacted]' },
    pairwise: describePairwise(config.pairwise),
    idempotency: { ...idempotency, redisUrl: redisUrl === null ? null : withoutPassword(redisUrl) },
    sharing: describeSharing(config.sharing),
  };
  return JSON.stringify(shown, null, 2);
}

/** An empty variable means the same as none. */
function given(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return ERROR_VALUE;
  }
}

function isSection(value: unknown): value is Section {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Sets a value in nested sections; false where the file has something else in a section's place. */
function setIn(input: Section, path: readonly string[], value: unknown): boolean {
  let at = input;
  for (const name of path.slice(0, -1)) {
    const below = (at[name] ??= {});
    if (!isSection(below)) return false;
    at = below;
  }
  at[path.at(-1) ?? ''] = value;
  return true;
}

function readFile(file: string): Section {
  try {
    const read: unknown = parseYaml(readFileSync(file, 'utf8')) ?? {};
    if (isSection(read)) return read;
    throw new Error('it is not a list of sections');
  } catch (error) {
    const reason = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
    throw new ConfigError([`The file ${file} cannot be read: ${reason}`]);
  }
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        config: { type: 'string' },
        supergraph: { type: 'string' },
        port: { type: 'string' },
        'print-config': { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new ConfigError([error instanceof Error ? error.message : String(error)]);
  }
}
