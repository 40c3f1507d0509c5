import type { ContinuationSupergraph } from './continuation-supergraph.js';
import type { FlattenPathSegment, PlanNode, QueryPlan } from './plan.js';

/** Takes the continuations out of a plan: the fetches from the added subgraphs, and the added field in paths. */
export function withoutContinuations(plan: QueryPlan, { field, services }: ContinuationSupergraph): QueryPlan {
  const plainPath = (path: readonly FlattenPathSegment[]) =>
    path.filter((segment) => segment === '@' || !('Field' in segment) || segment.Field !== field);
  const plain = (node: PlanNode): PlanNode | null => {
    switch (node.kind) {
      case 'Fetch':
        return services.has(node.serviceName) ? null : node;
      case 'BatchFetch': {
        if (services.has(node.serviceName)) return null;
        const aliases = node.entityBatch.aliases.map((alias) => ({ ...alias, paths: alias.paths.map(plainPath) }));
        return { ...node, entityBatch: { aliases } };
      }
      case 'Flatten': {
        const below = plain(node.node);
        return below === null ? null : { ...node, path: plainPath(node.path), node: below };
      }
      case 'Sequence':
      case 'Parallel': {
        const nodes = node.nodes.map(plain).filter((below) => below !== null);
        return nodes.length === 0 ? null : { ...node, nodes };
      }
      case 'Condition': {
        const branch = (below: PlanNode | null | undefined) => (below == null ? null : plain(below));
        return { ...node, ifClause: branch(node.ifClause), elseClause: branch(node.elseClause) };
      }
      default:
        return node;
    }
  };
  return plan.node == null ? plan : { ...plan, node: plain(plan.node) };
}
