import type { VariableDefinitionNode } from 'graphql';
import { readEntityAsks, writeEntityAsks, type EntityAsk, type EntityAsks } from './entity-asks.js';
import type { PlanNode, QueryPlan } from './plan.js';

/** A fetch whose asks are being moved together. */
interface Fetch extends EntityAsks {
  asks: EntityAsk[];
  readonly variables: Map<string, VariableDefinitionNode>;
  changed: boolean;
}

/**
 * Asks a subgraph once about the same entities with the same needs, where they are asked for first. A plan with
 * continuations asks several times, since the planner does not know that it is at one place; what a subgraph answers about
 * an entity may depend on what else is asked of it in the same fetch. Equal needs mean that the first fetch has, when it
 * starts, all that the later ones need.
 */
export function mergeFetches(plan: QueryPlan): QueryPlan {
  if (plan.node?.kind !== 'Sequence') return plan;
  const fetches = new Map<PlanNode, Fetch>();
  const first = new Map<string, Fetch>();
  const collect = (node: PlanNode): void => {
    if (node.kind === 'Parallel') for (const below of node.nodes) collect(below);
    const read = readEntityAsks(node);
    if (read === null) return;
    const fetch: Fetch = { ...read, asks: [], variables: new Map(read.variables), changed: false };
    fetches.set(node, fetch);
    for (const ask of read.asks) {
      const key = JSON.stringify([read.serviceName, ask.path, ask.requires]);
      const earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, fetch);
        fetch.asks.push(ask);
      } else move(ask, fetch, earlier);
    }
  };
  for (const node of plan.node.nodes) collect(node);

  const place = (node: PlanNode): PlanNode[] => {
    if (node.kind === 'Parallel') {
      const nodes = node.nodes.flatMap(place);
      return nodes.length === 0 ? [] : [{ ...node, nodes }];
    }
    const fetch = fetches.get(node);
    if (fetch === undefined || !fetch.changed) return [node];
    const written = writeEntityAsks(fetch);
    return written === null ? [] : [written];
  };
  return { ...plan, node: { ...plan.node, nodes: plan.node.nodes.flatMap(place) } };
}

function move(ask: EntityAsk, from: Fetch, to: Fetch): void {
  const { path, requires } = ask;
  const text = JSON.stringify([path, requires]);
  to.asks = to.asks.map((other) =>
    JSON.stringify([other.path, other.requires]) === text
      ? { path, requires, selections: [...other.selections, ...ask.selections] }
      : other,
  );
  for (const [name, definition] of from.variables) to.variables.set(name, definition);
  from.changed = true;
  to.changed = true;
}
