import { Kind, parse, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import type { TypeSystem } from '../../graphql/type-system.js';
import { selectedFields, type SelectedField } from './selected-field.js';

/** A document for a subgraph, taken apart. */
export interface FetchSelection {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The root fields. */
  readonly fields: readonly SelectedField[];
}

/** Reads the document of a fetch; null when it has no operation. */
export function fetchSelection(document: string, types: TypeSystem): FetchSelection | null {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const definition of parse(document, { noLocation: true }).definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    else if (definition.kind === Kind.OPERATION_DEFINITION) operation = definition;
  }
  if (operation === undefined) return null;
  const rootType = types.schema.getRootType(operation.operation)?.name ?? null;
  return { operation, fragments, fields: selectedFields(operation.selectionSet, rootType, { types, fragments }) };
}
