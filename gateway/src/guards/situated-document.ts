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

/** On what a field is selected. */
export interface Situation {
  /** The object types that it can be selected on. */
  readonly possible: readonly string[];
  /** The guarded interfaces through which it is reached: the type of the field above, and conditions of fragments. */
  readonly through: readonly string[];
  /** The type whose field it is. */
  readonly parent: GraphQLCompositeType;
}

/** An operation in which each field node stands for one situation only. */
export interface SituatedDocument {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly situations: ReadonlyMap<FieldNode, Situation>;
}

/** A fragment is copied for each situation, so a small document could become a large one. Counted once for each object type. */
const MAX_FIELDS = 100_000;

/** Copies the fragments of an operation, one copy for each situation in which a fragment is spread. */
export function situateDocument(
  { operation, fragments }: Pick<ParsedDocument, 'operation' | 'fragments'>,
  schema: GraphQLSchema,
  isGuarded: (interfaceName: string) => boolean,
): SituatedDocument {
  const situations = new Map<FieldNode, Situation>();
  let size = 0;
  const copies = new Map<string, FragmentDefinitionNode>();
  const copyNames = new Map<string, string>();
  const entered = (type: GraphQLCompositeType): Situation => ({
    possible: isObjectType(type) ? [type.name] : schema.getPossibleTypes(type).map(({ name }) => name),
    through: isInterfaceType(type) && isGuarded(type.name) ? [type.name] : [],
    parent: type,
  });
  const narrowed = (situation: Situation, condition: string | undefined): Situation => {
    const type = condition === undefined ? undefined : schema.getType(condition);
    if (!isCompositeType(type)) return situation;
    const own = entered(type);
    const names = new Set(own.possible);
    return {
      possible: situation.possible.filter((name) => names.has(name)),
      through: [...new Set([...situation.through, ...own.through])].toSorted(),
      parent: type,
    };
  };
  const copySet = ({ selections, ...rest }: SelectionSetNode, situation: Situation): SelectionSetNode => ({
    ...rest,
    selections: selections.map((selection) => copy(selection, situation)),
  });
  const copy = (selection: SelectionNode, situation: Situation): SelectionNode => {
    if (selection.kind === Kind.FIELD) return copyField(selection, situation);
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const below = narrowed(situation, selection.typeCondition?.name.value);
      return { ...selection, selectionSet: copySet(selection.selectionSet, below) };
    }
    return { ...selection, name: { kind: Kind.NAME, value: copyFragment(selection.name.value, situation) } };
  };
  const copyField = (node: FieldNode, situation: Situation): FieldNode => {
    const type = fieldType(situation.parent, node.name.value);
    // Introspection is open to everyone and is answered from the document as the client sent it.
    const below = type === null ? undefined : node.selectionSet;
    const field =
      below === undefined || type === null ? { ...node } : { ...node, selectionSet: copySet(below, entered(type)) };
    situations.set(field, situation);
    size += situation.possible.length;
    if (size > MAX_FIELDS) {
      throw new RequestError('DOCUMENT_TOO_COMPLEX', 'The document asks for too many fields on too many types.');
    }
    return field;
  };
  const copyFragment = (name: string, above: Situation): string => {
    const fragment = fragments.get(name);
    if (fragment === undefined) throw new Error(`There is no fragment "${name}".`);
    const situation = narrowed(above, fragment.typeCondition.name.value);
    const key = [name, ...situation.through, '|', ...situation.possible].join(' ');
    const known = copyNames.get(key);
    if (known !== undefined) return known;
    const copied = `_${copyNames.size}_${name}`;
    copyNames.set(key, copied);
    copies.set(copied, {
      ...fragment,
      name: { kind: Kind.NAME, value: copied },
      selectionSet: copySet(fragment.selectionSet, situation),
    });
    return copied;
  };
  const root = schema.getRootType(operation.operation);
  if (root == null) throw new Error(`The schema has no root type for a ${operation.operation}.`);
  const situated = { ...operation, selectionSet: copySet(operation.selectionSet, entered(root)) };
  return { operation: situated, fragments: copies, situations };
}

function fieldType(parent: GraphQLCompositeType, field: string): GraphQLCompositeType | null {
  const definition = 'getFields' in parent ? parent.getFields()[field] : undefined;
  const type = definition === undefined ? null : getNamedType(definition.type);
  return isCompositeType(type) ? type : null;
}
