import { isAbstractType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';

/** Whether the objects of a type satisfy `... on condition`. */
export function matchesType(schema: GraphQLSchema, condition: string, type: GraphQLObjectType): boolean {
  if (condition === type.name) return true;
  const conditionType = schema.getType(condition);
  return isAbstractType(conditionType) && schema.isSubType(conditionType, type);
}
