import { z } from 'zod';
import { isTimeZone } from '../time-zone/time-zone.js';

/** Thrown when the environment is incomplete or wrong; `failures` has one sentence for each variable. */
export class ConfigError extends Error {
  readonly failures: readonly string[];

  constructor(failures: readonly string[]) {
    super(`The configuration is not usable:\n${failures.map((failure) => `  ${failure}`).join('\n')}`);
    this.name = 'ConfigError';
    this.failures = failures;
  }
}

const base64urlKey = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, 'must be 32 bytes in base64url (43 characters)')
  .transform((text) => Buffer.from(text, 'base64url'));

/** A variable whose text is JSON of the given form. */
function json<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'must be JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://');

/** A JSON object that has a key for each of the names, and may have those of others, such as members to come. */
function base64urlKeys<const Name extends string>(names: readonly Name[]) {
  const shape = Object.fromEntries(names.map((name) => [name, base64urlKey])) as Record<Name, typeof base64urlKey>;
  return json(z.object(shape).catchall(base64urlKey));
}

/** A JSON object of keys by version, the whole numbers from 1; at least one. */
const base64urlKeyVersions = json(
  z
    .record(z.string().regex(/^[1-9]\d{0,5}$/, 'must be a whole number from 1'), base64urlKey)
    .refine((keys) => Object.keys(keys).length > 0, 'must have a key'),
);

/** A variable that may be left out, also by an empty text, as files of variables do. */
export function unlessEmpty<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((text) => (text === '' ? undefined : text), schema.optional());
}

/** Building blocks for a process's own variables. */
export const variable = {
  base64urlKey,
  base64urlKeys,
  base64urlKeyVersions,
  json,
  url: z.url(),
  text: z.string().min(1),
  /** A whole number from 1. */
  count: z.coerce.number().int().min(1).max(2_147_483_647),
};

const dayMs = 86_400_000;

/** What every serving process reads. */
export const processVariables = {
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  DATABASE_URL: postgresUrl,
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  /** Whose days count where it is asked what day it is. */
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be a time zone of the tz database, such as Asia/Baku')
    .default('Asia/Baku'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  IDEMPOTENCY_TTL_MS: z.coerce
    .number()
    .int()
    .min(1_000)
    .max(30 * dayMs)
    .default(dayMs),
  SHUTDOWN_GRACE_MS: z.coerce.number().int().min(0).default(10_000),
  STUCK_EXIT_MS: z.coerce.number().int().min(1_000).default(60_000),
  /** Unset or empty: there are no metrics. 0 takes any free port. */
  METRICS_PORT: unlessEmpty(z.coerce.number().int().min(0).max(65_535)),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  /** The address of an OpenTelemetry collector. Unset or empty: no spans are made. */
  OTEL_EXPORTER_OTLP_ENDPOINT: unlessEmpty(z.url({ protocol: /^https?$/ })),
};

/** What migrations and the demo data's loader read. */
const ownerShape = { DATABASE_OWNER_URL: postgresUrl };

export type Environment = Readonly<Record<string, string | undefined>>;

/** What this process was started with. */
export const processEnvironment: Environment = process.env;

export type ProcessConfig = z.infer<z.ZodObject<typeof processVariables>>;
export type OwnerConfig = z.infer<z.ZodObject<typeof ownerShape>>;

/**
 * Reads and validates variables once. All failures are reported together.
 *
 * @throws ConfigError naming each variable that is missing or wrong; values are never repeated, since some are secrets
 */
export function readEnvironment<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: Environment,
): z.infer<z.ZodObject<Shape>> {
  const result = z.object(shape).safeParse(environment);
  if (result.success) return result.data;
  throw new ConfigError(
    result.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return environment[name] === undefined ? `${name} is missing` : `${name}: ${issue.message}`;
    }),
  );
}

/** The configuration of the commands that run as the database's owner. */
export function readOwnerConfig(environment: Environment): OwnerConfig {
  return readEnvironment(ownerShape, environment);
}
