import { GraphQLError, Kind, parse, print, type SelectionSetNode } from 'graphql';

/** One field that a field set selects. */
export interface SelectedField {
  readonly type: string;
  readonly field: string;
  /** How many fields stand above it. */
  readonly depth: number;
}

/**
 * All fields that a field set of a type selects, those inside of others too; null when it cannot be read.
 *
 * @param namedOf the type of a field; null when nobody declares it
 */
export function selectedFields(
  fieldSet: string,
  type: string,
  namedOf: (type: string, field: string) => string | null,
): readonly SelectedField[] | null {
  const selection = parseFieldSet(fieldSet);
  if (selection === null) return null;
  const selected: SelectedField[] = [];
  const walk = (of: SelectionSetNode, parent: string, depth: number): boolean =>
    of.selections.every((node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return false;
      if (node.kind === Kind.INLINE_FRAGMENT)
        return walk(node.selectionSet, node.typeCondition?.name.value ?? parent, depth);
      const field = node.name.value;
      if (field === '__typename') return true;
      selected.push({ type: parent, field, depth });
      if (node.selectionSet === undefined) return true;
      const named = namedOf(parent, field);
      return named !== null && walk(node.selectionSet, named, depth + 1);
    });
  return walk(selection, type, 0) ? selected : null;
}

/** A field set in one form, so that two that say the same are equal; null when it cannot be read. */
export function normalFieldSet(fieldSet: string): string | null {
  const selection = parseFieldSet(fieldSet);
  return selection === null ? null : print(sorted(selection));
}

function parseFieldSet(fieldSet: string): SelectionSetNode | null {
  try {
    const [operation, ...more] = parse(`{ ${fieldSet} }`, { noLocation: true }).definitions;
    return operation?.kind === Kind.OPERATION_DEFINITION && more.length === 0 ? operation.selectionSet : null;
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

function sorted(selection: SelectionSetNode): SelectionSetNode {
  const selections = selection.selections.map((node) =>
    node.kind !== Kind.FRAGMENT_SPREAD && node.selectionSet !== undefined
      ? { ...node, selectionSet: sorted(node.selectionSet) }
      : node,
  );
  return { ...selection, selections: selections.toSorted((left, right) => (print(left) < print(right) ? -1 : 1)) };
}
