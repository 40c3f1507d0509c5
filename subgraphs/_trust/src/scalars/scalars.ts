import { describedScalar } from '@birlik/kernel/scalars';
import { GraphQLScalarType, parse, type ScalarTypeDefinitionNode } from 'graphql';
import { GraphQLJSONObject } from 'graphql-scalars';
import { roundingBase } from '../statistic/statistic.js';

/** Lets through what a statistic's release may have made and nothing else: an exact count is most likely no multiple. */
export const ReleasedCountScalar = new GraphQLScalarType<number, number>({
  name: 'ReleasedCount',
  description: `A number of people that anyone may see, rounded to the nearest multiple of ${roundingBase}. Small numbers are withheld.`,
  serialize: (value) => {
    if (typeof value === 'number' && value >= roundingBase && value % roundingBase === 0) return value;
    throw new TypeError('A count of people is released by the rules for statistics only.');
  },
  parseValue: () => {
    throw new TypeError('A released count is given, never asked for.');
  },
});

export const PersonalRowScalar = describedScalar(
  GraphQLJSONObject,
  'PersonalRow',
  'One row that a member holds about a person, as a JSON object by the names of its columns.',
);

/** Travels between the registry and the owner of a category only; the public schema does not have it. */
export const GrantScalar = new GraphQLScalarType<string, string>({
  name: 'Grant',
  description: 'A signed decision that the viewer may read one category of a person’s data; absent when refused.',
  serialize: String,
  parseValue: (value) => {
    if (typeof value !== 'string') throw new TypeError('A grant is a text.');
    return value;
  },
  astNode: parse('scalar Grant @inaccessible').definitions[0] as ScalarTypeDefinitionNode,
});
