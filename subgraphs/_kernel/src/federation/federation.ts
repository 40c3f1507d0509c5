import 'reflect-metadata';
import { buildSubgraphSchema, printSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';
import type { RequestContext } from '../context/context.js';
import { dataExportOf, resolveDataExport } from '../data-export/data-export.js';
import { erasureResolver } from '../erasure/erasure.js';
import type { PersonalData } from '../personal-data/personal-data.js';
import {
  CountryCodeScalar,
  DateScalar,
  DateTimeScalar,
  GrantScalar,
  PersonalRowScalar,
  ReleasedCountScalar,
} from '../scalars/scalars.js';

const federationLink = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.5"
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@tag"]
)`;

/** A reference to a shared thing as another member's answer names it: the key and the fields that were required. */
export type Reference = { readonly __typename: string } & Readonly<Record<string, unknown>>;

/**
 * Turns a reference into what the type's field resolvers get as their root; null when there is no such thing.
 */
export type ResolveReference = (
  reference: Reference,
  context: RequestContext,
) => object | null | Promise<object | null>;

export interface SchemaDefinition {
  readonly resolvers: NonEmptyArray<Function>;
  /** By type name. A type with a key and no entry here cannot be resolved by the gateway. */
  readonly references: Readonly<Record<string, ResolveReference>>;
  /** Types that no field names, such as the members of an interface. */
  readonly orphanedTypes?: readonly Function[];
  /**
   * What the member declares about people: it then has a section in their export and takes orders of erasure. Unset in the
   * registry, which gives both orders itself.
   */
  readonly personalData?: PersonalData;
}

export interface SubgraphSchema {
  readonly schema: GraphQLSchema;
  /** The contract with its federation directives, as composition reads it. */
  readonly sdl: string;
}

/** Builds a member's federated schema. type-graphql keeps its types in one global place: one schema a process. */
export function buildFederatedSchema(definition: SchemaDefinition): SubgraphSchema {
  const { personalData } = definition;
  const dataExport = personalData && dataExportOf(personalData);
  const rights = personalData && dataExport ? [dataExport.resolver, erasureResolver(personalData)] : [];
  const references = { ...definition.references, ...(personalData && { DataExport: resolveDataExport }) };
  const plain = buildSchemaSync({
    resolvers: [...definition.resolvers, ...rights] as NonEmptyArray<Function>,
    orphanedTypes: [...(definition.orphanedTypes ?? []), ...(dataExport ? [dataExport.type] : [])],
    skipCheck: true,
    validate: { forbidUnknownValues: true },
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
  });
  const sdl = `${federationLink}\n\n${printSubgraphSchema(plain)}`;
  const resolvers: Record<string, object> = { ...createResolversMap(plain) };
  for (const [type, resolve] of Object.entries(references)) {
    resolvers[type] = { ...resolvers[type], __resolveReference: resolve };
  }
  for (const scalar of [
    CountryCodeScalar,
    DateScalar,
    DateTimeScalar,
    GrantScalar,
    PersonalRowScalar,
    ReleasedCountScalar,
  ]) {
    if (plain.getType(scalar.name)) resolvers[scalar.name] = scalar;
  }
  return { schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]), sdl };
}
