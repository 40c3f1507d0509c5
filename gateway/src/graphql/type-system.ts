import { isAbstractType, isObjectType, type GraphQLSchema } from 'graphql';

/** Answers questions about type names of the whole supergraph, inaccessible types included. */
export class TypeSystem {
  readonly schema: GraphQLSchema;
  readonly #matching = new Map<string, ReadonlySet<string>>();

  constructor(schema: GraphQLSchema) {
    this.schema = schema;
  }

  /** The type names that satisfy `... on condition`: the name itself and, for an abstract type, its members. */
  matching(condition: string): ReadonlySet<string> {
    let names = this.#matching.get(condition);
    if (names === undefined) {
      const type = this.schema.getType(condition);
      const members = isAbstractType(type) ? this.schema.getPossibleTypes(type).map((member) => member.name) : [];
      names = new Set([condition, ...members]);
      this.#matching.set(condition, names);
    }
    return names;
  }

  /** Whether a name is an object type; an interface object may be known by its interface for a while. */
  isConcrete(name: string): boolean {
    return isObjectType(this.schema.getType(name));
  }
}
