import { RequestError } from '../errors/request-error.js';
import { explain } from '../errors/messages.js';

/** Refuses an operation whose subgraphs have more to do than they can in its time. */
export const overloaded = (): RequestError => new RequestError('UPSTREAM_OVERLOADED', explain('services-busy'));
