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

/** A text that travels between the registry and a member only; the public schema does not have it. */
function hiddenText(name: string, description: string): GraphQLScalarType<string, string> {
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: String,
    parseValue: (value) => {
      if (typeof value !== 'string') throw new TypeError(`A ${name} is a text.`);
      return value;
    },
    astNode: parse(`scalar ${name} @inaccessible`).definitions[0] as ScalarTypeDefinitionNode,
  });
}

export const GrantScalar = hiddenText(
  'Grant',
  'A signed decision that the viewer may read one category of a person’s data; absent when refused.',
);

export const RelationScalar = hiddenText(
  'Relation',
  'A signed statement of a member that the viewer and another person have to do with each other now.',
);
