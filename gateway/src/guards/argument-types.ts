import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isScalarType,
  Kind,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  type ValueNode,
} from 'graphql';

/**
 * The names of the enums and scalars whose values a field is given as arguments. Of a variable all are named that its
 * value could have, because the value comes later.
 */
export function argumentTypes(node: FieldNode, definitions: readonly GraphQLArgument[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { name, value } of node.arguments ?? []) {
    const definition = definitions.find((one) => one.name === name.value);
    if (definition !== undefined) addUsed(value, definition.type, names);
  }
  return names;
}

function addUsed(value: ValueNode, type: GraphQLInputType, names: Set<string>): void {
  const named = getNamedType(type);
  if (value.kind === Kind.VARIABLE) addPossible(named, names, new Set());
  else if (value.kind === Kind.LIST) for (const item of value.values) addUsed(item, type, names);
  else if (!isInputObjectType(named)) names.add(named.name);
  else if (value.kind === Kind.OBJECT) {
    for (const field of value.fields) {
      const definition = named.getFields()[field.name.value];
      if (definition !== undefined) addUsed(field.value, definition.type, names);
    }
  }
}

function addPossible(type: GraphQLNamedType, names: Set<string>, seen: Set<GraphQLNamedType>): void {
  if (isEnumType(type) || isScalarType(type)) names.add(type.name);
  if (!isInputObjectType(type) || seen.has(type)) return;
  seen.add(type);
  for (const field of Object.values(type.getFields())) addPossible(getNamedType(field.type), names, seen);
}
