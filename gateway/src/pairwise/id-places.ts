import {
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type ConstDirectiveNode,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';
import type { IdPlaces } from '../execution/viewer-ids.js';

/** A field, an argument or an input field. */
export interface Declared {
  readonly type: GraphQLType;
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;
}

/** Where a supergraph would show the federation's ids, and the one before it shows pseudonyms. */
export function uncoveredPlaces(
  before: GraphQLSchema,
  after: GraphQLSchema,
  placesOf: (schema: GraphQLSchema) => IdPlaces,
): string[] {
  const covered = placesOf(after);
  const known = allPlaces(after);
  return [...placesOf(before)].filter((place) => known.has(place) && !covered.has(place));
}

/** All fields, arguments and input fields by their coordinates. */
export function allPlaces(schema: GraphQLSchema): ReadonlyMap<string, Declared> {
  const all = new Map<string, Declared>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) all.set(`${type.name}.${field.name}`, field);
    } else if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        all.set(`${type.name}.${field.name}`, field);
        for (const argument of field.args) all.set(argumentPlace(type.name, field.name, argument.name), argument);
      }
    }
  }
  return all;
}

/** The coordinate of an argument. */
export function argumentPlace(type: string, field: string, argument: string): string {
  return `${type}.${field}(${argument}:)`;
}
