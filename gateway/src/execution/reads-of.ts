import type { OperationDocument } from '../graphql/operation-document.js';
import type { FlattenPathSegment } from '../planning/plan.js';
import { pathKeys } from './locate.js';
import type { Shape } from './shape.js';

/**
 * A fetch of a plan, and where what it asks for stands in the operation. A place is the response keys on the way to an
 * object, joined by `.`, lists and type conditions left out.
 */
export interface PlacedFetch {
  readonly service: string;
  readonly document: OperationDocument;
  /** By place in the fetch's document, the places in the operation that are answered there. */
  readonly places: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Makes the JSON text of what a fetch tells its subgraph that the operation reads; null: nothing. */
export type ReadsOf = (fetch: PlacedFetch) => string | null;

/** Tells no subgraph of reads. */
export const noReads: ReadsOf = () => null;

/** What a fetch takes into the running answer. */
interface TakenPart {
  /** Where it stands in the fetch's document. */
  readonly at: string;
  /** Where it goes in the running answer. */
  readonly paths: readonly (readonly FlattenPathSegment[])[];
  readonly shape: Shape;
}

/** By place in a fetch's document, the places in the running answer that it fills. */
export function placesOf(parts: readonly TakenPart[]): ReadonlyMap<string, ReadonlySet<string>> {
  const places = new Map<string, Set<string>>();
  for (const { at, paths, shape } of parts) {
    for (const path of paths) collectPlaces(shape, at, pathKeys(path).join('.'), places);
  }
  return places;
}

/** The place of a field's value. */
export function placeBelow(place: string, key: string): string {
  return place === '' ? key : `${place}.${key}`;
}

function collectPlaces(shape: Shape, source: string, target: string, places: Map<string, Set<string>>): void {
  places.set(source, (places.get(source) ?? new Set()).add(target));
  for (const field of shape.fields) {
    if (field.shape === null) continue;
    collectPlaces(field.shape, placeBelow(source, field.source), placeBelow(target, field.key), places);
  }
}
