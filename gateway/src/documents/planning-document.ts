import {
  getNamedType,
  isAbstractType,
  isUnionType,
  Kind,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { TypeSystem } from '../execution/type-system.js';
import { isIntrospectionField } from './introspection.js';
import type { ParsedDocument } from './parse-document.js';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * The text that the planner gets for an operation, or null when no subgraph has to be asked. Introspection is taken out;
 * `__typename` is put in wherever a type that clients may not know could turn up.
 */
export function planningDocument(parsed: ParsedDocument, schema: GraphQLSchema, types: TypeSystem): string | null {
  if (!asksForData(parsed.operation.selectionSet, parsed, new Set())) return null;
  const definitions = [parsed.operation, ...parsed.fragments.values()];
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions };
  const typeInfo = new TypeInfo(schema);
  const changed = visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field(node) {
        return isIntrospectionField(node) ? null : undefined;
      },
      // The planner knows no path from a type to itself, so a condition that is always met is left out.
      InlineFragment(node) {
        const { typeCondition, ...rest } = node;
        return typeCondition?.name.value === typeInfo.getParentType()?.name ? rest : undefined;
      },
      FragmentSpread(node) {
        const fragment = parsed.fragments.get(node.name.value);
        if (fragment?.typeCondition.name.value !== typeInfo.getParentType()?.name) return undefined;
        if (!isUnionType(typeInfo.getParentType())) return undefined;
        const { selectionSet } = fragment as FragmentDefinitionNode;
        return { kind: Kind.INLINE_FRAGMENT, directives: node.directives ?? [], selectionSet };
      },
      SelectionSet: {
        leave(node) {
          const type = typeInfo.getType();
          const hidden = type != null && hidesMembers(getNamedType(type).name, schema, types);
          if (node.selections.length > 0 && !hidden) return undefined;
          return { ...node, selections: [...node.selections, TYPENAME] };
        },
      },
    }),
  );
  return print(changed);
}

function hidesMembers(name: string, schema: GraphQLSchema, types: TypeSystem): boolean {
  const type = schema.getType(name);
  return isAbstractType(type) && schema.getPossibleTypes(type).length + 1 < types.matching(name).size;
}

/** Whether any root field is not a meta field. */
function asksForData(set: SelectionSetNode, parsed: ParsedDocument, seen: Set<string>): boolean {
  return set.selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return !selection.name.value.startsWith('__');
    if (selection.kind === Kind.INLINE_FRAGMENT) return asksForData(selection.selectionSet, parsed, seen);
    const fragment = parsed.fragments.get(selection.name.value);
    if (fragment === undefined || seen.has(fragment.name.value)) return false;
    seen.add(fragment.name.value);
    return asksForData(fragment.selectionSet, parsed, seen);
  });
}
