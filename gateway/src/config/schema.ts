import { z } from 'zod';
import { agreementKeySchema, assertionKeySchema, keyConflicts, publishedKeySchema } from '../access/assertion-key.js';
import { authorizationStatusSchema } from '../access/authorization-status-config.js';
import { policiesSchema } from '../birlik/policies.js';
import { wordsSchema } from '../birlik/words-config.js';
import { supergraphSchema } from '../generations/supergraph-config.js';
import { pairwiseSchema } from '../pairwise/pairwise-config.js';
import { LOG_LEVELS } from '../telemetry/logger.js';
import { settingsSections } from './settings.js';

/**
 * The configuration file: the settings of a gateway, where its supergraph comes from, and what Birlik has agreed on. Each
 * section stands with its defaults, so an empty file names only what must be given.
 */
export const configSchema = z
  .strictObject({
    ...settingsSections,
    logLevel: z.enum(LOG_LEVELS).default('info'),
    supergraph: supergraphSchema,
    /** Signs each request to a subgraph; null: requests are not signed. */
    assertionKey: assertionKeySchema.nullable().default(null),
    /** Published beside the key that signs: the next one before it does, the previous one for a while after it did. */
    publishedKeys: z.array(publishedKeySchema).default([]),
    /** The public keys of subgraphs, by name: with each of them the gateway agrees on keys for its requests. */
    agreementKeys: z.record(z.string(), agreementKeySchema).default({}),
    /** Null: viewers are who their tokens say, whoever issued them. */
    authorizationStatus: authorizationStatusSchema,
    pairwise: pairwiseSchema,
    policies: policiesSchema,
    words: wordsSchema,
  })
  .superRefine((config, context) => {
    for (const { path, message } of keyConflicts(config)) {
      context.addIssue({ code: 'custom', path: [path], message });
    }
  });

/** What a configuration file may hold. */
export type ConfigInput = z.input<typeof configSchema>;

/** The effective configuration of the gateway. */
export type GatewayConfig = z.output<typeof configSchema>;
