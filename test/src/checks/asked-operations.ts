import { parse, TypeInfo, visit, visitWithTypeInfo, type GraphQLSchema } from 'graphql';

const rootsOf = (schema: GraphQLSchema) =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter((type) => type != null);

/** Every operation of a graph, such as `Mutation.giveConsent`. */
export function operationsOf(schema: GraphQLSchema): string[] {
  return rootsOf(schema).flatMap((root) => Object.keys(root.getFields()).map((field) => `${root.name}.${field}`));
}

/** The operations that documents ask for, as {@link operationsOf} calls them. */
export function operationsAskedBy(schema: GraphQLSchema, documents: readonly string[]): ReadonlySet<string> {
  const roots = new Set(rootsOf(schema).map(({ name }) => name));
  const asked = new Set<string>();
  for (const document of documents) {
    const types = new TypeInfo(schema);
    visit(
      parse(document),
      visitWithTypeInfo(types, {
        Field({ name }) {
          const parent = types.getParentType()?.name ?? '';
          if (roots.has(parent)) asked.add(`${parent}.${name.value}`);
        },
      }),
    );
  }
  return asked;
}

/** Operations that people do not come to in the portal, with the reason. */
export interface Unasked {
  readonly reason: string;
  readonly operations: readonly string[];
}

/** What is wrong with such a list: one sentence a fault. */
export function faultsOf(
  unasked: readonly Unasked[],
  graph: { readonly operations: readonly string[]; readonly asked: ReadonlySet<string> },
): string[] {
  const listed = unasked.flatMap(({ operations }) => operations);
  const known = new Set(graph.operations);
  return [
    ...graph.operations
      .filter((name) => !graph.asked.has(name) && !listed.includes(name))
      .map(
        (name) =>
          `${name} is asked by no page of the portal: give it one, or list it with the reason why people do without.`,
      ),
    ...listed
      .filter((name) => graph.asked.has(name))
      .map((name) => `${name} is asked by a page by now: take it off the list.`),
    ...listed
      .filter((name) => !known.has(name))
      .map((name) => `${name} is no operation of the graph: take it off the list.`),
  ];
}
