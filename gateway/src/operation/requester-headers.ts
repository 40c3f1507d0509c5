import type { HeadersFor } from '../subgraph/requester.js';
import type { Trust } from '../trust/trust.js';

/** Makes the headers of requests to subgraphs: the client's, the gateway's own, and those that the federation agreed on. */
export function requesterHeaders(trust: Pick<Trust, 'headersFor'>): HeadersFor {
  return (subject, operation) => {
    const base = {
      ...subject.headers,
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'x-request-id': subject.request,
    };
    const agreed = trust.headersFor(subject, operation);
    return agreed === null ? () => ({ ...base }) : (fetch, body) => ({ ...base, ...agreed(fetch, body) });
  };
}
