import { z } from 'zod';
import { count, onOff, origin } from '../options/value-forms.js';

const DEFAULT_MIN_BYTES = 1_024;
const MAX_PREFLIGHT_SECONDS = 86_400;

/** The sections about the edge between clients and the gateway. */
export const edgeSections = {
  /** Whether a browser that opens the endpoint gets GraphiQL, and whether clients may ask for plans. */
  graphiql: onOff(false),
  /** Answers from this size on are compressed for clients that accept it. */
  compression: z
    .union([
      z.strictObject({ minBytes: count(DEFAULT_MIN_BYTES) }),
      z.union([z.literal('off'), z.literal(false)]).transform(() => null),
    ])
    .prefault({}),
  cors: z
    .strictObject({
      /** The origins whose pages may read answers; none by default. */
      origins: z.array(origin).default([]),
      /** How long a browser may remember what is allowed. */
      maxAgeSeconds: z.coerce.number().int().min(0).max(MAX_PREFLIGHT_SECONDS).default(600),
    })
    .prefault({}),
  shedding: z
    .strictObject({
      /** Operations that run at the same time, those on sockets included; more are refused. */
      maxRequests: count(4_000),
      /** How late the event loop may be before requests are refused; 0: however late. */
      maxLagMs: z.coerce.number().int().min(0).default(500),
    })
    .prefault({}),
};

type EdgeConfig = z.output<z.ZodObject<typeof edgeSections>>;

export type CompressionConfig = EdgeConfig['compression'];
export type CorsConfig = EdgeConfig['cors'];
export type SheddingConfig = EdgeConfig['shedding'];
