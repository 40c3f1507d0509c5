import { z } from 'zod';
import { assertionKeySchema } from '../access/assertion-key.js';
import { authorizationStatusSchema } from '../access/authorization-status-config.js';
import { policiesSchema } from '../birlik/policies.js';
import { supergraphSchema } from '../generations/supergraph-config.js';
import { pairwiseSchema } from '../pairwise/pairwise-config.js';
import { LOG_LEVELS } from '../telemetry/logger.js';
import { settingsSections } from './settings.js';

/**
 * The configuration file: the settings of a gateway, where its supergraph comes from, and what Birlik has agreed on. Each
 * section stands with its defaults, so an empty file names only what must be given.
 */
export const configSchema = z.strictObject({
  ...settingsSections,
  logLevel: z.enum(LOG_LEVELS).default('info'),
  supergraph: supergraphSchema,
  /** Signs each request to a subgraph; null: requests are not signed. */
  assertionKey: assertionKeySchema.nullable().default(null),
  /** Null: whoever has a token acts for the organisation in it. */
  authorizationStatus: authorizationStatusSchema,
  pairwise: pairwiseSchema,
  policies: policiesSchema,
});

/** What a configuration file may hold. */
export type ConfigInput = z.input<typeof configSchema>;

/** The effective configuration of the gateway. */
export type GatewayConfig = z.output<typeof configSchema>;
