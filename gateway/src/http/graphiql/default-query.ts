import { getNamedType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';

type Field = GraphQLField<unknown, unknown>;

const MAX_LEAVES = 3;
const HINT = `# The Plan panel on the left shows how a query is run.
# Headers below take a token and the purpose:
# {"authorization": "Bearer …", "birlik-purpose": "…"}
`;

/**
 * A query that any schema can answer, for the start: the first field that needs no argument and leads to plain values,
 * and a few of these.
 */
export function defaultQuery(schema: GraphQLSchema): string {
  const query = schema.getQueryType();
  const fields = query == null ? [] : fieldsWithoutArguments(query);
  for (const field of fields) {
    const lines = linesOf(field, 2);
    if (lines !== null && lines.length > 1) return text(lines);
  }
  return text(['__typename']);
}

function text(lines: readonly string[]): string {
  return `${HINT}{\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
}

/** A field with a few plain values below it; null when it leads to none within so many levels. */
function linesOf({ name, type }: Field, levels: number): readonly string[] | null {
  const named = getNamedType(type);
  if (isLeafType(named)) return [name];
  if (levels === 0 || !isObjectType(named)) return null;
  const fields = fieldsWithoutArguments(named);
  const leaves = fields.filter((field) => isLeafType(getNamedType(field.type))).slice(0, MAX_LEAVES);
  const inner = leaves.length > 0 ? leaves.map((leaf) => leaf.name) : firstLines(fields, levels - 1);
  return inner === null ? null : [`${name} {`, ...inner.map((line) => `  ${line}`), '}'];
}

/** Of a connection, its nodes are asked for. */
function firstLines(fields: readonly Field[], levels: number): readonly string[] | null {
  for (const field of fields.toSorted((one, other) => Number(other.name === 'nodes') - Number(one.name === 'nodes'))) {
    const lines = linesOf(field, levels);
    if (lines !== null) return lines;
  }
  return null;
}

function fieldsWithoutArguments(type: GraphQLObjectType): readonly Field[] {
  const fields = Object.values(type.getFields());
  return fields.filter((field) => field.deprecationReason == null && !field.args.some(isRequiredArgument));
}
