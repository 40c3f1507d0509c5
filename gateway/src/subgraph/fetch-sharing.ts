import type { Json } from './json.js';

/** Finds the entities in a part of an answer and names each by type and key, as far as the part holds its key. */
export type EntityTags = (value: Json, tags: Set<string>) => void;

/** One part of an answer that can be cached on its own: the root fields, or each entity of one `_entities` field. */
export interface SharedPart {
  /** Tells what is asked, of which service; equal for equal questions in any operation. */
  readonly key: string;
  /** For how long the answer is good for everybody, as the supergraph declares; 0: not at all. */
  readonly publicSeconds: number;
  /** The tags of the types that can be in the answer. */
  readonly typeTags: readonly string[];
}

/** What other operations may have in common with a fetch. */
export interface FetchSharing {
  /** Tells the service and the document. */
  readonly key: string;
  readonly root: SharedPart;
  /** One for each `_entities` field, in the order of requests. */
  readonly entities: readonly SharedPart[];
  readonly entityTags: EntityTags;
}
