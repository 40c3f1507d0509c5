import type { FetchSharing } from '../src/subgraph/fetch-sharing.js';
import type { OperationKind } from '../src/subgraph/fetch-template.js';
import { Requester } from '../src/subgraph/requester.js';
import type { OperationTerms, SubgraphRequest } from '../src/subgraph/subgraph-request.js';

/** What a test says about a request; the rest is as plain as can be. */
export interface PlainRequest {
  readonly service: string;
  readonly operation: string;
  readonly kind?: OperationKind;
  readonly terms?: Partial<OperationTerms>;
  readonly idempotencyKey?: string;
  /** Whether others may ask for the same. */
  readonly isShareable?: boolean;
}

const SHARING: FetchSharing = {
  key: '',
  root: { key: '', publicSeconds: 0, typeTags: [] },
  entities: [],
  entityTags: () => undefined,
};

/** A request to a subgraph for nobody, with ten seconds to answer. */
export function plainRequest({
  service,
  operation,
  kind = 'query',
  terms,
  idempotencyKey,
  isShareable = false,
}: PlainRequest): SubgraphRequest {
  const subject = { viewer: null, purpose: null, request: 'request', headers: {} };
  const headersFor = () => () => ({ 'content-type': 'application/json' });
  return {
    template: {
      service,
      kind,
      operation,
      reads: null,
      sharing: isShareable ? SHARING : null,
      head: `{"query":"${operation}","variables":`,
    },
    variables: '',
    entities: [],
    terms: {
      requester: new Requester(subject, { name: null }, headersFor),
      mayShare: true,
      since: performance.now(),
      deadline: performance.now() + 10_000,
      cancellation: null,
      ...terms,
    },
    record: null,
    span: null,
    idempotencyKey: idempotencyKey ?? null,
  };
}
