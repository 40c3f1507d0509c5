import { z } from 'zod';
import { subscriptionsSchema, upstreamSchema } from '../subscription/subscription-config.js';
import { LOG_LEVELS } from '../telemetry/logger.js';

/** Milliseconds of a duration that must not be zero. */
export const milliseconds = (fallback: number) => z.coerce.number().int().min(1).max(3_600_000).default(fallback);

/** A whole number that is at least `least`. */
export const count = (fallback: number, least = 1) => z.coerce.number().int().min(least).default(fallback);

/** A switch: `on` and `off` in the environment, true and false in the file. */
export const onOff = (fallback: boolean) =>
  z.union([z.boolean(), z.enum(['on', 'off']).transform((word) => word === 'on')]).default(fallback);

const httpUrl = z.url({ protocol: /^https?$/ });

const issuerSchema = z.strictObject({
  /** Must equal the `iss` of its tokens; discovery is read below it. */
  issuer: httpUrl,
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

/** The configuration file. Each section stands with its defaults, so an empty file names only what must be given. */
export const configSchema = z.strictObject({
  host: z.string().min(1).default('127.0.0.1'),
  /** 0: any free port. */
  port: z.coerce.number().int().min(0).max(65_535).default(4000),
  logLevel: z.enum(LOG_LEVELS).default('info'),
  /** For running requests after SIGTERM. */
  shutdownGraceMs: milliseconds(10_000),
  supergraph: z.strictObject({
    file: z.string({ error: 'is missing: give a file with --supergraph or SUPERGRAPH' }).min(1),
  }),
  /** By name of the subgraph. */
  subgraphs: z
    .record(
      z.string(),
      z.strictObject({
        /** Replaces the address of the supergraph. */
        url: httpUrl.optional(),
        subscriptions: upstreamSchema.optional(),
      }),
    )
    .default({}),
  /** Without any, no token is accepted. */
  issuers: z.array(issuerSchema).default([]),
  /** Signs each request to a subgraph; null: requests are not signed. */
  assertionKey: assertionKeySchema.nullable().default(null),
  timeouts: z
    .strictObject({
      /** A whole operation. */
      requestMs: milliseconds(30_000),
      /** One request to a subgraph. */
      fetchMs: milliseconds(10_000),
      /** Planning one operation. */
      planMs: milliseconds(5_000),
    })
    .prefault({}),
  limits: z
    .strictObject({
      /** The body of a request. */
      bodyBytes: count(1024 * 1024),
      tokens: count(15_000),
      depth: count(25),
      /** One answer of a subgraph. */
      responseBytes: count(32 * 1024 * 1024, 1_024),
    })
    .prefault({}),
  subscriptions: subscriptionsSchema.prefault({}),
  telemetry: z
    .strictObject({
      /** Whether clients may ask for a trace of the fetches with the header `birlik-trace: 1`. */
      traceHeader: onOff(false),
    })
    .prefault({}),
});

export type AssertionKey = z.infer<typeof assertionKeySchema>;
export type Issuer = z.infer<typeof issuerSchema>;

/** What a configuration file may hold. */
export type ConfigInput = z.input<typeof configSchema>;

/** The effective configuration of the gateway. */
export type GatewayConfig = z.output<typeof configSchema>;
