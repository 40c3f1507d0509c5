import { SubgraphUnavailable, type SubgraphAnswer, type SubgraphRequest } from '../execution/subgraph-request.js';
import type { SendOptions } from '../transport/transport.js';
import type { RequestObserver } from './request-observer.js';
import { traceHeaders } from './trace-headers.js';

/** What sends requests to subgraphs. */
interface Sender<Options> {
  send(request: SubgraphRequest, options: Options): Promise<SubgraphAnswer>;
}

/** Sends a request under the eyes of an observer. Without one, or without interest in fetches, it is only sent. */
export function observedSend<Options extends SendOptions>(
  transport: Sender<Options>,
  request: SubgraphRequest,
  options: Options,
  observer: RequestObserver | null,
): Promise<SubgraphAnswer> {
  if (observer === null) return transport.send(request, options);
  if (observer.watchesFetches) return watch(transport, request, options, observer);
  observer.fetchCount++;
  return transport.send(request, options);
}

async function watch<Options extends SendOptions>(
  transport: Sender<Options>,
  request: SubgraphRequest,
  options: Options,
  observer: RequestObserver,
): Promise<SubgraphAnswer> {
  const record = observer.startFetch(request);
  const { span } = record;
  const { headers } = options;
  const attemptHeaders: SendOptions['headers'] =
    span === null ? headers : (service, body) => ({ ...headers(service, body), ...traceHeaders(span.spanContext()) });
  try {
    const answer = await transport.send(request, { ...options, headers: attemptHeaders, record });
    observer.endFetch(record, answer.errors.length === 0 ? 'ok' : 'errors');
    return answer;
  } catch (error) {
    observer.endFetch(record, error instanceof SubgraphUnavailable ? error.reason : 'failed');
    throw error;
  }
}
