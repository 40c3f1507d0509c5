import { parse, print } from 'graphql';
import type { BatchFetchNode, FetchNode, FlattenPathSegment, PlanNode, QueryPlan } from './plan.js';

/** One request to a subgraph as a person reads it. */
export interface FetchDescription {
  /** Counted from 1. A fetch waits for some fetches of earlier stages. */
  readonly stage: number;
  readonly service: string;
  readonly kind: 'query' | 'mutation' | 'entities';
  /** Where the entities are, such as `me.mentors.@`; empty for root fields. */
  readonly paths: readonly string[];
  /** What must hold for the fetch to be sent, such as `$full is true`. */
  readonly conditions: readonly string[];
  /** The document for the subgraph. */
  readonly operation: string;
}

/** How an operation is run. */
export interface PlanDescription {
  readonly stages: number;
  readonly fetches: readonly FetchDescription[];
  /** All of it as text. */
  readonly text: string;
}

/**
 * Describes a plan.
 *
 * @param levels how many fetches at least come before each, in the order in which they stand in the plan
 */
export function describePlan({ node }: QueryPlan, levels: readonly number[]): PlanDescription {
  const found: Omit<FetchDescription, 'stage'>[] = [];
  if (node != null) collect(node, [], [], found);
  const fetches = found
    .map((fetch, index) => ({ stage: (levels[index] ?? 0) + 1, ...fetch }))
    .toSorted((left, right) => left.stage - right.stage);
  const stages = fetches.at(-1)?.stage ?? 0;
  return { stages, fetches, text: planText(stages, fetches) };
}

function collect(
  node: PlanNode,
  path: readonly FlattenPathSegment[],
  conditions: readonly string[],
  found: Omit<FetchDescription, 'stage'>[],
): void {
  switch (node.kind) {
    case 'Fetch':
      found.push(describeFetch(node, path, conditions));
      return;
    case 'BatchFetch':
      found.push(describeBatch(node, conditions));
      return;
    case 'Flatten':
      collect(node.node, [...path, ...node.path], conditions, found);
      return;
    case 'Sequence':
    case 'Parallel':
      for (const child of node.nodes) collect(child, path, conditions, found);
      return;
    case 'Condition': {
      const { condition, ifClause, elseClause } = node;
      if (ifClause != null) collect(ifClause, path, [...conditions, `$${condition} is true`], found);
      if (elseClause != null) collect(elseClause, path, [...conditions, `$${condition} is false`], found);
      return;
    }
    default:
  }
}

function describeFetch(
  { serviceName, operation, operationKind, requires }: FetchNode,
  path: readonly FlattenPathSegment[],
  conditions: readonly string[],
): Omit<FetchDescription, 'stage'> {
  const isRoot = requires == null || requires.length === 0;
  return {
    service: serviceName,
    kind: !isRoot ? 'entities' : operationKind === 'mutation' ? 'mutation' : 'query',
    paths: isRoot ? [] : [pathText(path)],
    conditions,
    operation: print(parse(operation)),
  };
}

function describeBatch(
  { serviceName, operation, entityBatch }: BatchFetchNode,
  conditions: readonly string[],
): Omit<FetchDescription, 'stage'> {
  const paths = new Set(entityBatch.aliases.flatMap((alias) => alias.paths.map(pathText)));
  return { service: serviceName, kind: 'entities', paths: [...paths], conditions, operation: print(parse(operation)) };
}

function pathText(path: readonly FlattenPathSegment[]): string {
  let text = '';
  for (const segment of path) {
    if (segment === '@') text += '.@';
    else if ('Field' in segment) text += `.${segment.Field}`;
    else text += `|[${segment.TypeCondition.join('|')}]`;
  }
  return text.replace(/^\./, '');
}

function planText(stages: number, fetches: readonly FetchDescription[]): string {
  const lines = [`${counted(fetches.length, 'fetch', 'fetches')} in ${counted(stages, 'stage', 'stages')}`];
  let stage = 0;
  for (const [index, fetch] of fetches.entries()) {
    if (fetch.stage !== stage) lines.push('', `Stage ${fetch.stage}`);
    stage = fetch.stage;
    const paths = fetch.paths.length === 0 ? '' : ` at ${fetch.paths.join(', ')}`;
    const conditions = fetch.conditions.length === 0 ? '' : ` if ${fetch.conditions.join(' and ')}`;
    lines.push('', `${index + 1}. ${fetch.service}: ${fetch.kind}${paths}${conditions}`);
    lines.push(...fetch.operation.split('\n').map((line) => `   ${line}`));
  }
  return lines.join('\n');
}

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
