import { Kind, parse, print, visit, type ArgumentNode, type OperationDefinitionNode, type VariableNode } from 'graphql';

const HIDDEN = { kind: Kind.ENUM, value: '…' } as const;

/**
 * The text of an operation without anything that a client chose freely: arguments that are no variables are shown as `…`,
 * objects with variables in them as well, and so are the names and defaults of variables. The operation's own name is
 * left out.
 */
export function redactOperation(operation: string): string {
  const document = visit(parse(operation, { noLocation: true }), {
    Argument: (node): ArgumentNode => (node.value.kind === Kind.VARIABLE ? node : { ...node, value: HIDDEN }),
    Variable: (node): VariableNode => ({ ...node, name: { kind: Kind.NAME, value: '…' } }),
    OperationDefinition: ({ name: _name, ...node }): OperationDefinitionNode => ({ ...node, variableDefinitions: [] }),
  });
  return print(document).replaceAll(/\s+/g, ' ');
}
