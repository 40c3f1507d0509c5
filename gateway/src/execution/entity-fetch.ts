import { mergeObject, markFailed } from './merge-object.js';
import { Failure } from './failure.js';
import {
  mergeContext,
  answerErrors,
  beginRequest,
  combine,
  failureOf,
  variablesText,
  type BeginFetch,
  type FetchBase,
  type Run,
} from './fetch.js';
import type { FoundEntities } from './found-entities.js';
import { isJsonObject, readOwn, type Json } from '../subgraph/json.js';
import type { Locate } from './locate.js';
import { placeError, type SubgraphError } from './place-errors.js';
import type { RepresentationWriter } from './representation.js';
import type { Shape } from './shape.js';
import type { StateObject } from './state.js';

/** One `_entities` field of a fetch. */
export interface EntityGroup {
  /** Its key in the answer. */
  readonly alias: string;
  readonly variable: string;
  /** Equal for groups that look for the same entities, with the same needs, after the same fetches. */
  readonly identity: string;
  readonly locate: readonly Locate[];
  readonly represent: RepresentationWriter;
  readonly shape: Shape;
}

interface Prepared {
  readonly group: EntityGroup;
  readonly found: FoundEntities;
}

/**
 * Compiles a fetch of entities. Equal entities are asked once. Entities whose needed values failed are not asked: their
 * fields carry the same failure on. Without any entity to ask, nothing is sent.
 */
export function compileEntityFetch(base: FetchBase, groups: readonly EntityGroup[]): BeginFetch {
  const { template, variableUsages, types } = base;
  const { service } = template;
  return (run, level) => {
    const prepared = groups.map((group) => prepare(group, run));
    let representations = 0;
    for (const { found } of prepared) representations += found.texts.length;
    if (representations === 0) return null;
    run.trace?.push({ service, level, kind: 'entities', representations });
    const entities = prepared.map(({ group: { alias, variable }, found }) => ({
      alias,
      variable,
      representations: found.texts,
    }));
    return {
      request: beginRequest(run, template, variablesText(variableUsages, run.variables), entities),
      miss: (error) => {
        const failure = failureOf(run, service, error);
        for (const part of prepared) failAll(part, failure);
      },
      take: (answer) => {
        const errors = answerErrors(run, service, answer);
        if (answer.data === null) {
          for (const part of prepared) failAll(part, combine(errors, service));
          return;
        }
        const context = mergeContext(run, service, types, errors);
        for (const part of prepared) {
          const list = readOwn(answer.data, part.group.alias);
          if (Array.isArray(list) && list.length === part.found.targets.length) take(part, list, context);
          else failAll(part, list === null && errors.length > 0 ? combine(errors, service) : context.malformed());
        }
        for (const error of errors) {
          if (!prepared.some((part) => place(part, error))) run.unplacedErrors.push(error);
        }
      },
    };
  };
}

function prepare(group: EntityGroup, run: Run): Prepared {
  let found = run.found.get(group.identity);
  if (found === undefined) {
    found = find(group, run);
    run.found.set(group.identity, found);
  }
  for (const { entity, failure } of found.failed) markFailed(entity, group.shape, failure);
  return { group, found };
}

function find(group: EntityGroup, run: Run): FoundEntities {
  const entities: StateObject[] = [];
  for (const locate of group.locate) locate(run.data, entities);
  const indexes = new Map<string, number>();
  const texts: string[] = [];
  const targets: StateObject[][] = [];
  const failed: { entity: StateObject; failure: Failure }[] = [];
  for (const entity of entities) {
    const text = group.represent(entity, run.variables);
    if (text === null) continue;
    if (text instanceof Failure) {
      failed.push({ entity, failure: text });
      continue;
    }
    const index = indexes.get(text);
    if (index === undefined) {
      indexes.set(text, texts.length);
      texts.push(text);
      targets.push([entity]);
    } else {
      targets[index]?.push(entity);
    }
  }
  return { texts, targets, failed };
}

function take({ group, found }: Prepared, list: readonly Json[], context: Parameters<typeof mergeObject>[3]): void {
  for (let index = 0; index < list.length; index++) {
    const item = list[index] as Json;
    for (const target of found.targets[index] ?? []) {
      if (isJsonObject(item)) mergeObject(target, item, group.shape, context);
      else if (item !== null) markFailed(target, group.shape, context.malformed());
    }
  }
}

function failAll({ group, found }: Prepared, failure: Failure): void {
  for (const target of found.targets.flat()) markFailed(target, group.shape, failure);
}

/** Puts an error at each place of the entity that it is about; false when it is about none of this group. */
function place({ group, found }: Prepared, error: SubgraphError): boolean {
  const [alias, index, ...rest] = error.path ?? [];
  if (alias !== group.alias || typeof index !== 'number') return false;
  let placed = false;
  for (const target of found.targets[index] ?? []) placed = placeError(target, group.shape, error, rest) || placed;
  return placed;
}
