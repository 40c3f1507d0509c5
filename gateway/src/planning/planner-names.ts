import { Kind, visit, type DocumentNode } from 'graphql';
import { directiveValue } from '../graphql/directive-value.js';
import type { PlanNode, QueryPlan } from './plan.js';

/** A supergraph under the names that the planner gets, and the way back. */
export interface PlannerNames {
  readonly supergraph: DocumentNode;
  /** The plan with the true names of subgraphs. */
  restore(plan: QueryPlan): QueryPlan;
}

/** Sorts behind every name of a subgraph, which begins with a letter. */
const LAST = '~';

/**
 * Gives subgraphs with an interface object names that come last. The planner tries subgraphs in the order of their names,
 * and finds no plan for `... on Book { pages }` below an interface object when that subgraph comes before the one which
 * knows the books.
 */
export function plannerNames(supergraph: DocumentNode): PlannerNames {
  const graphs = interfaceObjectGraphs(supergraph);
  if (graphs.size === 0) return { supergraph, restore: (plan) => plan };
  const trueNames = new Map<string, string>();
  const renamed = visit(supergraph, {
    EnumValueDefinition(node) {
      if (!graphs.has(node.name.value)) return undefined;
      const directives = node.directives?.map((directive) => {
        if (directive.name.value !== 'join__graph') return directive;
        const given = directive.arguments?.map((argument) => {
          if (argument.name.value !== 'name' || argument.value.kind !== Kind.STRING) return argument;
          const value = LAST + argument.value.value;
          trueNames.set(value, argument.value.value);
          return { ...argument, value: { ...argument.value, value } };
        });
        return { ...directive, arguments: given ?? [] };
      });
      return { ...node, directives: directives ?? [] };
    },
  });
  const restore = (node: PlanNode): PlanNode => {
    switch (node.kind) {
      case 'Fetch':
      case 'BatchFetch':
        return { ...node, serviceName: trueNames.get(node.serviceName) ?? node.serviceName };
      case 'Flatten':
        return { ...node, node: restore(node.node) };
      case 'Sequence':
      case 'Parallel':
        return { ...node, nodes: node.nodes.map(restore) };
      case 'Condition':
        return {
          ...node,
          ifClause: node.ifClause == null ? null : restore(node.ifClause),
          elseClause: node.elseClause == null ? null : restore(node.elseClause),
        };
      default:
        return node;
    }
  };
  return { supergraph: renamed, restore: (plan) => (plan.node == null ? plan : { ...plan, node: restore(plan.node) }) };
}

/** The values of the enum `join__Graph` whose subgraphs know an interface as an object. */
function interfaceObjectGraphs(supergraph: DocumentNode): ReadonlySet<string> {
  const graphs = new Set<string>();
  for (const node of supergraph.definitions) {
    if (node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const directive of node.directives ?? []) {
      const isObject = directiveValue(directive, 'isInterfaceObject');
      const graph = directiveValue(directive, 'graph');
      if (directive.name.value !== 'join__type' || graph?.kind !== Kind.ENUM) continue;
      if (isObject?.kind === Kind.BOOLEAN && isObject.value) graphs.add(graph.value);
    }
  }
  return graphs;
}
