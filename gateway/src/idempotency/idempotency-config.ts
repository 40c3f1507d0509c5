import { z } from 'zod';

const DAY_MS = 86_400_000;

/**
 * The section about idempotency keys of mutations.
 *
 * @param count makes the schema of a whole number above zero with a default
 */
export function idempotencySchema(count: (fallback: number) => z.ZodDefault<z.ZodType<number, unknown>>) {
  return z
    .strictObject({
      /** How long a key is remembered. */
      ttlMs: z.coerce
        .number()
        .int()
        .min(1_000)
        .max(30 * DAY_MS)
        .default(DAY_MS),
      /** All answers that are kept in memory together; a single one may take a 64th of it. */
      maxBytes: count(64 * 1024 * 1024),
      /** Where several gateways keep keys together; without it each gateway keeps its own, in memory. */
      redisUrl: z
        .url({ protocol: /^rediss?$/ })
        .nullable()
        .default(null),
    })
    .prefault({});
}
