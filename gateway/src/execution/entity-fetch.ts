import { absorb, markFailed } from './absorb.js';
import { Failure } from './failure.js';
import { ask, combine, incomplete, variablesText, type FetchBase, type Run, type RunFetch } from './fetch.js';
import { isJsonObject, readOwn, type Json } from './json.js';
import type { Locate } from './locate.js';
import { placeError, readErrors, type SubgraphError } from './place-errors.js';
import type { RepresentationWriter } from './representation.js';
import type { Shape } from './shape.js';
import type { StateObject } from './state.js';
import type { SubgraphAnswer } from './subgraph-request.js';

/** One `_entities` field of a fetch. */
export interface EntityGroup {
  /** Its key in the answer. */
  readonly alias: string;
  readonly variable: string;
  readonly locate: readonly Locate[];
  readonly represent: RepresentationWriter;
  readonly shape: Shape;
}

/** The distinct entities of a group and where each of them is in the running answer. */
interface Prepared {
  readonly group: EntityGroup;
  readonly texts: readonly string[];
  readonly targets: readonly (readonly StateObject[])[];
}

/**
 * Compiles a fetch of entities. Equal entities are asked once. Entities whose needed values failed are not asked: their
 * fields carry the same failure on. Without any entity to ask, nothing is sent.
 */
export function compileEntityFetch(base: FetchBase, groups: readonly EntityGroup[]): RunFetch {
  const { template, variableUsages } = base;
  const { service } = template;
  return async (run, level) => {
    const prepared = groups.map((group) => prepare(group, run));
    const representations = prepared.reduce((sum, { texts }) => sum + texts.length, 0);
    if (representations === 0) return;
    run.trace?.push({ service, level, kind: 'entities', representations });
    const entities = prepared.map(({ group, texts }) => ({
      alias: group.alias,
      variable: group.variable,
      representations: texts,
    }));
    const answer = await ask(run, { template, variables: variablesText(variableUsages, run.variables), entities });
    const errors = 'data' in answer ? readErrors(answer.errors, service) : [];
    for (const part of prepared) take(part, answer, errors, base);
    if (!('data' in answer) || answer.data === null) return;
    for (const error of errors) {
      if (!prepared.some((part) => place(part, error))) run.looseErrors.push(error);
    }
  };
}

function prepare(group: EntityGroup, run: Run): Prepared {
  const found: StateObject[] = [];
  for (const locate of group.locate) locate(run.data, found);
  const indexes = new Map<string, number>();
  const texts: string[] = [];
  const targets: StateObject[][] = [];
  for (const entity of found) {
    const text = group.represent(entity, run.variables);
    if (text === null) continue;
    if (text instanceof Failure) {
      markFailed(entity, group.shape, text);
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
  return { group, texts, targets };
}

function take(
  part: Prepared,
  answer: SubgraphAnswer | Failure,
  errors: readonly SubgraphError[],
  { template: { service }, types }: FetchBase,
): void {
  const { group, targets } = part;
  if (targets.length === 0) return;
  const failAll = (failure: Failure) => {
    for (const target of targets.flat()) markFailed(target, group.shape, failure);
  };
  if (!('data' in answer)) return failAll(answer);
  if (answer.data === null) return failAll(combine(errors, service));
  const list = readOwn(answer.data, group.alias);
  const garbage = incomplete(service);
  if (!Array.isArray(list) || list.length !== targets.length) {
    return failAll(list === null && errors.length > 0 ? combine(errors, service) : garbage);
  }
  (list as readonly Json[]).forEach((item, index) => {
    for (const target of targets[index] ?? []) {
      if (isJsonObject(item)) absorb(target, item, group.shape, { garbage, types });
      else if (item !== null) markFailed(target, group.shape, garbage);
    }
  });
}

/** Puts an error at each place of the entity that it is about; false when it is about none of this group. */
function place({ group, targets }: Prepared, error: SubgraphError): boolean {
  const [alias, index, ...rest] = error.path ?? [];
  if (alias !== group.alias || typeof index !== 'number') return false;
  let placed = false;
  for (const target of targets[index] ?? []) placed = placeError(target, group.shape, error, rest) || placed;
  return placed;
}
