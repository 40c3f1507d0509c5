import { z } from 'zod';
import { count, milliseconds, onOff, origin } from '../options/value-forms.js';

/** How one subgraph is subscribed to. */
export const upstreamSchema = z
  .strictObject({
    protocol: z.enum(['sse', 'graphql-ws']).default('sse'),
    /** Where, when it is not the address for other requests. */
    url: z.url({ protocol: /^(?:https?|wss?)$/ }).optional(),
    /** Whether clients with the same request and the same rights share one subscription at the subgraph. */
    share: onOff(true),
  })
  .refine(({ protocol, url }) => protocol !== 'sse' || url === undefined || url.startsWith('http'), {
    path: ['url'],
    error: 'must be one of http or https for the protocol sse',
  });

export type UpstreamConfig = z.output<typeof upstreamSchema>;

/** The section `subscriptions`. */
export const subscriptionsSchema = z.strictObject({
  /** Between two signs of life to a client: a comment of an event stream, a ping of a socket. */
  pingMs: milliseconds(15_000),
  /** A subscription ends after this time at the latest, so that the rights of its viewer are looked at anew. */
  maxLifetimeMs: milliseconds(3_600_000),
  /** Events that wait for one client. */
  queuedEvents: count(100),
  /** The size of the events that wait for one client, as the subgraph sent them. */
  queuedBytes: count(1024 * 1024),
  /** All subscriptions of this process. */
  max: count(10_000),
  /** Operations that run at the same time on one socket. */
  maxPerSocket: count(100),
  /** All sockets of this process. */
  maxSockets: count(10_000),
  /** In which a client must say who it is after it opened a socket. */
  initTimeoutMs: milliseconds(3_000),
  /** How long subscriptions go on with a supergraph that was replaced. */
  reloadDrainMs: milliseconds(300_000, { least: 0 }),
  /** The time over which their ends are spread afterwards, so that clients do not come back all at once. */
  reloadSpreadMs: milliseconds(30_000, { least: 0 }),
  /** Other origins, such as `https://portal.example`, whose pages may subscribe. */
  origins: z.array(origin).default([]),
});

export type SubscriptionsConfig = z.output<typeof subscriptionsSchema>;
