import { parseArgs } from 'node:util';
import { z } from 'zod';
import { LOG_LEVELS } from '../telemetry/logger.js';

/** The configuration could not be read; the message lists every failure. */
export class ConfigError extends Error {
  constructor(failures: readonly string[]) {
    super(['The configuration is not valid:', ...failures.map((failure) => `  ${failure}`)].join('\n'));
    this.name = 'ConfigError';
  }
}

const milliseconds = (fallback: number) => z.coerce.number().int().min(1).max(3_600_000).default(fallback);

const issuerSchema = z.strictObject({
  /** Must equal the `iss` of its tokens; discovery is read below it. */
  issuer: z.url({ protocol: /^https?$/ }),
  audience: z.string().min(1),
});

const assertionKeySchema = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().min(1),
  d: z.string().min(1),
  kid: z.string().min(1),
  alg: z.literal('EdDSA').optional(),
  use: z.literal('sig').optional(),
});

/** A JSON text in an environment variable. */
function json<T extends z.ZodType>(schema: T) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

const environmentSchema = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  SUPERGRAPH: z.string({ error: 'is missing: give a file with --supergraph or SUPERGRAPH' }).min(1),
  SUBGRAPH_URLS: json(z.record(z.string(), z.url({ protocol: /^https?$/ }))).default({}),
  ISSUERS: json(z.array(issuerSchema)).default([]),
  ASSERTION_KEY: json(assertionKeySchema).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  SHUTDOWN_GRACE_MS: milliseconds(10_000),
  FETCH_TIMEOUT_MS: milliseconds(10_000),
  REQUEST_TIMEOUT_MS: milliseconds(30_000),
  PLAN_TIMEOUT_MS: milliseconds(5_000),
  MAX_RESPONSE_BYTES: z.coerce
    .number()
    .int()
    .min(1_024)
    .default(32 * 1024 * 1024),
  TRACE_HEADER: z.enum(['on', 'off']).default('off'),
});

export type AssertionKey = z.infer<typeof assertionKeySchema>;
export type Issuer = z.infer<typeof issuerSchema>;

/** The effective configuration of the gateway. */
export interface GatewayConfig {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly supergraphFile: string;
  /** Addresses that replace those of the supergraph, by subgraph name. */
  readonly subgraphUrls: Readonly<Record<string, string>>;
  /** Without any, no token is accepted. */
  readonly issuers: readonly Issuer[];
  /** Signs each request to a subgraph; null: requests are not signed. */
  readonly assertionKey: AssertionKey | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly shutdownGraceMs: number;
  readonly fetchTimeoutMs: number;
  readonly requestTimeoutMs: number;
  readonly planTimeoutMs: number;
  readonly maxResponseBytes: number;
  /** Whether clients may ask for a trace of the fetches with the header `birlik-trace: 1`. */
  readonly traceHeader: boolean;
  readonly limits: { readonly bodyBytes: number; readonly maxTokens: number; readonly maxDepth: number };
}

/** What the command line asks for. */
export interface CommandLine {
  readonly config: GatewayConfig;
  readonly printConfig: boolean;
}

/** Reads flags and environment. Throws {@link ConfigError} with every failure. */
export function readConfig(
  args: readonly string[] = process.argv.slice(2),
  environment: NodeJS.ProcessEnv = process.env,
): CommandLine {
  const flags = readFlags(args);
  const given: NodeJS.ProcessEnv = { ...environment };
  // An empty variable means the same as none.
  for (const [key, value] of Object.entries(given)) if (value === '') delete given[key];
  if (flags.supergraph !== undefined) given['SUPERGRAPH'] = flags.supergraph;
  if (flags.port !== undefined) given['PORT'] = flags.port;
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  }
  const env = parsed.data;
  return {
    printConfig: flags['print-config'] === true,
    config: {
      host: env.HOST,
      port: env.PORT,
      supergraphFile: env.SUPERGRAPH,
      subgraphUrls: env.SUBGRAPH_URLS,
      issuers: env.ISSUERS,
      assertionKey: env.ASSERTION_KEY ?? null,
      logLevel: env.LOG_LEVEL,
      shutdownGraceMs: env.SHUTDOWN_GRACE_MS,
      fetchTimeoutMs: env.FETCH_TIMEOUT_MS,
      requestTimeoutMs: env.REQUEST_TIMEOUT_MS,
      planTimeoutMs: env.PLAN_TIMEOUT_MS,
      maxResponseBytes: env.MAX_RESPONSE_BYTES,
      traceHeader: env.TRACE_HEADER === 'on',
      limits: { bodyBytes: 1024 * 1024, maxTokens: 15_000, maxDepth: 25 },
    },
  };
}

/** The configuration as JSON text, without secrets. */
export function describeConfig(config: GatewayConfig): string {
  const key = config.assertionKey;
  const shown = { ...config, assertionKey: key === null ? null : { kid: key.kid, d: '[redacted]' } };
  return JSON.stringify(shown, null, 2);
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        supergraph: { type: 'string' },
        port: { type: 'string' },
        'print-config': { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new ConfigError([error instanceof Error ? error.message : String(error)]);
  }
}
