import {
  BREAK,
  isInterfaceType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type GraphQLSchema,
} from 'graphql';

/** Whether a request to a subgraph asks for a field that clients may not know, such as a grant. */
export function selectsInaccessible(operation: string, all: GraphQLSchema, visible: GraphQLSchema): boolean {
  const typeInfo = new TypeInfo(all);
  let found = false;
  const visitor = visitWithTypeInfo(typeInfo, {
    Field(node) {
      const name = node.name.value;
      if (name.startsWith('__')) return undefined;
      const type = visible.getType(typeInfo.getParentType()?.name ?? '');
      found = !(isObjectType(type) || isInterfaceType(type)) || type.getFields()[name] === undefined;
      return found ? BREAK : undefined;
    },
  });
  visit(parse(operation, { noLocation: true }), visitor);
  return found;
}
