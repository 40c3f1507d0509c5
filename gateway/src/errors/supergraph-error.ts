/** A supergraph that this gateway cannot or must not serve. */
export class SupergraphError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SupergraphError';
  }
}
