import { Kind, print, TypeInfo, visit, visitWithTypeInfo, type FieldNode, type GraphQLSchema } from 'graphql';
import type { ParsedDocument } from './parse-document.js';

/**
 * The keys by which the fields of one operation are asked and kept while it runs: the field's own name, or a made-up one
 * where arguments or types tell several uses apart. Aliases of clients go neither to the planner nor to subgraphs. So no
 * alias can take the place of an entity's key (`{ id: name }`), and one field under two aliases is fetched once.
 */
export class FieldKeys {
  readonly #keys = new Map<FieldNode, string>();

  constructor({ operation, fragments }: Pick<ParsedDocument, 'operation' | 'fragments'>, schema: GraphQLSchema) {
    const uses: { readonly node: FieldNode; readonly type: string }[] = [];
    const typesByName = new Map<string, Set<string>>();
    const typeInfo = new TypeInfo(schema);
    const visitor = visitWithTypeInfo(typeInfo, {
      Field(node) {
        const type = String(typeInfo.getType());
        const name = node.name.value;
        uses.push({ node, type });
        typesByName.set(name, (typesByName.get(name) ?? new Set()).add(type));
      },
    });
    visit({ kind: Kind.DOCUMENT, definitions: [operation, ...fragments.values()] }, visitor);

    const made = new Map<string, string>();
    for (const { node, type } of uses) {
      const name = node.name.value;
      const call = callText(node);
      // Fields of one name and several types cannot stand under one key, if they meet in one object of a request.
      const use = (typesByName.get(name)?.size ?? 0) > 1 && !name.startsWith('__') ? `${call}: ${type}` : call;
      if (use === name) continue;
      const key = made.get(use) ?? `_use${made.size}_${name}`;
      made.set(use, key);
      this.#keys.set(node, key);
    }
  }

  /** The key of a field of the operation. */
  keyOf(node: FieldNode): string {
    return this.#keys.get(node) ?? node.name.value;
  }
}

function callText(node: FieldNode): string {
  const given = (node.arguments ?? []).map(print).sort();
  return given.length === 0 ? node.name.value : `${node.name.value}(${given.join(',')})`;
}
