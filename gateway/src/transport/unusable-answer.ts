import { SubgraphUnavailable } from '../execution/subgraph-request.js';

/** A subgraph answered, and the answer cannot be used: it is no GraphQL or too large. */
export class UnusableAnswer extends SubgraphUnavailable {
  constructor(message: string) {
    super(message);
    this.name = 'UnusableAnswer';
  }
}
