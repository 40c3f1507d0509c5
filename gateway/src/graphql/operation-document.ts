import { Kind, parse, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';

/** A document with one operation, taken apart. */
export interface OperationDocument {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** Parses a document of our own or of the planner. Throws when it has no operation. */
export function parseOperationDocument(document: string): OperationDocument {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const node of parse(document, { noLocation: true }).definitions) {
    if (node.kind === Kind.OPERATION_DEFINITION) operation = node;
    else if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  if (operation === undefined) throw new Error('The document has no operation.');
  return { operation, fragments };
}
