import type { FetchRewrite, RequiresSelection } from '../planning/plan.js';
import { Failure } from './failure.js';
import { jsonText } from '../subgraph/json.js';
import { jsonString } from './leaf-writer.js';
import { rewriteRepresentation } from './rewrites.js';
import { isStateObject, type StateObject, type StateValue } from './state.js';
import type { Variables } from '../graphql/variables.js';
import type { TypeSystem } from '../graphql/type-system.js';

/**
 * Writes what identifies an entity to a subgraph, as JSON text. Returns the failure of a needed value, or null when the
 * entity is not one that the fetch is for or a needed value was never asked.
 */
export type RepresentationWriter = (entity: StateObject, variables: Variables) => string | Failure | null;

interface Part {
  readonly prefix: string;
  /** The key in the running answer. */
  readonly key: string;
  readonly selections: RequiresSelection[] | null;
  readonly when: ((variables: Variables) => boolean) | null;
}

interface WrittenPart extends Part {
  readonly write: ValueWriter;
}

/** Compiles the `requires` of an entity fetch. */
export function compileRepresentation(
  requires: readonly RequiresSelection[],
  rewrites: readonly FetchRewrite[],
  types: TypeSystem,
): RepresentationWriter {
  const write = compileObject(requires, types, true);
  if (rewrites.length === 0) return write;
  return (entity, variables) => {
    const text = write(entity, variables);
    if (typeof text !== 'string') return text;
    const representation = JSON.parse(text) as Record<string, unknown>;
    rewriteRepresentation(representation, rewrites, types);
    return JSON.stringify(representation);
  };
}

function compileObject(
  selections: readonly RequiresSelection[],
  types: TypeSystem,
  isEntity: boolean,
): RepresentationWriter {
  const byType = new Map<string | undefined, { readonly opening: string; readonly parts: readonly WrittenPart[] }>();
  const compileType = (typename: string | undefined) => {
    const collected = new Map<string, Part>();
    collectParts(selections, typename, types, null, collected);
    const parts = [...collected.values()].map((part) => ({ ...part, write: compileValue(part.selections, types) }));
    const compiled = { opening: isEntity ? `{"__typename":${JSON.stringify(typename)}` : '{', parts };
    byType.set(typename, compiled);
    return compiled;
  };
  return (object, variables) => {
    const typename = typeof object.__typename === 'string' ? object.__typename : undefined;
    if (isEntity && typename === undefined) return null;
    const { opening, parts } = byType.get(typename) ?? compileType(typename);
    if (isEntity && parts.length === 0) return null;
    let text = opening;
    for (const part of parts) {
      if (part.when !== null && !part.when(variables)) continue;
      if (part.key === '__typename') {
        if (isEntity || typename === undefined) continue;
        text += `${text === '{' ? '' : ','}${part.prefix}${JSON.stringify(typename)}`;
        continue;
      }
      const value = part.write(object[part.key], variables);
      if (typeof value !== 'string') return value;
      text += `${text === '{' ? '' : ','}${part.prefix}${value}`;
    }
    return `${text}}`;
  };
}

type ValueWriter = (value: StateValue, variables: Variables) => string | Failure | null;

function compileValue(selections: readonly RequiresSelection[] | null, types: TypeSystem): ValueWriter {
  const writeObject = selections === null ? null : compileObject(selections, types, false);
  const write: ValueWriter = (value, variables) => {
    if (value === undefined) return null;
    if (value === null) return 'null';
    if (typeof value === 'string') return writeObject === null ? jsonString(value) : null;
    if (value instanceof Failure) return value;
    if (Array.isArray(value)) {
      const items: string[] = [];
      for (const item of value as readonly StateValue[]) {
        const text = write(item, variables);
        if (typeof text !== 'string') return text;
        items.push(text);
      }
      return `[${items.join(',')}]`;
    }
    if (isStateObject(value)) return writeObject === null ? null : writeObject(value, variables);
    return writeObject === null ? (jsonText(value) ?? null) : null;
  };
  return write;
}

function collectParts(
  selections: readonly RequiresSelection[],
  typename: string | undefined,
  types: TypeSystem,
  when: Part['when'],
  parts: Map<string, Part>,
): void {
  for (const selection of selections) {
    if (selection.kind === 'FragmentSpread') throw new Error('The plan requires a fragment that it does not define.');
    if (selection.kind === 'InlineFragment') {
      if (typename !== undefined && !types.matching(selection.typeCondition).has(typename)) continue;
      const { skipIf, includeIf } = selection;
      const outer = when;
      const inner =
        skipIf == null && includeIf == null
          ? outer
          : (variables: Variables) =>
              (outer === null || outer(variables)) &&
              (skipIf == null || variables[skipIf] !== true) &&
              (includeIf == null || variables[includeIf] === true);
      collectParts(selection.selections, typename, types, inner, parts);
      continue;
    }
    const target = selection.alias ?? selection.name;
    const known = parts.get(target);
    parts.set(target, {
      prefix: `${JSON.stringify(target)}:`,
      key: selection.name,
      selections: selection.selections == null ? null : [...(known?.selections ?? []), ...selection.selections],
      when: known === undefined ? when : known.when === null || when === null ? null : eitherOf(known.when, when),
    });
  }
}

function eitherOf(left: (variables: Variables) => boolean, right: (variables: Variables) => boolean) {
  return (variables: Variables) => left(variables) || right(variables);
}
