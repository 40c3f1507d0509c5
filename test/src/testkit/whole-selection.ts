import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type GraphQLNamedType,
  type IntrospectionQuery,
} from 'graphql';
import type { TestStack } from './stack.js';

/** Types that many parts of the graph lead to; of these the fields that everybody may see. */
const landmarks: Readonly<Record<string, string>> = {
  Organization: '{ id name kind city }',
  Country: '{ code name }',
  Opportunity: '{ id }',
};

/** As deep as the parts of a profile are. */
const deepest = 5;

/**
 * By name, the selection of everything below some fields of `Volunteer`, another person excepted: what the schema has
 * today and not what somebody wrote down.
 */
export async function wholeSelections(
  federation: TestStack,
  fields: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { data } = await federation.ask<IntrospectionQuery>(getIntrospectionQuery());
  if (!data) throw new Error('The gateway does not show its schema.');
  const person = buildClientSchema(data).getType('Volunteer');
  if (!isObjectType(person)) throw new Error('There is no type Volunteer.');
  return new Map(
    fields.map((name) => {
      const field = person.getFields()[name];
      if (!field) throw new Error(`Volunteer has no field ${name}.`);
      return [name, `${name} ${selectionOf(getNamedType(field.type), 1) ?? ''}`.trim()];
    }),
  );
}

/** Null for a type below which there is nothing to select. */
function selectionOf(type: GraphQLNamedType, depth: number): string | null {
  if (!isCompositeType(type)) return '';
  if (Object.hasOwn(landmarks, type.name)) return landmarks[type.name] ?? null;
  if (type.name === 'Volunteer' || depth === deepest || isUnionType(type)) return null;
  const parts = Object.values(type.getFields()).flatMap((field) => {
    const below = field.args.some(isRequiredArgument) ? null : selectionOf(getNamedType(field.type), depth + 1);
    return below === null ? [] : [`${field.name} ${below}`.trim()];
  });
  return parts.length === 0 ? null : `{ ${parts.join(' ')} }`;
}
