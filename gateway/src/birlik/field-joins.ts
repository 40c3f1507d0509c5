import { Kind, type ConstDirectiveNode, type GraphQLField } from 'graphql';
import { directiveText, directiveValue } from '../graphql/directive-value.js';
import type { TypeSystem } from '../graphql/type-system.js';

/** How the subgraphs that resolve a field join it; a key that all have is joined by none. */
export function joinsOf(definitions: readonly Pick<GraphQLField<unknown, unknown>, 'astNode'>[]): ConstDirectiveNode[] {
  return definitions
    .flatMap(({ astNode }) => astNode?.directives ?? [])
    .filter((directive) => directive.name.value === 'join__field' && !isExternal(directive));
}

function isExternal(join: ConstDirectiveNode): boolean {
  const external = directiveValue(join, 'external');
  return external?.kind === Kind.BOOLEAN && external.value;
}

/** The subgraph of a join, as the supergraph calls it in its directives. */
export function graphOf(join: ConstDirectiveNode): string {
  const graph = directiveValue(join, 'graph');
  return graph?.kind === Kind.ENUM ? graph.value : '';
}

/** The name of a subgraph, which the supergraph has beside its own name of it. */
export function subgraphName(graph: string, types: TypeSystem): string {
  const enumeration = types.schema.getType('join__Graph')?.astNode;
  if (enumeration?.kind !== Kind.ENUM_TYPE_DEFINITION) return graph;
  const value = enumeration.values?.find(({ name }) => name.value === graph);
  const named = value?.directives?.find(({ name }) => name.value === 'join__graph');
  return (named && directiveText(named, 'name')) ?? graph;
}
