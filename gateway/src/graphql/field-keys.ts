import {
  getNamedType,
  isAbstractType,
  Kind,
  OperationTypeNode,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type FieldNode,
  type GraphQLSchema,
} from 'graphql';
import type { ParsedDocument } from './parse-document.js';

/**
 * The keys by which the fields of one operation are asked and kept while it runs: the field's own name, or a made-up one
 * where arguments or types tell several uses apart. Aliases of clients go neither to the planner nor to subgraphs. So no
 * alias can take the place of an entity's key (`{ id: name }`), and one field under two aliases is fetched once.
 */
export class FieldKeys {
  readonly #keys = new Map<FieldNode, string>();

  constructor({ operation, fragments }: Pick<ParsedDocument, 'operation' | 'fragments'>, schema: GraphQLSchema) {
    const fields: {
      readonly node: FieldNode;
      readonly use: string;
      readonly type: string;
      readonly isRoot: boolean;
    }[] = [];
    const usesByName = new Map<string, Set<string>>();
    const typesByName = new Map<string, Set<string>>();
    // Only below an abstract type can selections on several object types meet in one object of a request.
    let meetsAbstract = false;
    const typeInfo = new TypeInfo(schema);
    const root = schema.getRootType(operation.operation);
    const visitor = visitWithTypeInfo(typeInfo, {
      Field(node) {
        const name = node.name.value;
        const isRoot = typeInfo.getParentType() === root;
        // Each response key of a mutation is an act of its own, even when two of them read the same.
        const isAct = isRoot && operation.operation === OperationTypeNode.MUTATION;
        const use = isAct ? `${(node.alias ?? node.name).value}: ${callText(node)}` : callText(node);
        const type = String(typeInfo.getType());
        meetsAbstract ||= isAbstractType(getNamedType(typeInfo.getType()));
        fields.push({ node, use, type, isRoot });
        usesByName.set(name, (usesByName.get(name) ?? new Set()).add(use));
        typesByName.set(name, (typesByName.get(name) ?? new Set()).add(type));
      },
    });
    visit({ kind: Kind.DOCUMENT, definitions: [operation, ...fragments.values()] }, visitor);

    const made = new Map<string, string>();
    for (const { node, use, type, isRoot } of fields) {
      const name = node.name.value;
      const severalTypes = meetsAbstract && (typesByName.get(name)?.size ?? 0) > 1;
      const isOnlyUse = isRoot && usesByName.get(name)?.size === 1;
      if (name.startsWith('__') || (!severalTypes && (use === name || isOnlyUse))) continue;
      const full = severalTypes ? `${use} ${type}` : use;
      const key = made.get(full) ?? `_use${made.size}_${name}`;
      made.set(full, key);
      this.#keys.set(node, key);
    }
  }

  /** The key of a field of the operation. */
  keyOf(node: FieldNode): string {
    return this.#keys.get(node) ?? node.name.value;
  }
}

function callText(node: FieldNode): string {
  const given = (node.arguments ?? []).map(print).toSorted();
  return given.length === 0 ? node.name.value : `${node.name.value}(${given.join(',')})`;
}
