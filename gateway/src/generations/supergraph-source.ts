/** Where supergraphs come from. */
export interface SupergraphSource {
  /** For logs: never with anything secret. */
  readonly name: string;
  /**
   * Reads the supergraph. Null: it has not changed since the last read, which only an answer without `fresh` may say.
   * Rejects with {@link SupergraphError} when it cannot be read.
   */
  read(fresh: boolean): Promise<string | null>;
  /** Calls back whenever the supergraph may have changed, as far as the source can tell. The answer stops it. */
  watch(changed: () => void): () => void;
}
