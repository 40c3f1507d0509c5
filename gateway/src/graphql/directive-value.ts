import { Kind, type ConstDirectiveNode, type ConstValueNode } from 'graphql';

/** What a directive of a schema is given for an argument. */
export function directiveValue(directive: ConstDirectiveNode, argument: string): ConstValueNode | undefined {
  return directive.arguments?.find(({ name }) => name.value === argument)?.value;
}

/** The same of an argument that is a text; null for anything else. */
export function directiveText(directive: ConstDirectiveNode, argument: string): string | null {
  return textOf(directiveValue(directive, argument));
}

/** The member of a value that is an object. */
export function memberOf(value: ConstValueNode, member: string): ConstValueNode | undefined {
  return value.kind === Kind.OBJECT ? value.fields.find(({ name }) => name.value === member)?.value : undefined;
}

/** A text; null for anything else. */
export function textOf(value: ConstValueNode | undefined): string | null {
  return value?.kind === Kind.STRING ? value.value : null;
}
