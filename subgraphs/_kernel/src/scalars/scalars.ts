import { GraphQLScalarType, Kind } from 'graphql';
import { GraphQLCountryCode, GraphQLDate, GraphQLDateTimeISO } from 'graphql-scalars';

/** A scalar of the library under a name and a description of our own. */
export function describedScalar(scalar: GraphQLScalarType, name: string, description: string): GraphQLScalarType {
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

export const DateTimeScalar = describedScalar(
  GraphQLDateTimeISO,
  'DateTime',
  'An instant in UTC, as an ISO 8601 text such as `2025-01-31T09:30:00.000Z`.',
);

/** Letters of ASCII alone are made capital: others, such as ı and ſ, would become one of them. */
function capitalLetters(value: unknown): unknown {
  return typeof value === 'string' ? value.trim().replaceAll(/[a-z]/g, (letter) => letter.toUpperCase()) : value;
}

const countryCode = describedScalar(
  GraphQLCountryCode,
  'CountryCode',
  'A country as its ISO 3166-1 alpha-2 code, such as `AZ`; small letters are read as capital ones.',
);

/** A country's code, which is kept and compared in capital letters. */
export const CountryCodeScalar = new GraphQLScalarType({
  ...countryCode.toConfig(),
  parseValue: (value) => countryCode.parseValue(capitalLetters(value)),
  parseLiteral: (node, variables) =>
    countryCode.parseLiteral(
      node.kind === Kind.STRING ? { ...node, value: String(capitalLetters(node.value)) } : node,
      variables,
    ),
});
