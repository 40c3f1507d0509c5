import { randomUUID } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import { ConfigError } from '../errors/config-error.js';
import type { DocumentLimits } from '../graphql/limits-config.js';
import { parseDocument } from '../graphql/parse-document.js';
import type { OperationOutcome, OperationRequest } from '../operation/operation-request.js';
import { Cancellation } from '../subgraph/cancellation.js';
import type { AuthorizationStatusConfig } from '../access/authorization-status-config.js';
import type { AskAuthority } from '../access/authorization-status.js';

/** Runs operations that the gateway itself asks, on the supergraph that it serves. */
export interface OwnOperations {
  run(request: OperationRequest): Promise<OperationOutcome>;
}

/** Makes what asks by an operation of the gateway itself, as the viewer. */
export function createAskAuthority(
  { document, timeoutMs }: AuthorizationStatusConfig,
  own: OwnOperations,
): AskAuthority {
  return async (viewer) => {
    const { text } = await own.run({
      query: document,
      operationName: null,
      variables: {},
      onlyQueries: true,
      trace: false,
      caller: { viewer, purpose: null, request: randomUUID(), headers: {} },
      // It is not known yet; the authority, which alone is asked, hears of the organisation all the same.
      mayAct: false,
      timeLeftMs: timeoutMs,
      cancellation: new Cancellation(),
      stream: null,
    });
    const { data, errors } = JSON.parse(text) as { data: unknown; errors?: unknown };
    if (errors !== undefined) throw new Error('The authority did not say whether a viewer may act.');
    return onlyValue(data) === true;
  };
}

/** Throws {@link ConfigError} when a schema cannot answer the question. */
export function checkAuthorizationStatus(
  { authority, document }: AuthorizationStatusConfig,
  schema: GraphQLSchema,
  subgraphs: ReadonlyMap<string, unknown>,
  limits: DocumentLimits,
): void {
  if (!subgraphs.has(authority))
    throw new ConfigError([`authorizationStatus.authority: there is no subgraph "${authority}"`]);
  let kind: string;
  try {
    kind = parseDocument(document, null, schema, limits).operation.operation;
  } catch (error) {
    throw new ConfigError([`authorizationStatus.document: ${error instanceof Error ? error.message : String(error)}`]);
  }
  if (kind !== 'query') throw new ConfigError([`authorizationStatus.document: it is a ${kind}, and must be a query`]);
}

/** The value at the end of objects with one field each. */
function onlyValue(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data;
  const values = Object.values(data);
  return values.length === 1 ? onlyValue(values[0]) : undefined;
}
