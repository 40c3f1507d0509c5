import type { HeadersFor } from '../subgraph/requester.js';
import { explainOperation } from './explain-operation.js';
import type { OperationParts } from './operation-parts.js';
import type { OperationOutcome, OperationRequest } from './operation-request.js';
import { OperationStore } from './operation-store.js';
import { prepareOperation, type PreparedOperation } from './prepare-operation.js';
import { requesterHeaders } from './requester-headers.js';
import { runOperation } from './run-operation.js';

/** Runs operations against one supergraph. */
export class Operations {
  /** The operations that are ready to run. */
  readonly store: OperationStore;
  readonly #parts: OperationParts;
  readonly #headersFor: HeadersFor;

  constructor(parts: OperationParts) {
    const { supergraph, limits, demand, trust } = parts;
    const { schema } = supergraph.types;
    const preparation = {
      supergraph,
      limits,
      trust,
      compileCost: demand?.compilerFor(schema) ?? null,
      idPlaces: trust.ids?.placesOf(schema) ?? null,
    };
    this.#parts = parts;
    this.#headersFor = requesterHeaders(trust);
    this.store = new OperationStore((source, name, observer) => prepareOperation(source, name, preparation, observer));
  }

  /** Runs one operation. Rejects with `RequestError` when it must not run; afterwards there is always an answer. */
  run(request: OperationRequest): Promise<OperationOutcome> {
    return runOperation(request, this.store, this.#parts, this.#headersFor);
  }

  /** What kind of operation is asked for. Throws `RequestError` when it must not run. */
  kindOf({ query, operationName }: Pick<OperationRequest, 'query' | 'operationName'>): PreparedOperation['kind'] {
    return this.store.get(query, operationName).kind;
  }

  /** Says how an operation would be run, without running it. Rejects with `RequestError` when it must not run. */
  explain(request: OperationRequest): Promise<OperationOutcome> {
    return explainOperation(request, this.store);
  }
}
