import type { Language } from '@birlik/messages/language';
import { isJsonObject, readOwn, type Json, type JsonObject } from '../../subgraph/json.js';
import type { SubgraphAnswer, SubgraphRequest } from '../../subgraph/subgraph-request.js';
import type { SubgraphUnavailable } from '../../subgraph/subgraph-unavailable.js';
import type { ErrorCode } from '../../errors/error-codes.js';

/** By entity list and entity: what was cached of it, or null. */
export type FoundEntities = readonly (readonly (JsonObject | null)[])[];

/** Stands for an entity that a subgraph should have answered and did not; the executor takes no such value. */
const NOT_ANSWERED = false;

/** The request for what was not found: the same one when nothing was, null when all was. */
export function missingRequest(request: SubgraphRequest, found: FoundEntities): SubgraphRequest | null {
  const all = found.flat();
  if (all.every((entity) => entity !== null)) return null;
  if (all.every((entity) => entity === null)) return request;
  const entities = request.entities.map((list, at) => ({
    ...list,
    representations: list.representations.filter((_, index) => (found[at]?.[index] ?? null) === null),
  }));
  return { ...request, entities };
}

/**
 * The whole answer, made of what was found and the answer for the rest. When the rest failed, so do its entities only, each
 * with the errors at its place. `answer` is null when there was nothing to ask.
 */
export function completeAnswer(
  request: SubgraphRequest,
  found: FoundEntities,
  answer: SubgraphAnswer | SubgraphUnavailable | null,
): SubgraphAnswer {
  const data: [string, Json][] = [];
  const errors: Json[] = [];
  const given = answer === null || answer instanceof Error ? null : answer;
  /** Per alias: the place in the whole list of each entity that was asked. */
  const places = new Map<string, readonly number[]>();
  request.entities.forEach(({ alias }, at) => {
    const entities = found[at] ?? [];
    const missing = entities.flatMap((entity, index) => (entity === null ? [index] : []));
    places.set(alias, missing);
    const list = given?.data == null ? null : readOwn(given.data, alias);
    const items = Array.isArray(list) && list.length === missing.length ? (list as readonly Json[]) : null;
    const fallback = answer !== null && given?.data != null ? NOT_ANSWERED : null;
    let next = 0;
    data.push([alias, entities.map((entity) => entity ?? items?.[next++] ?? (items === null ? fallback : null))]);
    for (const error of items === null ? wholeErrors(answer, request.terms.requester.language) : []) {
      for (const index of missing) errors.push({ ...error, path: [alias, index] });
    }
  });
  if (given?.data != null) for (const error of given.errors) errors.push(moveError(error, places));
  return {
    data: Object.fromEntries(data),
    errors,
    ...(given?.caching === undefined ? {} : { caching: given.caching }),
  };
}

/** The errors of an answer without data, which are about all that was asked. */
function wholeErrors(answer: SubgraphAnswer | SubgraphUnavailable | null, language: Language): JsonObject[] {
  if (answer instanceof Error) return [entityError(answer.explanation.in(language))];
  return answer === null || answer.data !== null ? [] : answer.errors.filter((error) => isJsonObject(error));
}

/** It passes for an error of the subgraph, so it is JSON. */
function entityError(message: string): JsonObject {
  const code: ErrorCode = 'UPSTREAM_UNAVAILABLE';
  return { message, extensions: { code } };
}

function moveError(error: Json, places: ReadonlyMap<string, readonly number[]>): Json {
  const path = isJsonObject(error) ? readOwn(error, 'path') : undefined;
  if (!isJsonObject(error) || !Array.isArray(path)) return error;
  const [alias, index, ...rest] = path as readonly Json[];
  const place = typeof alias === 'string' && typeof index === 'number' ? places.get(alias)?.[index] : undefined;
  return place === undefined || alias === undefined ? error : { ...error, path: [alias, place, ...rest] };
}
