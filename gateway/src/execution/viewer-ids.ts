/** The ids of the federation as one viewer sees them. */
export interface ViewerIds {
  /** What stands for an id; letters, digits and `.`, `-`, `_` only. */
  hide(id: string): string;
  /** The id that a text stands for; null for whatever stands for none. */
  reveal(hidden: string): string | null;
}

/**
 * The places of a schema where something else stands for ids, by their coordinates: `Type.field`,
 * `Type.field(argument:)` and `Input.field`.
 */
export type IdPlaces = ReadonlySet<string>;
