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
import type { ViewerIds } from '../execution/viewer-ids.js';
import type { Member } from '../identity/member.js';
import type { PrivateIds } from '../trust/trust.js';
import type { AskCapacity } from './legal-capacity.js';

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

const capacitySchema = z.object({ decidesFor: z.array(z.string()) });

/** What the authority says of somebody, as the only field of a query. Rejects when it does not say. */
interface Asked {
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly viewer: Member;
  readonly timeoutMs: number;
}

async function askOwn(own: OwnOperations, { document, variables = {}, viewer, timeoutMs }: Asked): Promise<unknown> {
  const { text } = await own.run({
    query: document,
    operationName: null,
    variables,
    onlyQueries: true,
    trace: false,
    caller: { viewer, purpose: null, request: randomUUID(), headers: {} },
    isOwn: true,
    timeLeftMs: timeoutMs,
    cancellation: new Cancellation(),
    stream: null,
  });
  const { data, errors } = JSON.parse(text) as { data: object | null; errors?: unknown };
  if (errors !== undefined) throw new Error('The authority did not say who a viewer is.');
  return Object.values(data ?? {})[0];
}

/** Makes what asks by an operation of the gateway itself, as somebody of whom only the claims of the token are known. */
export function createAskAuthority(
  { document, timeoutMs }: AuthorizationStatusConfig,
  own: OwnOperations,
  ids: Pick<PrivateIds, 'of'> | null,
): AskAuthority {
  return async (claimant) => {
    const standing = standingSchema.parse(await askOwn(own, { document, viewer: claimant, timeoutMs }));
    const { volunteerId } = standing;
    if (ids === null || volunteerId === null) return standing;
    return { ...standing, volunteerId: revealPerson(ids.of(claimant), volunteerId) };
  };
}

/** Makes what asks for whom a viewer decides, by an operation of the gateway itself, as that viewer. */
export function createAskCapacity(
  { capacityDocument, timeoutMs }: AuthorizationStatusConfig,
  own: OwnOperations,
  ids: Pick<PrivateIds, 'of'> | null,
): AskCapacity {
  return async (viewer, people) => {
    if (capacityDocument === null) throw new Error('The authority cannot be asked.');
    const seen = ids?.of(viewer) ?? null;
    const variables = { people: seen === null ? people : people.map((id) => seen.hide(id)) };
    const answer = await askOwn(own, { document: capacityDocument, variables, viewer, timeoutMs });
    const { decidesFor } = capacitySchema.parse(answer);
    return seen === null ? decidesFor : decidesFor.map((id) => revealPerson(seen, id));
  };
}

/** Answers have the ids of whoever asks, those of the gateway too. */
function revealPerson(ids: ViewerIds, hidden: string): string {
  const revealed = ids.reveal(hidden);
  if (revealed === null) throw new Error('The authority names a person by an id that is none.');
  return revealed;
}

/** Throws {@link ConfigError} when a schema cannot answer the question. */
export function checkAuthorizationStatus(
  { authority, document, capacityDocument }: AuthorizationStatusConfig,
  schema: GraphQLSchema,
  subgraphs: ReadonlyMap<string, unknown>,
  limits: DocumentLimits,
): void {
  if (!subgraphs.has(authority))
    throw new ConfigError([`authorizationStatus.authority: there is no subgraph "${authority}"`]);
  checkQuestion('document', document, Object.keys(standingSchema.shape), schema, limits);
  if (capacityDocument !== null)
    checkQuestion('capacityDocument', capacityDocument, Object.keys(capacitySchema.shape), schema, limits);
}

function checkQuestion(
  key: 'document' | 'capacityDocument',
  document: string,
  needed: readonly string[],
  schema: GraphQLSchema,
  limits: DocumentLimits,
): void {
  const refuse = (why: string) => new ConfigError([`authorizationStatus.${key}: ${why}`]);
  let asked: OperationDefinitionNode;
  try {
    asked = parseDocument(document, null, schema, limits).operation;
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error));
  }
  const { operation: kind, selectionSet } = asked;
  if (kind !== 'query') throw refuse(`it is a ${kind}, and must be a query`);
  const [field] = selectionSet.selections;
  const selected = new Set(field?.kind === Kind.FIELD ? field.selectionSet?.selections.map(responseKeyOf) : []);
  const missing = needed.filter((name) => !selected.has(name));
  if (missing.length > 0) throw refuse(`its first field must select ${missing.join(', ')}`);
}

function responseKeyOf(selection: SelectionNode): string | undefined {
  return selection.kind === Kind.FIELD ? (selection.alias ?? selection.name).value : undefined;
}
