import { z } from 'zod';

/** Makes the schema of a number or a switch with a default. */
type Field<Value> = (fallback: Value) => z.ZodDefault<z.ZodType<Value, unknown>>;

const DEFAULT_MIN_BYTES = 1_024;
const MAX_PREFLIGHT_SECONDS = 86_400;

/** `https://portal.example`, as a browser writes it: no path, no default port, never `*` or `null`. */
const origin = z
  .string()
  .refine((text) => /^https?:/.test(text) && URL.parse(text)?.origin === text, 'is not the origin of a page');

/**
 * The sections about the edge between clients and the gateway.
 *
 * @param count makes the schema of a whole number above zero
 * @param onOff makes the schema of a switch
 */
export function edgeSections(count: Field<number>, onOff: Field<boolean>) {
  return {
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
        /** GraphQL requests that run at the same time; more are refused. */
        maxRequests: count(1_000),
        /** How late the event loop may be before requests are refused; 0: however late. */
        maxLagMs: z.coerce.number().int().min(0).default(500),
      })
      .prefault({}),
  };
}
