import {
  isInterfaceType,
  isObjectType,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
} from 'graphql';
import type { FieldKeys } from '../graphql/field-keys.js';
import type { FieldGuard } from './field-guard.js';
import type { IdPlaces } from './viewer-ids.js';
import { collectFields, type ConditionalSet, type Included } from '../graphql/collect-fields.js';
import { matchesType } from '../graphql/matches-type.js';
import type { TypeSystem } from '../graphql/type-system.js';

/** What compiling a projection needs to know. */
export interface ProjectionContext {
  readonly schema: GraphQLSchema;
  /** The types of the whole supergraph: tells an inaccessible type from an invented one. */
  readonly types: TypeSystem;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The keys of the running answer. */
  readonly keys: FieldKeys;
  /** Where something else stands for ids; null: nowhere. */
  readonly idPlaces?: IdPlaces | null;
  /** The guard of a field on objects of a type, if it has one for this viewer. */
  readonly guardField?:
    | ((type: string, nodes: readonly FieldNode[], below: readonly ConditionalSet[]) => FieldGuard | null)
    | null;
}

/** A field of an answer at one of its possible places. */
export interface ResponseField {
  /** All its occurrences. */
  readonly nodes: readonly FieldNode[];
  readonly name: string;
  readonly responseKey: string;
  /** The key in the running answer. */
  readonly key: string;
  /** Further keys under which the field was asked: through an interface that gives it a wider type. */
  readonly others: readonly string[];
  readonly included: Included;
  readonly below: readonly ConditionalSet[];
}

/** The fields of a type's objects in the order of the answer. */
export function responseFields(
  typename: string,
  sets: readonly ConditionalSet[],
  { schema, fragments, keys }: ProjectionContext,
): readonly ResponseField[] {
  const type = schema.getType(typename);
  const objects = isInterfaceType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  const applies = (condition: string) => objects.every((one) => matchesType(schema, condition, one));
  return [...collectFields(sets, fragments, applies)]
    .flatMap(([responseKey, { nodes, places, below }]) => {
      const name = nodes[0]?.name.value ?? '';
      const [key = name, ...others] = new Set(nodes.map((node) => keys.keyOf(node)));
      return places.map(({ order, included }) => ({ order, nodes, name, responseKey, key, others, included, below }));
    })
    .toSorted((left, right) => left.order - right.order);
}
