/** What a cell says. */
export interface ReadValue {
  /** The form in which it is compared; empty for nothing. */
  readonly text: string;
  /** What is wrong about it, also where it is a value all the same; null for a good one and for a blank cell. */
  readonly fault: string | null;
}
