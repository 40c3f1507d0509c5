import type { FragmentDefinitionNode, GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { collectFields, type ConditionalSet, type Included } from '../graphql/collect-fields.js';
import { matchesType } from '../graphql/matches-type.js';

/** A field that cannot be written for an object of which only an interface is known. */
export interface TypeNeed {
  readonly responseKey: string;
  readonly included: Included;
}

interface TypeNeedContext {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/**
 * What a selection asks that hangs on the object type: `__typename`, and the fields of fragments for some of the
 * interface's types, unless every type answers the same anyway.
 */
export function typeNeeds(
  type: GraphQLInterfaceType,
  sets: readonly ConditionalSet[],
  { schema, fragments }: TypeNeedContext,
): readonly TypeNeed[] {
  const objects = schema.getPossibleTypes(type);
  const test = (condition: string) => (one: GraphQLObjectType) => matchesType(schema, condition, one);
  const undecided: ConditionalSet[] = [];
  const decided = collectFields(
    sets,
    fragments,
    (condition) => objects.every(test(condition)),
    (condition, set) => {
      if (objects.some(test(condition))) undecided.push(set);
    },
  );
  const perType = collectFields(undecided, fragments, (condition) => objects.some(test(condition)));
  const needs = [...decided].filter(([, { nodes }]) => nodes[0]?.name.value === '__typename');
  for (const [responseKey, field] of perType) {
    const known = decided.get(responseKey);
    const isLeafForAll = known?.below.length === 0 && known.places.some(({ included }) => included === null);
    if (!isLeafForAll) needs.push([responseKey, field]);
  }
  return needs.flatMap(([responseKey, { places }]) => places.map(({ included }) => ({ responseKey, included })));
}
