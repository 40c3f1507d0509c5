import { randomUUID } from 'node:crypto';
import { SupergraphError } from '../errors/supergraph-error.js';
import type { Operations } from '../operation/operations.js';
import { Cancellation } from '../subgraph/cancellation.js';

/** Asks what needs no subgraph. Rejects with {@link SupergraphError} when that is not answered. */
export async function proveAnswers(operations: Pick<Operations, 'run'>): Promise<void> {
  try {
    const { text } = await operations.run({
      query: '{ __schema { queryType { name } } }',
      operationName: null,
      variables: {},
      onlyQueries: true,
      trace: false,
      caller: { viewer: null, purpose: null, request: randomUUID(), headers: {} },
      isOwn: true,
      cancellation: new Cancellation(),
      stream: null,
    });
    const { errors } = JSON.parse(text) as { readonly errors?: readonly { readonly message: string }[] };
    if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join(' '));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SupergraphError(`The supergraph does not answer an operation: ${reason}`, { cause: error });
  }
}
