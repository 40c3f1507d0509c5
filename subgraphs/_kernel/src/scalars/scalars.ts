import { GraphQLScalarType, parse, type ScalarTypeDefinitionNode } from 'graphql';
import { GraphQLCountryCode, GraphQLDate, GraphQLDateTimeISO, GraphQLJSONObject } from 'graphql-scalars';
import { roundingBase } from '../figure/figure.js';

function described(scalar: GraphQLScalarType, name: string, description: string): GraphQLScalarType {
  return new GraphQLScalarType({
    ...scalar.toConfig(),
    name,
    description,
    extensions: {},
    specifiedByURL: null,
  });
}

/** A calendar day; columns hold it as text `YYYY-MM-DD`, and so do inputs, so that no time zone can move it. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar day without a time zone, as `YYYY-MM-DD`.',
  serialize: (value) => {
    if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
    throw new TypeError('A day is stored as YYYY-MM-DD.');
  },
  parseValue: (value) => (GraphQLDate.parseValue(value) as Date).toISOString().slice(0, 10),
  parseLiteral: (node, variables) => (GraphQLDate.parseLiteral(node, variables) as Date).toISOString().slice(0, 10),
});

export const DateTimeScalar = described(
  GraphQLDateTimeISO,
  'DateTime',
  'An instant in UTC, as an ISO 8601 text such as `2025-01-31T09:30:00.000Z`.',
);

export const CountryCodeScalar = described(
  GraphQLCountryCode,
  'CountryCode',
  'A country as its ISO 3166-1 alpha-2 code, such as `AZ`.',
);

/** Lets through what a figure's release may have made and nothing else: an exact count is most likely no multiple. */
export const ReleasedCountScalar = new GraphQLScalarType<number, number>({
  name: 'ReleasedCount',
  description: `A number of people that anyone may see, rounded to the nearest multiple of ${roundingBase}. Small numbers are withheld.`,
  serialize: (value) => {
    if (typeof value === 'number' && value >= roundingBase && value % roundingBase === 0) return value;
    throw new TypeError('A count of people is released by the rules for figures only.');
  },
  parseValue: () => {
    throw new TypeError('A released count is given, never asked for.');
  },
});

export const PersonalRowScalar = described(
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
