import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

/** A random operation and the values of its variables. */
export interface RandomOperation {
  readonly source: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Values that an argument may get, by argument name. */
export type ArgumentValues = Readonly<Record<string, readonly unknown[]>>;

/** How operations are made. */
export interface RandomOptions {
  readonly arguments: ArgumentValues;
  readonly maxDepth: number;
}

const CONFUSING_ALIASES = ['id', 'upc', 'grant', 'name', 'reviews', 'toString', 'x', 'y'];
const VARIABLE_TYPES: Readonly<Record<string, string>> = { number: 'Int', string: 'String', boolean: 'Boolean!' };

/** A stream of numbers from 0 to 1 that depends on the seed only. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Makes an operation with fragments, aliases, arguments, variables and conditions. It need not be valid. */
export function randomOperation(schema: GraphQLSchema, random: () => number, options: RandomOptions): RandomOperation {
  const variables: Record<string, unknown> = {};
  const declarations: string[] = [];
  const fragments: string[] = [];
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

  const variable = (value: unknown, type: string): string => {
    const name = `v${declarations.length}`;
    declarations.push(`$${name}: ${type}`);
    variables[name] = value;
    return `$${name}`;
  };
  const condition = (): string => {
    if (random() > 0.12) return '';
    return ` @${pick(['skip', 'include'])}(if: ${variable(random() < 0.5, 'Boolean!')})`;
  };
  const argumentsOf = (field: GraphQLField<unknown, unknown>): string => {
    const given = field.args.flatMap((argument) => {
      const values = options.arguments[argument.name];
      if (values === undefined || (!isRequiredArgument(argument) && random() < 0.5)) return [];
      const value = pick(values);
      const type = isRequiredArgument(argument) ? String(argument.type) : VARIABLE_TYPES[typeof value];
      const text = random() < 0.4 && type !== undefined ? variable(value, type) : JSON.stringify(value);
      return [`${argument.name}: ${text}`];
    });
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  };
  const fieldOf = (type: GraphQLCompositeType, path: readonly string[]): string | null => {
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    if (fields.length === 0 || random() < 0.1) return `${random() < 0.3 ? 't: ' : ''}__typename`;
    const field = pick(fields);
    const below = [...path, `${type.name}.${field.name}`];
    const result = getNamedType(field.type);
    if (isCompositeType(result) && below.length > options.maxDepth) return null;
    const call = argumentsOf(field);
    const alias =
      call !== '' || random() < 0.2
        ? `${random() < 0.3 ? pick(CONFUSING_ALIASES) : `a${Math.floor(random() * 1e6)}`}: `
        : '';
    const selection = isCompositeType(result) ? ` ${setOf(result, below)}` : '';
    return `${alias}${field.name}${call}${condition()}${selection}`;
  };
  const setOf = (type: GraphQLCompositeType, path: readonly string[]): string => {
    const parts: string[] = [];
    const count = 1 + Math.floor(random() * 4);
    for (let index = 0; index < count; index++) {
      const kind = random();
      const target = isAbstractType(type) && random() < 0.8 ? pick(schema.getPossibleTypes(type)) : type;
      if (kind < (isAbstractType(type) ? 0.6 : 0.15)) {
        parts.push(`... on ${target.name}${condition()} ${flatSetOf(target, path)}`);
      } else if (kind < 0.7 && random() < 0.15) {
        const name = `F${fragments.length}`;
        fragments.push('');
        fragments[Number(name.slice(1))] = `fragment ${name} on ${target.name} ${flatSetOf(target, path)}`;
        parts.push(`...${name}${condition()}`);
      } else {
        const field = fieldOf(type, path);
        if (field !== null) parts.push(field);
      }
    }
    return `{ ${parts.length === 0 ? '__typename' : parts.join(' ')} }`;
  };
  const flatSetOf = (type: GraphQLCompositeType, path: readonly string[]): string => {
    const parts = [fieldOf(type, path), fieldOf(type, path)].filter((part) => part !== null);
    return `{ ${parts.length === 0 ? '__typename' : parts.join(' ')} }`;
  };

  const query = schema.getQueryType();
  if (query == null) throw new Error('The schema has no queries.');
  const body = setOf(query, []);
  const head = declarations.length === 0 ? 'query Random' : `query Random(${declarations.join(', ')})`;
  return { source: [`${head} ${body}`, ...fragments].join('\n'), variables };
}
