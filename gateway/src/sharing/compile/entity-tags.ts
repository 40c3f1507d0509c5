import { isObjectType, Kind, parse, type GraphQLSchema, type SelectionSetNode } from 'graphql';
import { isJsonObject, readOwn, type Json, type JsonObject } from '../../subgraph/json.js';
import { directiveText } from '../../graphql/directive-value.js';
import type { EntityTags } from '../../subgraph/fetch-sharing.js';
import { canonicalKey } from './canonical-key.js';

const compiled = new WeakMap<GraphQLSchema, EntityTags>();

/** The tags of entities for one supergraph. */
export function entityTags(schema: GraphQLSchema): EntityTags {
  let tagsOf = compiled.get(schema);
  if (tagsOf === undefined) {
    tagsOf = compile(schema);
    compiled.set(schema, tagsOf);
  }
  return tagsOf;
}

/** The tag of one entity. */
export function entityTag(type: string, key: Json): string {
  return `entity:${type}:${canonicalKey(key)}`;
}

function compile(schema: GraphQLSchema): EntityTags {
  const keysByType = new Map<string, readonly SelectionSetNode[]>();
  const keysOf = (name: string): readonly SelectionSetNode[] => {
    let keys = keysByType.get(name);
    if (keys === undefined) {
      keys = readKeys(schema, name);
      if (isObjectType(schema.getType(name))) keysByType.set(name, keys);
    }
    return keys;
  };
  const visit: EntityTags = (value, tags) => {
    if (Array.isArray(value)) {
      for (const item of value as readonly Json[]) visit(item, tags);
      return;
    }
    if (!isJsonObject(value)) return;
    const typename = readOwn(value, '__typename');
    for (const key of typeof typename === 'string' ? keysOf(typename) : []) {
      const picked = pick(value, key);
      if (picked !== null && typeof typename === 'string') tags.add(entityTag(typename, picked));
    }
    for (const below of Object.values(value)) visit(below, tags);
  };
  return visit;
}

function readKeys(schema: GraphQLSchema, name: string): SelectionSetNode[] {
  const joins = schema.getType(name)?.astNode?.directives?.filter((directive) => directive.name.value === 'join__type');
  const texts = (joins ?? []).flatMap((join) => {
    const text = directiveText(join, 'key');
    return text === null ? [] : [text];
  });
  return [...new Set(texts)].flatMap((text) =>
    parse(`{${text}}`, { noLocation: true }).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? [definition.selectionSet] : [],
    ),
  );
}

/** The fields of a key; null when one is missing. */
function pick(source: JsonObject, { selections }: SelectionSetNode): JsonObject | null {
  const picked: [string, Json][] = [];
  for (const selection of selections) {
    if (selection.kind !== 'Field') return null;
    const value = readOwn(source, selection.name.value) ?? null;
    const { selectionSet } = selection;
    const part = selectionSet === undefined ? value : isJsonObject(value) ? pick(value, selectionSet) : null;
    if (part === null) return null;
    picked.push([selection.name.value, part]);
  }
  return Object.fromEntries(picked);
}
