import { z } from 'zod';
import { issuerSchema } from '../identity/issuer-config.js';
import { assertionKeySchema } from '../access/assertion-key.js';
import { standingSchema } from '../access/standing-config.js';
import { budgetSchema, costLimitsShape } from '../cost/budget-config.js';
import { documentsSchema } from '../documents/documents-config.js';
import { documentLimitsShape } from '../graphql/limits-config.js';
import { policiesSchema } from '../guards/policies.js';
import { supergraphSchema } from '../generations/supergraph-config.js';
import { edgeSections } from '../http/edge-config.js';
import { idempotencySchema } from '../idempotency/idempotency-config.js';
import { pairwiseSchema } from '../pairwise/pairwise-config.js';
import { sharingSchema } from '../sharing/sharing-config.js';
import { subscriptionsSchema, upstreamSchema } from '../subscription/subscription-config.js';
import { LOG_LEVELS } from '../telemetry/logger.js';
import { telemetrySchema } from '../telemetry/telemetry-config.js';
import { subgraphTransportShape, transportSchema } from '../transport/transport-config.js';
import { count, httpUrl, milliseconds, port } from '../options/value-forms.js';

/** The configuration file. Each section stands with its defaults, so an empty file names only what must be given. */
export const configSchema = z.strictObject({
  host: z.string().min(1).default('127.0.0.1'),
  port: port.default(4000),
  logLevel: z.enum(LOG_LEVELS).default('info'),
  /** For running requests after SIGTERM. */
  shutdownGraceMs: milliseconds(10_000),
  /** Between being unready and taking no more after SIGTERM, so that load balancers can turn away first. */
  shutdownDelayMs: z.coerce.number().int().min(0).max(600_000).default(0),
  supergraph: supergraphSchema,
  /** By name of the subgraph. */
  subgraphs: z
    .record(
      z.string(),
      z.strictObject({
        /** Replaces the address of the supergraph. */
        url: httpUrl.optional(),
        ...subgraphTransportShape,
        subscriptions: upstreamSchema.optional(),
      }),
    )
    .default({}),
  /** Without any, no token is accepted. */
  issuers: z.array(issuerSchema).default([]),
  /** Signs each request to a subgraph; null: requests are not signed. */
  assertionKey: assertionKeySchema.nullable().default(null),
  /** Null: whoever has a token acts for the organisation in it. */
  standing: standingSchema,
  pairwise: pairwiseSchema,
  policies: policiesSchema,
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
      ...documentLimitsShape,
      ...costLimitsShape,
      /** One answer of a subgraph. */
      responseBytes: count(32 * 1024 * 1024, 1_024),
    })
    .prefault({}),
  budget: budgetSchema,
  documents: documentsSchema,
  ...edgeSections,
  idempotency: idempotencySchema,
  transport: transportSchema,
  subscriptions: subscriptionsSchema.prefault({}),
  telemetry: telemetrySchema.prefault({}),
  sharing: sharingSchema.prefault({}),
});

/** What a configuration file may hold. */
export type ConfigInput = z.input<typeof configSchema>;

/** The effective configuration of the gateway. */
export type GatewayConfig = z.output<typeof configSchema>;
