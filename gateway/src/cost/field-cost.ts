import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isInputObjectType,
  isLeafType,
  isListType,
  Kind,
  valueFromASTUntyped,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type ValueNode,
} from 'graphql';
import { RequestError } from '../errors/request-error.js';
import type { Variables } from '../graphql/variables.js';
import { sum, type Amount } from './amount.js';
import type { CostContext } from './cost-context.js';
import type { CostDirectives, ListSize } from './cost-directives.js';
import { explain } from '../errors/messages.js';

type Field = GraphQLField<unknown, unknown>;

/**
 * What one value of a field costs without its selection, and whether the field itself has a weight. A value of an
 * abstract type costs as much as the most expensive object that it can be.
 */
export function fieldWeight(
  field: Field,
  { schema, directives }: Pick<CostContext, 'schema' | 'directives'>,
): { readonly weight: number; readonly isOwn: boolean } {
  const own = directives.weight(field);
  if (own !== null) return { weight: own, isOwn: true };
  const type = getNamedType(field.type);
  if (isLeafType(type)) return { weight: directives.weight(type) ?? 0, isOwn: false };
  const objects = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  return { weight: Math.max(0, ...objects.map((object) => directives.weight(object) ?? 1)), isOwn: false };
}

/**
 * How many values `@listSize` expects: the greatest of the slicing arguments, else the assumed size, else the fallback.
 * The amount throws {@link RequestError} when exactly one slicing argument is demanded and not given.
 */
export function expectedSize(node: FieldNode, field: Field, listSize: ListSize, fallback: number): Amount {
  const { slicingArguments, requireOneSlicingArgument } = listSize;
  const assumed = listSize.assumedSize ?? fallback;
  const readers = slicingArguments.flatMap((name) => {
    const definition = field.args.find((one) => one.name === name);
    return definition === undefined ? [] : [readerOf(node, definition)];
  });
  if (readers.length === 0) return assumed;
  const size = (variables: Variables): number => {
    const given = readers.map((read) => read(variables)).filter((value) => typeof value === 'number');
    if (requireOneSlicingArgument && given.length !== 1) {
      const names = slicingArguments.map((name) => `"${name}"`).join(', ');
      const message = explain('slicing-argument', { field: node.name.value, names });
      throw new RequestError('SLICING_ARGUMENT_REQUIRED', message);
    }
    return given.length === 0 ? assumed : Math.max(0, ...given);
  };
  const isOpen = (node.arguments ?? []).some(
    ({ name, value }) => value.kind === Kind.VARIABLE && slicingArguments.includes(name.value),
  );
  // A field that leaves the argument out may be left out itself, so the refusal waits for the variables.
  return isOpen || requireOneSlicingArgument ? size : size({});
}

function readerOf(node: FieldNode, { name, defaultValue }: GraphQLArgument): (variables: Variables) => unknown {
  const value = node.arguments?.find((one) => one.name.value === name)?.value;
  if (value === undefined) return () => defaultValue;
  if (value.kind !== Kind.VARIABLE) {
    const literal: unknown = valueFromASTUntyped(value);
    return () => literal;
  }
  const variable = value.name.value;
  return (variables) => (Object.hasOwn(variables, variable) ? variables[variable] : defaultValue);
}

/** What the arguments of a field cost: their weights, and one for each input object. */
export function argumentsCost(node: FieldNode, field: Field, directives: CostDirectives): Amount {
  return sum(
    (node.arguments ?? []).map(({ name, value }): Amount => {
      const definition = field.args.find((one) => one.name === name.value);
      if (definition === undefined) return 0;
      if (isLeafType(getNamedType(definition.type)) && directives.weight(definition) === null) return 0;
      if (!hasVariables(value)) return inputCost(valueFromASTUntyped(value), definition, directives);
      return (variables) => inputCost(valueFromASTUntyped(value, { ...variables }), definition, directives);
    }),
  );
}

function inputCost(value: unknown, element: GraphQLArgument | GraphQLInputField, directives: CostDirectives): number {
  if (value === null || value === undefined) return 0;
  if (Array.isArray(value) && isListType(getNullableType(element.type))) {
    const items = value.map((item) => inputCost(item, element, directives));
    return items.reduce((left, right) => left + right, directives.weight(element) ?? 0);
  }
  const type = getNamedType(element.type);
  if (!isInputObjectType(type) || typeof value !== 'object') return directives.weight(element) ?? 0;
  const fields = type.getFields();
  return Object.entries(value).reduce(
    (total, [name, part]) => {
      const definition = fields[name];
      return definition === undefined ? total : total + inputCost(part, definition, directives);
    },
    directives.weight(element) ?? 1,
  );
}

function hasVariables(value: ValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return true;
  if (value.kind === Kind.LIST) return value.values.some(hasVariables);
  return value.kind === Kind.OBJECT && value.fields.some((field) => hasVariables(field.value));
}
