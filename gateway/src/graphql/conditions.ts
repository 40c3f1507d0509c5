import { Kind, visit, type DirectiveNode } from 'graphql';
import type { Variables } from './variables.js';
import type { ParsedDocument } from './parse-document.js';

/** The variables that decide about `@skip` and `@include` in an operation, in a fixed order. */
export function conditionVariables({ operation, fragments }: ParsedDocument): readonly string[] {
  const names = new Set<string>();
  const visitor = {
    Directive(node: DirectiveNode) {
      const value = conditionOf(node)?.value;
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  };
  for (const node of [operation, ...fragments.values()]) visit(node, visitor);
  return [...names].toSorted();
}

/** Whether a selection takes part with these variables. */
export function takesPart(directives: readonly DirectiveNode[] | undefined, variables: Variables): boolean {
  return (directives ?? []).every((directive) => {
    const condition = conditionOf(directive);
    if (condition === null) return true;
    const { value, wanted } = condition;
    const holds =
      value.kind === Kind.BOOLEAN ? value.value : value.kind === Kind.VARIABLE && variables[value.name.value];
    return (holds === true) === wanted;
  });
}

function conditionOf(directive: DirectiveNode) {
  const name = directive.name.value;
  const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
  return value !== undefined && (name === 'skip' || name === 'include') ? { value, wanted: name === 'include' } : null;
}
