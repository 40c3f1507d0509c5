import { GraphQLError, Kind, parse } from 'graphql';
import type { ConstDirectiveNode, SelectionSetNode } from 'graphql';
import type { Fault, Rule } from './rule.js';
import { directivesNamed, namedType } from './subgraph-document.js';
import type { SubgraphDocument } from './subgraph-document.js';

/** The composer refuses or mishandles `@requires` whose selection has fragments or passes through an abstract type. */
export const requiresAbstract: Rule = {
  code: 'REQUIRES_ABSTRACT',
  *check(subgraphs): Iterable<Fault> {
    for (const subgraph of subgraphs) {
      for (const type of subgraph.types.values()) {
        for (const field of type.fields) {
          const selections = directivesNamed(field.directives, 'requires').map(selectionOf);
          const reason = selections
            .map((selection) => abstractPart(subgraph, type.name, selection))
            .find((found) => found !== undefined);
          if (reason === undefined) continue;
          const path = `${type.name}.${field.name.value}`;
          yield { subgraph: subgraph.name, path, message: `@requires ${reason}; require fields of object types only.` };
        }
      }
    }
  },
};

/** The parsed `fields` argument. Undefined when it has a syntax error, which composition reports better. */
function selectionOf(directive: ConstDirectiveNode): SelectionSetNode | undefined {
  const fields = directive.arguments?.find((argument) => argument.name.value === 'fields')?.value;
  if (fields?.kind !== Kind.STRING) return undefined;
  try {
    const [operation] = parse(`{ ${fields.value} }`).definitions;
    return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet : undefined;
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}

function abstractPart(
  subgraph: SubgraphDocument,
  parent: string,
  selection: SelectionSetNode | undefined,
): string | undefined {
  const type = subgraph.types.get(parent);
  if (type?.shape === 'interface' || type?.shape === 'union') return `selects through the abstract type ${parent}`;
  for (const node of selection?.selections ?? []) {
    if (node.kind !== Kind.FIELD) return 'has a fragment';
    const field = type?.fields.find((candidate) => candidate.name.value === node.name.value);
    if (field === undefined || node.selectionSet === undefined) continue;
    const found = abstractPart(subgraph, namedType(field.type).name.value, node.selectionSet);
    if (found !== undefined) return found;
  }
  return undefined;
}
