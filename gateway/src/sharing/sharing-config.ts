import { z } from 'zod';
import { count, onOff, redisUrl } from '../options/value-forms.js';
import { withoutPassword } from '../options/without-password.js';

const cacheSchema = z
  .strictObject({
    /** Where answers that a subgraph declares to be public are cached. */
    store: z.enum(['off', 'memory', 'redis']).default('memory'),
    /** The most that the store `memory` holds. */
    maxBytes: count(64 * 1024 * 1024, 1_024),
    /** For the store `redis`: one primary, no cluster. */
    redisUrl: redisUrl.optional(),
    /** What every key in Redis begins with. Gateways that share it share answers. */
    redisPrefix: z.string().min(1).max(64).default('birlik:'),
    /** How long Redis may take for one command before the gateway goes on without it. */
    redisTimeoutMs: z.coerce.number().int().min(1).max(10_000).default(100),
    /** What `POST /cache/invalidate` asks for; without it there is no such place. */
    invalidationSecret: z
      .string()
      .regex(/^[\w.~+/=-]{16,}$/, 'needs 16 or more characters that a bearer token may have')
      .optional(),
  })
  .refine(({ store, redisUrl }) => store !== 'redis' || redisUrl !== undefined, {
    path: ['redisUrl'],
    message: 'is missing: the store redis needs its address',
  });

/** The section `sharing`: what concurrent and later operations may have in common. */
export const sharingSchema = z.strictObject({
  /** Whether equal requests that run at the same time for the same requester share one answer. */
  join: onOff(true),
  batch: z
    .strictObject({
      /** Whether entities that several operations of the same requester need go into one request. */
      enabled: onOff(true),
      /** How long at most entities wait for a running request of their kind. 0: they wait for the turn of the event loop only. */
      waitMs: z.coerce.number().int().min(0).max(1_000).default(2),
      /** Entities of one request that several operations share. */
      maxEntities: count(500),
    })
    .prefault({}),
  cache: cacheSchema.prefault({}),
});

export type SharingConfig = z.output<typeof sharingSchema>;

/** The section without its secrets. */
export function describeSharing({ cache, ...rest }: SharingConfig): object {
  const { redisUrl: address, invalidationSecret, ...shown } = cache;
  return {
    ...rest,
    cache: {
      ...shown,
      redisUrl: address === undefined ? null : withoutPassword(address),
      invalidationSecret: invalidationSecret === undefined ? null : '[redacted]',
    },
  };
}
