import { randomUUID } from 'node:crypto';
import { Kind, type GraphQLSchema, type OperationDefinitionNode, type SelectionNode } from 'graphql';
import { z } from 'zod';
import { ConfigError } from '../errors/config-error.js';
import type { DocumentLimits } from '../graphql/limits-config.js';
import { parseDocument } from '../graphql/parse-document.js';
import type { OperationOutcome, OperationRequest } from '../operation/operation-request.js';
import { Cancellation } from '../subgraph/cancellation.js';
import type { AuthorizationStatusConfig } from '../access/authorization-status-config.js';
import type { AskAuthority } from '../access/authorization-status.js';
import type { PrivateIds } from '../trust/trust.js';

/** Runs operations that the gateway itself asks, on the supergraph that it serves. */
export interface OwnOperations {
  run(request: OperationRequest): Promise<OperationOutcome>;
}

const standingSchema = z.object({
  volunteerId: z.string().nullable(),
  organizationId: z.string().nullable(),
  roles: z.array(z.string()),
  mayAct: z.boolean(),
});

/** Makes what asks by an operation of the gateway itself, as somebody of whom only the claims of the token are known. */
export function createAskAuthority(
  { document, timeoutMs }: AuthorizationStatusConfig,
  own: OwnOperations,
  ids: Pick<PrivateIds, 'of'> | null,
): AskAuthority {
  return async (claimant) => {
    const { text } = await own.run({
      query: document,
      operationName: null,
      variables: {},
      onlyQueries: true,
      trace: false,
      caller: { viewer: claimant, purpose: null, request: randomUUID(), headers: {} },
      isOwn: true,
      timeLeftMs: timeoutMs,
      cancellation: new Cancellation(),
      stream: null,
    });
    const { data, errors } = JSON.parse(text) as { data: object | null; errors?: unknown };
    if (errors !== undefined) throw new Error('The authority did not say who a viewer is.');
    const standing = standingSchema.parse(Object.values(data ?? {})[0]);
    const { volunteerId } = standing;
    if (ids === null || volunteerId === null) return standing;
    // Answers have the ids of whoever asks, those of the gateway too.
    const revealed = ids.of(claimant).reveal(volunteerId);
    if (revealed === null) throw new Error('The authority names a person by an id that is none.');
    return { ...standing, volunteerId: revealed };
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
  let asked: OperationDefinitionNode;
  try {
    asked = parseDocument(document, null, schema, limits).operation;
  } catch (error) {
    throw new ConfigError([`authorizationStatus.document: ${error instanceof Error ? error.message : String(error)}`]);
  }
  const { operation: kind, selectionSet } = asked;
  if (kind !== 'query') throw new ConfigError([`authorizationStatus.document: it is a ${kind}, and must be a query`]);
  const [field] = selectionSet.selections;
  const selected = new Set(field?.kind === Kind.FIELD ? field.selectionSet?.selections.map(responseKeyOf) : []);
  const missing = Object.keys(standingSchema.shape).filter((name) => !selected.has(name));
  if (missing.length > 0) {
    throw new ConfigError([`authorizationStatus.document: its first field must select ${missing.join(', ')}`]);
  }
}

function responseKeyOf(selection: SelectionNode): string | undefined {
  return selection.kind === Kind.FIELD ? (selection.alias ?? selection.name).value : undefined;
}
