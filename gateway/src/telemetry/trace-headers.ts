import type { IncomingHttpHeaders } from 'node:http';
import type { SpanContext } from '@opentelemetry/api';

const TRACESTATE = /^[\t\x20-\x7e]{1,512}$/;

/** The flag of W3C Trace Context that says that a trace is recorded. */
export const SAMPLED = 1;

/** What vendors added to a trace; null when it is too long or no plain text. */
export function readTracestate({ tracestate }: IncomingHttpHeaders): string | null {
  const text = Array.isArray(tracestate) ? tracestate.join(',') : tracestate;
  return text !== undefined && TRACESTATE.test(text) ? text : null;
}

/** The headers that carry a trace on. */
export function traceHeaders({ traceId, spanId, traceFlags, traceState }: SpanContext): Record<string, string> {
  const flags = (traceFlags & SAMPLED) === 0 ? '00' : '01';
  const headers: Record<string, string> = { traceparent: `00-${traceId}-${spanId}-${flags}` };
  const state = traceState?.serialize() ?? '';
  if (state !== '') headers['tracestate'] = state;
  return headers;
}
