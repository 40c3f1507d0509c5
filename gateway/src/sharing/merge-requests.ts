import { isJsonObject, readOwn, type Json, type JsonObject } from '../subgraph/json.js';
import type { EntityList } from '../subgraph/fetch-template.js';
import type { SubgraphAnswer, SubgraphRequest } from '../subgraph/subgraph-request.js';

/** One request in place of several. */
export interface MergedRequest {
  readonly request: SubgraphRequest;
  /** By part and by entity list: where each entity of the part is in the merged list. */
  readonly positions: readonly (readonly (readonly number[])[])[];
}

/**
 * Makes one request of several of the same template, variables and requester, of which none takes what is measured. Equal
 * entities are asked once.
 */
export function mergeRequests(parts: readonly [SubgraphRequest, ...SubgraphRequest[]]): MergedRequest {
  const [first] = parts;
  const { entities } = first;
  const lists = entities.map(() => ({ texts: [] as string[], indexes: new Map<string, number>() }));
  const positions = parts.map((part) =>
    lists.map(({ texts, indexes }, at) =>
      (part.entities[at]?.representations ?? []).map((text) => {
        const known = indexes.get(text);
        if (known !== undefined) return known;
        indexes.set(text, texts.length);
        return texts.push(text) - 1;
      }),
    ),
  );
  const merged = entities.map((list, at): EntityList => ({ ...list, representations: lists[at]?.texts ?? [] }));
  return { request: { ...first, entities: merged, record: null }, positions };
}

/**
 * Gives each part its own of an answer, errors at the places of its own entities. Null when that cannot be done: there is no
 * data, a list has a wrong length, or an error is about no entity.
 */
export function splitAnswer(answer: SubgraphAnswer, { request, positions }: MergedRequest): SubgraphAnswer[] | null {
  const { data, errors, isPlain = false, caching } = answer;
  if (data === null) return null;
  const lists: (readonly Json[])[] = [];
  for (const { alias, representations } of request.entities) {
    const list = readOwn(data, alias);
    if (!Array.isArray(list) || list.length !== representations.length) return null;
    lists.push(list as readonly Json[]);
  }
  const placed: PlacedError[] = [];
  for (const error of errors) {
    const place = placeOf(error, request.entities);
    if (place === null) return null;
    placed.push(place);
  }
  return positions.map((ownLists) => {
    const own = request.entities.map(
      ({ alias }, at) => [alias, (ownLists[at] ?? []).map((position) => lists[at]?.[position] ?? null)] as const,
    );
    return {
      data: Object.fromEntries(own),
      errors: placed.flatMap(({ error, list, alias, index, rest }): Json[] => {
        const position = (ownLists[list] ?? []).indexOf(index);
        return position < 0 ? [] : [{ ...error, path: [alias, position, ...rest] }];
      }),
      isPlain,
      ...(caching === undefined ? {} : { caching }),
    };
  });
}

interface PlacedError {
  readonly error: JsonObject;
  readonly list: number;
  readonly alias: string;
  readonly index: number;
  readonly rest: readonly Json[];
}

function placeOf(error: Json, entities: readonly EntityList[]): PlacedError | null {
  const path = isJsonObject(error) ? readOwn(error, 'path') : undefined;
  if (!isJsonObject(error) || !Array.isArray(path)) return null;
  const [alias, index, ...rest] = path as readonly Json[];
  const list = entities.findIndex((one) => one.alias === alias);
  const length = entities[list]?.representations.length ?? 0;
  if (typeof alias !== 'string' || typeof index !== 'number' || !Number.isInteger(index)) return null;
  return index < 0 || index >= length ? null : { error, list, alias, index, rest };
}
