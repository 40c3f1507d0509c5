import { z } from 'zod';
import { count, milliseconds, redisUrl } from '../options/value-forms.js';

const DAY_MS = 86_400_000;

/** The section about idempotency keys of mutations. */
export const idempotencySchema = z
  .strictObject({
    /** How long a key is remembered. */
    ttlMs: milliseconds(DAY_MS, { least: 1_000, most: 30 * DAY_MS }),
    /** All answers that are kept in memory together; a single one may take a 64th of it. */
    maxBytes: count(64 * 1024 * 1024),
    /** Where several gateways keep keys together; without it each gateway keeps its own, in memory. */
    redisUrl: redisUrl.nullable().default(null),
  })
  .prefault({});

export type IdempotencyConfig = z.output<typeof idempotencySchema>;
