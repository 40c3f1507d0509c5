import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { ParsedDocument } from '../graphql/parse-document.js';
import { RequestError } from '../errors/request-error.js';
import { explain } from '../errors/messages.js';

/** On what a field is selected. */
export interface Specialization {
  /** The object types that it can be selected on. */
  readonly possible: readonly string[];
  /** The guarded interfaces through which it is reached: the type of the field above, and conditions of fragments. */
  readonly through: readonly string[];
  /** The type whose field it is. */
  readonly parent: GraphQLCompositeType;
}

/** An operation in which each field node stands for one specialization only. */
export interface SpecializedDocument {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly specializations: ReadonlyMap<FieldNode, Specialization>;
}

/**
 * A fragment is copied for each specialization, so a small document could become a large one. Counted once for each object
 * type.
 */
const MAX_FIELDS = 100_000;

/** Copies the fragments of an operation, one copy for each specialization in which a fragment is spread. */
export function specializeDocument(
  { operation, fragments }: Pick<ParsedDocument, 'operation' | 'fragments'>,
  schema: GraphQLSchema,
  isGuarded: (interfaceName: string) => boolean,
): SpecializedDocument {
  const specializations = new Map<FieldNode, Specialization>();
  let size = 0;
  const copies = new Map<string, FragmentDefinitionNode>();
  const copyNames = new Map<string, string>();
  const entered = (type: GraphQLCompositeType): Specialization => ({
    possible: isObjectType(type) ? [type.name] : schema.getPossibleTypes(type).map(({ name }) => name),
    through: isInterfaceType(type) && isGuarded(type.name) ? [type.name] : [],
    parent: type,
  });
  const narrowed = (specialization: Specialization, condition: string | undefined): Specialization => {
    const type = condition === undefined ? undefined : schema.getType(condition);
    if (!isCompositeType(type)) return specialization;
    const own = entered(type);
    const names = new Set(own.possible);
    return {
      possible: specialization.possible.filter((name) => names.has(name)),
      through: [...new Set([...specialization.through, ...own.through])].toSorted(),
      parent: type,
    };
  };
  const copySet = ({ selections, ...rest }: SelectionSetNode, specialization: Specialization): SelectionSetNode => ({
    ...rest,
    selections: selections.map((selection) => copy(selection, specialization)),
  });
  const copy = (selection: SelectionNode, specialization: Specialization): SelectionNode => {
    if (selection.kind === Kind.FIELD) return copyField(selection, specialization);
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const below = narrowed(specialization, selection.typeCondition?.name.value);
      return { ...selection, selectionSet: copySet(selection.selectionSet, below) };
    }
    return { ...selection, name: { kind: Kind.NAME, value: copyFragment(selection.name.value, specialization) } };
  };
  const copyField = (node: FieldNode, specialization: Specialization): FieldNode => {
    const type = fieldType(specialization.parent, node.name.value);
    // Introspection is open to everyone and is answered from the document as the client sent it.
    const below = type === null ? undefined : node.selectionSet;
    const field =
      below === undefined || type === null ? { ...node } : { ...node, selectionSet: copySet(below, entered(type)) };
    specializations.set(field, specialization);
    size += specialization.possible.length;
    if (size > MAX_FIELDS) {
      throw new RequestError('DOCUMENT_TOO_COMPLEX', explain('too-complex'));
    }
    return field;
  };
  const copyFragment = (name: string, above: Specialization): string => {
    const fragment = fragments.get(name);
    if (fragment === undefined) throw new Error(`There is no fragment "${name}".`);
    const specialization = narrowed(above, fragment.typeCondition.name.value);
    const key = [name, ...specialization.through, '|', ...specialization.possible].join(' ');
    const known = copyNames.get(key);
    if (known !== undefined) return known;
    const copied = `_${copyNames.size}_${name}`;
    copyNames.set(key, copied);
    copies.set(copied, {
      ...fragment,
      name: { kind: Kind.NAME, value: copied },
      selectionSet: copySet(fragment.selectionSet, specialization),
    });
    return copied;
  };
  const root = schema.getRootType(operation.operation);
  if (root == null) throw new Error(`The schema has no root type for a ${operation.operation}.`);
  const specialized = { ...operation, selectionSet: copySet(operation.selectionSet, entered(root)) };
  return { operation: specialized, fragments: copies, specializations };
}

function fieldType(parent: GraphQLCompositeType, field: string): GraphQLCompositeType | null {
  const definition = 'getFields' in parent ? parent.getFields()[field] : undefined;
  const type = definition === undefined ? null : getNamedType(definition.type);
  return isCompositeType(type) ? type : null;
}
