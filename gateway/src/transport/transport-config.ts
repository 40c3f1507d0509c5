import { z } from 'zod';
import { count, milliseconds } from '../options/value-forms.js';

const breakerSchema = z
  .strictObject({
    /** Opens when at least this part of the requests in the window failed. Above 1 it never opens. */
    failureRatio: z.coerce.number().positive().default(0.5),
    /** Fewer requests in the window say nothing. */
    minimumRequests: count(20),
    windowMs: milliseconds(10_000),
    /** How long nothing is sent before a single request tries again. */
    openMs: milliseconds(1_500),
  })
  .prefault({});

const retrySchema = z
  .strictObject({
    /** Retries as a part of all requests to a subgraph. */
    ratio: z.coerce.number().min(0).max(1).default(0.1),
    /** So many retries a second may be made whatever the ratio says; for subgraphs that are rarely asked. */
    minimumPerSecond: z.coerce.number().min(0).default(1),
    /** The middle of the random pause before a retry after 502, 503 and 504. */
    backoffMs: z.coerce.number().int().min(0).max(10_000).default(25),
  })
  .prefault({});

/** The section `transport`: what holds for every subgraph, counted for each of them alone. */
export const transportSchema = z
  .strictObject({
    /** What sends requests: undici, or connections of the gateway's own. */
    client: z.enum(['undici', 'own']).default('undici'),
    /** Requests that run at the same time at most, each over a connection of its own. */
    concurrency: count(128),
    /** While as many requests wait for a free place, no new operation that asks this subgraph begins. */
    queue: count(2_048, 0),
    breaker: breakerSchema,
    retry: retrySchema,
  })
  .prefault({});

/** What can be set for one subgraph in `subgraphs.NAME`, over what holds for all. */
export const subgraphTransportShape = {
  /** One request to the subgraph, its wait and its retry included. */
  timeoutMs: z.coerce.number().int().min(1).max(3_600_000).optional(),
  concurrency: z.coerce.number().int().min(1).optional(),
  queue: z.coerce.number().int().min(0).optional(),
};

export type BreakerSettings = z.output<typeof breakerSchema>;
export type RetrySettings = z.output<typeof retrySchema>;
export type TransportSettings = z.output<typeof transportSchema>;
export type SubgraphTransport = z.output<z.ZodObject<typeof subgraphTransportShape>>;
