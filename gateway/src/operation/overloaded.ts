import { RequestError } from '../errors/request-error.js';

/** Refuses an operation whose subgraphs have more to do than they can in its time. */
export const overloaded = (): RequestError =>
  new RequestError('UPSTREAM_OVERLOADED', 'A service has too many requests at the moment; ask again later.');
