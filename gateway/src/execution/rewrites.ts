import type { FetchPathSegment, FetchRewrite } from '../planning/plan.js';
import type { TypeSystem } from '../graphql/type-system.js';

/** A key of an answer that the planner wants under another name. */
export interface KeyRename {
  readonly path: readonly FetchPathSegment[];
  readonly to: string;
}

/** A JSON object of our own making, so that it may be changed in place. */
interface OwnObject {
  [key: string]: unknown;
}

/** The output rewrites of a fetch as renames; nothing else can be asked of an answer. */
export function outputRenames(rewrites: readonly FetchRewrite[] | undefined): KeyRename[] {
  return (rewrites ?? []).map((rewrite) => {
    if (!('KeyRenamer' in rewrite)) throw new Error('The plan asks for an output rewrite of an unknown kind.');
    return { path: rewrite.KeyRenamer.path, to: rewrite.KeyRenamer.renameKeyTo };
  });
}

/** Applies the input rewrites of a fetch to one representation, in place. */
export function rewriteRepresentation(
  representation: OwnObject,
  rewrites: readonly FetchRewrite[],
  types: TypeSystem,
): void {
  for (const rewrite of rewrites) {
    if ('KeyRenamer' in rewrite) {
      const { path, renameKeyTo } = rewrite.KeyRenamer;
      applyAt(representation, path, types, (parent, key) => {
        if (key === renameKeyTo) return;
        parent[renameKeyTo] = parent[key];
        delete parent[key];
      });
    } else {
      const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
      applyAt(representation, path, types, (parent, key) => {
        parent[key] = setValueTo;
      });
    }
  }
}

function applyAt(
  value: unknown,
  path: readonly FetchPathSegment[],
  types: TypeSystem,
  change: (parent: OwnObject, key: string) => void,
): void {
  if (Array.isArray(value)) {
    for (const item of value) applyAt(item, path, types, change);
    return;
  }
  const [segment, ...rest] = path;
  if (typeof value !== 'object' || value === null || segment === undefined) return;
  const object = value as OwnObject;
  if ('TypenameEquals' in segment) {
    const typename = Object.hasOwn(object, '__typename') ? object['__typename'] : undefined;
    if (typeof typename === 'string' && !segment.TypenameEquals.some((name) => types.matching(name).has(typename))) {
      return;
    }
    applyAt(object, rest, types, change);
  } else if (Object.hasOwn(object, segment.Key)) {
    if (rest.length === 0) change(object, segment.Key);
    else applyAt(object[segment.Key], rest, types, change);
  }
}
