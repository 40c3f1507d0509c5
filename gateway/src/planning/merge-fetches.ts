import { Kind, parse, print, type OperationDefinitionNode, type SelectionNode } from 'graphql';
import type { FetchNode, FlattenNode, PlanNode, QueryPlan } from './plan.js';

type EntityFetch = FlattenNode & { readonly node: FetchNode };

/**
 * Makes one fetch of those that ask one subgraph for the same entities with the same needs. A plan with continuations
 * has such fetches, since the planner does not know that it is at one place; what a subgraph answers about an entity may
 * depend on what else is asked of it in the same fetch.
 */
export function mergeFetches(plan: QueryPlan): QueryPlan {
  if (plan.node?.kind !== 'Sequence') return plan;
  const merged = new Map<string, EntityFetch>();
  const collect = (node: PlanNode): void => {
    if (node.kind === 'Parallel') for (const below of node.nodes) collect(below);
    if (!isPlainEntityFetch(node)) return;
    const key = identityOf(node);
    const earlier = merged.get(key);
    merged.set(key, earlier === undefined ? node : { ...earlier, node: mergeTwo(earlier.node, node.node) });
  };
  for (const node of plan.node.nodes) collect(node);

  const placed = new Set<string>();
  const place = (node: PlanNode): PlanNode[] => {
    if (node.kind === 'Parallel') {
      const nodes = node.nodes.flatMap(place);
      return nodes.length === 0 ? [] : [{ ...node, nodes }];
    }
    if (!isPlainEntityFetch(node)) return [node];
    const key = identityOf(node);
    if (placed.has(key)) return [];
    placed.add(key);
    return [merged.get(key) ?? node];
  };
  return { ...plan, node: { ...plan.node, nodes: plan.node.nodes.flatMap(place) } };
}

function isPlainEntityFetch(node: PlanNode): node is EntityFetch {
  if (node.kind !== 'Flatten' || node.node.kind !== 'Fetch') return false;
  const { inputRewrites, outputRewrites } = node.node;
  return (inputRewrites?.length ?? 0) === 0 && (outputRewrites?.length ?? 0) === 0;
}

/** Equal needs mean that the first of two fetches has, when it starts, all that the second one needs. */
function identityOf({ path, node }: EntityFetch): string {
  return JSON.stringify([node.serviceName, path, node.requires]);
}

function mergeTwo(first: FetchNode, second: FetchNode): FetchNode {
  const [one, two] = [operationOf(first), operationOf(second)];
  const known = new Set(one.variableDefinitions?.map(({ variable }) => variable.name.value));
  const added = (two.variableDefinitions ?? []).filter(({ variable }) => !known.has(variable.name.value));
  const operation: OperationDefinitionNode = {
    ...one,
    variableDefinitions: [...(one.variableDefinitions ?? []), ...added],
    selectionSet: { ...one.selectionSet, selections: one.selectionSet.selections.map((field) => withAll(field, two)) },
  };
  const variableUsages = [...new Set([...(first.variableUsages ?? []), ...(second.variableUsages ?? [])])];
  return { ...first, operation: print(operation), variableUsages };
}

/** The field `_entities` with what both operations select of the entities. */
function withAll(field: SelectionNode, other: OperationDefinitionNode): SelectionNode {
  const [theirs] = other.selectionSet.selections;
  if (field.kind !== Kind.FIELD || field.selectionSet === undefined) return field;
  if (theirs?.kind !== Kind.FIELD || theirs.selectionSet === undefined) return field;
  const selections = [...field.selectionSet.selections, ...theirs.selectionSet.selections];
  return { ...field, selectionSet: { ...field.selectionSet, selections } };
}

function operationOf({ operation }: FetchNode): OperationDefinitionNode {
  const [definition] = parse(operation, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('The planner made a fetch without an operation.');
  return definition;
}
