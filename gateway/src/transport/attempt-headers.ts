import type { SubgraphRequest } from '../subgraph/subgraph-request.js';
import { traceHeaders } from '../telemetry/trace-headers.js';

/** The headers of one attempt, an object of its own each time: what they assert is good for one use. */
export function attemptHeaders(request: SubgraphRequest, body: string): Record<string, string> {
  const { template, terms, span, idempotencyKey } = request;
  const headers = terms.requester.headers(template, body);
  if (span !== null) Object.assign(headers, traceHeaders(span.spanContext()));
  if (idempotencyKey !== null) headers['idempotency-key'] = `"${idempotencyKey}"`;
  return headers;
}
