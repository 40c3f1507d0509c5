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
    /**
     * The subgraphs that keep the keys of their mutations themselves, `*` for all: they do nothing twice for one key, and
     * answer a repetition as they did before. What ended there without an answer is then run again.
     */
    keptBy: z.array(z.string().min(1)).default([]),
    /** Where several gateways keep keys together; without it each gateway keeps its own, in memory. */
    redisUrl: redisUrl.nullable().default(null),
  })
  .prefault({});

export type IdempotencyConfig = z.output<typeof idempotencySchema>;
