import { z } from 'zod';
import { budgetSchema, costLimitsShape } from '../cost/budget-config.js';
import { documentsSchema } from '../documents/documents-config.js';
import { ConfigError } from '../errors/config-error.js';
import { replacementShape } from '../generations/supergraph-config.js';
import { documentLimitsShape } from '../graphql/limits-config.js';
import { edgeSections } from '../http/edge-config.js';
import { filesSchema } from '../http/file-config.js';
import { portalSchema } from '../http/portal/portal-config.js';
import { idempotencySchema } from '../idempotency/idempotency-config.js';
import { issuerSchema } from '../identity/issuer-config.js';
import { count, httpUrl, milliseconds, port } from '../options/value-forms.js';
import { operatorsSchema } from '../operators/operators-config.js';
import { sharingSchema } from '../sharing/sharing-config.js';
import { subscriptionsSchema, upstreamSchema } from '../subscription/subscription-config.js';
import { telemetrySchema } from '../telemetry/telemetry-config.js';
import { subgraphTransportShape, transportSchema } from '../transport/transport-config.js';

/** What can be set about a gateway of any federation. Each section stands with its defaults. */
export const settingsSections = {
  host: z.string().min(1).default('127.0.0.1'),
  port: port.default(4000),
  /** For running requests after SIGTERM. */
  shutdownGraceMs: milliseconds(10_000),
  /** Between being unready and taking no more after SIGTERM, so that load balancers can turn away first. */
  shutdownDelayMs: z.coerce.number().int().min(0).max(600_000).default(0),
  supergraph: z.strictObject(replacementShape).prefault({}),
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
  files: filesSchema,
  portal: portalSchema,
  idempotency: idempotencySchema,
  transport: transportSchema,
  subscriptions: subscriptionsSchema.prefault({}),
  telemetry: telemetrySchema.prefault({}),
  sharing: sharingSchema.prefault({}),
  operators: operatorsSchema,
};

const settingsSchema = z.strictObject(settingsSections);

/** Settings of a gateway; whatever is left out has its default. */
export type SettingsInput = z.input<typeof settingsSchema>;

/** Settings of a gateway, all of them. */
export type GatewaySettings = z.output<typeof settingsSchema>;

/** Completes settings by their defaults. Throws {@link ConfigError} with everything that is wrong. */
export function completeSettings(input: SettingsInput = {}): GatewaySettings {
  return parseSettings(settingsSchema, input);
}

/** Parses by a schema. Throws {@link ConfigError} with everything that is wrong. */
export function parseSettings<Output>(schema: z.ZodType<Output>, input: unknown): Output {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
}
