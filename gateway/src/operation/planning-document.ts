import {
  getNamedType,
  isAbstractType,
  isUnionType,
  Kind,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { Variables } from '../graphql/variables.js';
import type { TypeSystem } from '../graphql/type-system.js';
import type { Rights } from '../guards/rights.js';
import { takesPart } from '../graphql/conditions.js';
import type { FieldKeys } from '../graphql/field-keys.js';
import { isIntrospectionField } from './introspection.js';
import type { ParsedDocument } from '../graphql/parse-document.js';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** What a document for the planner is made of. */
export interface PlanningInput {
  readonly parsed: ParsedDocument;
  readonly schema: GraphQLSchema;
  readonly types: TypeSystem;
  readonly keys: FieldKeys;
  /** Decides `@skip` and `@include`. */
  readonly variables: Variables;
  /** Leaves out what the viewer may not see; null: all may be seen. */
  readonly rights?: Rights | null;
}

/**
 * The text that the planner gets for an operation, or null when no subgraph has to be asked. Aliases are replaced by the
 * operation's own keys and conditions are carried out. Introspection is taken out; `__typename` is put in
 * wherever a type that clients may not know could turn up.
 */
export function planningDocument({ parsed, schema, types, keys, variables, rights }: PlanningInput): string | null {
  const definitions = [parsed.operation, ...parsed.fragments.values()];
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions };
  const typeInfo = new TypeInfo(schema);
  const isOut = (directives: readonly DirectiveNode[] | undefined) => !takesPart(directives, variables);
  const changed: DocumentNode = visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field(node) {
        if (isIntrospectionField(node) || isOut(node.directives) || rights?.leavesOut(node) === true) return null;
        const { alias: _alias, ...plain } = node;
        const key = keys.keyOf(node);
        const alias = key === node.name.value ? {} : { alias: { kind: Kind.NAME, value: key } as const };
        return { ...plain, ...alias, directives: [] };
      },
      // The planner knows no path from a type to itself, so a condition that is always met is left out.
      InlineFragment(node) {
        if (isOut(node.directives)) return null;
        const { typeCondition, ...rest } = node;
        const needed = typeCondition !== undefined && typeCondition.name.value !== typeInfo.getParentType()?.name;
        return { ...rest, ...(needed ? { typeCondition } : {}), directives: [] };
      },
      FragmentSpread(node) {
        if (isOut(node.directives)) return null;
        const fragment = parsed.fragments.get(node.name.value);
        const parent = typeInfo.getParentType();
        if (fragment === undefined || !isUnionType(parent) || fragment.typeCondition.name.value !== parent.name) {
          return { ...node, directives: [] };
        }
        const { selectionSet } = fragment;
        return { kind: Kind.INLINE_FRAGMENT, directives: [], selectionSet };
      },
      SelectionSet: {
        leave(node) {
          const type = typeInfo.getParentType();
          const name = type == null ? null : getNamedType(type).name;
          const hidden =
            name !== null &&
            (hidesMembers(name, schema, types) || (rights?.tellsApart(name) === true && isAbstractType(type)));
          if (node.selections.length > 0 && !hidden) return undefined;
          return { ...node, selections: [...node.selections, TYPENAME] };
        },
      },
    }),
  );
  return asksForData(changed) ? print(changed) : null;
}

function hidesMembers(name: string, schema: GraphQLSchema, types: TypeSystem): boolean {
  const type = schema.getType(name);
  return isAbstractType(type) && schema.getPossibleTypes(type).length + 1 < types.matching(name).size;
}

/** Whether the operation of a document has any root field that is not a meta field. */
function asksForData(document: DocumentNode): boolean {
  const seen = new Set<string>();
  const asks = (set: SelectionSetNode): boolean =>
    set.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return !selection.name.value.startsWith('__');
      if (selection.kind === Kind.INLINE_FRAGMENT) return asks(selection.selectionSet);
      const name = selection.name.value;
      if (seen.has(name)) return false;
      seen.add(name);
      return document.definitions.some(
        (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === name && asks(node.selectionSet),
      );
    });
  return document.definitions.some((node) => node.kind === Kind.OPERATION_DEFINITION && asks(node.selectionSet));
}
