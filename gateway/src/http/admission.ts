import type { Cors } from './cors.js';
import type { GraphqlHandler } from './graphql-handler.js';
import { OVERLOADED, type LoadShedder } from './load-shedder.js';
import { MediaType } from './media-type.js';
import { replyRefusal } from './reply.js';

/** What stands before the GraphQL handler. */
export interface AdmissionParts {
  readonly graphql: GraphqlHandler;
  readonly shedder: LoadShedder;
  /** Null: no page of another origin may read answers. */
  readonly cors: Cors | null;
  /** Serves the page for people; false: the request is not for it. */
  readonly page: ((...request: Parameters<GraphqlHandler>) => boolean) | null;
}

const DONE = Promise.resolve();

/** Decides about requests before anything of their body is read. */
export function createAdmission({ graphql, shedder, cors, page }: AdmissionParts): GraphqlHandler {
  const leave = (): void => shedder.leave();
  return (request, response, search) => {
    if (cors?.(request, response) === true) return DONE;
    if (page?.(request, response, search) === true) return DONE;
    if (!shedder.enter()) {
      replyRefusal(response, OVERLOADED, MediaType.json);
      return DONE;
    }
    return graphql(request, response, search).then(leave);
  };
}
