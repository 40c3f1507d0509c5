import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql';

/** A validation rule: variables of the planner's own requests to subgraphs are not for clients. */
export function ReservedNamesRule(context: ValidationContext): ASTVisitor {
  return {
    VariableDefinition(node) {
      const name = node.variable.name.value;
      if (!name.startsWith('__') && name !== 'representations') return;
      context.reportError(new GraphQLError(`The variable name "$${name}" is reserved.`, { nodes: node }));
    },
  };
}
