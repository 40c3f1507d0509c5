import type { FlattenPathSegment, RequiresSelection } from '../planning/plan.js';
import { pathKeys } from './locate.js';
import type { Shape } from './shape.js';

/**
 * Where a fetch reads and writes in the running answer: response keys from the root, joined by `/`, lists and type
 * conditions left out. That is coarser than the truth, so it can only make a fetch wait longer than it must.
 */
export interface Footprint {
  readonly reads: ReadonlySet<string>;
  readonly writes: ReadonlySet<string>;
}

/** The earlier fetches that write something this one reads; all of them when none does, to be safe. */
export function dependencies(
  own: Footprint,
  earlier: readonly { readonly index: number; readonly footprint: Footprint }[],
): number[] {
  const needed = earlier.filter(({ footprint }) => [...own.reads].some((key) => footprint.writes.has(key)));
  return (needed.length > 0 ? needed : earlier).map(({ index }) => index);
}

/** What an entity fetch reads: each step of its path, the type name and the required fields. */
export function groupReads(
  path: readonly FlattenPathSegment[],
  requires: readonly RequiresSelection[],
): ReadonlySet<string> {
  const reads = new Set<string>();
  let at = '';
  for (const key of pathKeys(path)) {
    at += `/${key}`;
    reads.add(at);
  }
  reads.add(`${at}/__typename`);
  readRequires(requires, at, reads);
  return reads;
}

function readRequires(selections: readonly RequiresSelection[], at: string, reads: Set<string>): void {
  for (const selection of selections) {
    if (selection.kind === 'FragmentSpread') continue;
    const below = selection.kind === 'Field' ? `${at}/${selection.name}` : at;
    if (selection.kind === 'Field') reads.add(below);
    readRequires(selection.selections ?? [], below, reads);
  }
}

/** What a fetch writes below a path. */
export function shapeWrites(shape: Shape, path: readonly FlattenPathSegment[]): ReadonlySet<string> {
  const writes = new Set<string>();
  writeShape(shape, ['', ...pathKeys(path)].join('/'), writes);
  return writes;
}

function writeShape(shape: Shape, at: string, writes: Set<string>): void {
  if (shape.typenames.length > 0) writes.add(`${at}/__typename`);
  for (const field of shape.fields) {
    const below = `${at}/${field.key}`;
    writes.add(below);
    if (field.shape !== null) writeShape(field.shape, below, writes);
  }
}
