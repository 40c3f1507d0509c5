import { GraphQLError, type ASTNode, type ASTVisitor, type ValidationContext } from 'graphql';
import { isPlannerAlias } from '../execution/state.js';

/**
 * A validation rule: names that the gateway and its planner use on the way to subgraphs are not for clients. Such an
 * alias would land beside a value of the gateway's own and could take its place.
 */
export function ReservedNamesRule(context: ValidationContext): ASTVisitor {
  const refuse = (message: string, node: ASTNode) => context.reportError(new GraphQLError(message, { nodes: node }));
  return {
    Field(node) {
      const alias = node.alias?.value;
      if (alias === undefined || alias === node.name.value) return;
      if (alias.startsWith('__') || isPlannerAlias(alias)) refuse(`The alias "${alias}" is reserved.`, node);
    },
    VariableDefinition(node) {
      const name = node.variable.name.value;
      if (name.startsWith('__') || name === 'representations') {
        refuse(`The variable name "$${name}" is reserved.`, node);
      }
    },
  };
}
