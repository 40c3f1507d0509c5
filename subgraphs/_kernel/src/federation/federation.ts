import 'reflect-metadata';
import { buildSubgraphSchema, printSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLScalarType, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { CountryCodeScalar, DateScalar, DateTimeScalar } from '../scalars/scalars.js';

const federationLink = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.5"
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@tag"]
)`;

/** A reference to a shared thing as another subgraph's answer names it: the key and the fields that were required. */
export type Reference = { readonly __typename: string } & Readonly<Record<string, unknown>>;

/**
 * Turns a reference into what the type's field resolvers get as their root; null when there is no such thing.
 */
export type ResolveReference<Context> = (
  reference: Reference,
  context: Context,
) => object | null | Promise<object | null>;

export interface SchemaDefinition<Context> {
  readonly resolvers: NonEmptyArray<Function>;
  /** By type name. A type with a key and no entry here cannot be resolved by the gateway. */
  readonly references: Readonly<Record<string, ResolveReference<Context>>>;
  /** Types that no field names, such as the members of an interface. */
  readonly orphanedTypes?: readonly Function[];
  /** Looks at the schema as it is declared, extensions included. @throws Error to refuse it @default takes any */
  readonly inspect?: (schema: GraphQLSchema) => void;
  /** Scalars beside those of the kernel. @default none */
  readonly scalars?: readonly GraphQLScalarType[];
}

export interface SubgraphSchema {
  readonly schema: GraphQLSchema;
  /** The contract with its federation directives, as composition reads it. */
  readonly sdl: string;
}

/** Builds a subgraph's schema. type-graphql keeps its types in one global place: one schema a process. */
export function buildFederatedSchema<Context>(definition: SchemaDefinition<Context>): SubgraphSchema {
  const { references, scalars = [] } = definition;
  const plain = buildSchemaSync({
    resolvers: definition.resolvers,
    orphanedTypes: [...(definition.orphanedTypes ?? [])],
    skipCheck: true,
    validate: { forbidUnknownValues: true },
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
  });
  definition.inspect?.(plain);
  const sdl = `${federationLink}\n\n${printSubgraphSchema(plain)}`;
  const resolvers: Record<string, object> = { ...createResolversMap(plain) };
  for (const [type, resolve] of Object.entries(references)) {
    if (!plain.getType(type))
      throw new Error(`No field leads to ${type}, which has a reference: name it in orphanedTypes.`);
    resolvers[type] = { ...resolvers[type], __resolveReference: resolve };
  }
  for (const scalar of [CountryCodeScalar, DateScalar, DateTimeScalar, ...scalars]) {
    if (plain.getType(scalar.name)) resolvers[scalar.name] = scalar;
  }
  return { schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]), sdl };
}
