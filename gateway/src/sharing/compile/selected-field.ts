import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type SelectionSetNode,
} from 'graphql';
import type { OperationDocument } from '../../graphql/operation-document.js';
import type { TypeSystem } from '../../graphql/type-system.js';

/** One field that a fetch selects, on the innermost type that is known. `__typename` is left out. */
export interface SelectedField {
  readonly name: string;
  /** The key in the answer. */
  readonly key: string;
  /** Null below `_entities` outside of a type condition. */
  readonly parent: GraphQLNamedType | null;
  /** The field on the parent, and on each of its object types when the parent is abstract; empty when unknown. */
  readonly definitions: readonly GraphQLField<unknown, unknown>[];
  /** Null for a leaf. */
  readonly below: readonly SelectedField[] | null;
}

interface SelectionContext {
  readonly types: TypeSystem;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** The root fields of a document. */
export function rootFields({ operation, fragments }: OperationDocument, types: TypeSystem): SelectedField[] {
  const root = types.schema.getRootType(operation.operation)?.name ?? null;
  return selectedFields(operation.selectionSet, root, { types, fragments });
}

/** The fields of a selection with their definitions; fragments are laid open. */
function selectedFields(
  { selections }: SelectionSetNode,
  parentName: string | null,
  context: SelectionContext,
): SelectedField[] {
  const { types, fragments } = context;
  return selections.flatMap((selection): SelectedField[] => {
    if (selection.kind !== 'Field') {
      const fragment = selection.kind === 'InlineFragment' ? selection : fragments.get(selection.name.value);
      if (fragment === undefined) throw new Error('The plan names a fragment that it does not define.');
      return selectedFields(fragment.selectionSet, fragment.typeCondition?.name.value ?? parentName, context);
    }
    const name = selection.name.value;
    if (name === '__typename') return [];
    const parent = parentName === null ? null : (types.schema.getType(parentName) ?? null);
    const definitions = parent === null ? [] : fieldDefinitions(parent, name, types);
    const type = definitions[0]?.type;
    const below =
      selection.selectionSet === undefined
        ? null
        : selectedFields(selection.selectionSet, type === undefined ? null : getNamedType(type).name, context);
    return [{ name, key: (selection.alias ?? selection.name).value, parent, definitions, below }];
  });
}

/** A field of a type, and of each of its object types when the type is abstract. */
export function fieldDefinitions(
  parent: GraphQLNamedType,
  name: string,
  types: TypeSystem,
): GraphQLField<unknown, unknown>[] {
  const members = isAbstractType(parent) ? types.schema.getPossibleTypes(parent) : [];
  return [parent, ...members].flatMap((type) => {
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    return field === undefined ? [] : [field];
  });
}
