/** One way to something guarded. */
export interface GuardCase {
  readonly title: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The data for a viewer without the right. */
  readonly data: unknown;
  /** The paths of all errors for such a viewer. */
  readonly paths: readonly (readonly (string | number)[])[];
  /** What no subgraph is asked for without the right; a name of a field. */
  readonly unasked?: string;
  /** What stands in the answer to a viewer with the right; the canary when it is left out. */
  readonly shown?: string;
}
