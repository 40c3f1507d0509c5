import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import { RequestError } from '../../errors/request-error.js';
import type { ServePath } from '../http-server.js';
import { MediaType } from '../media-type.js';
import { reply, replyRefusal } from '../reply.js';
import { asksForPage } from './asks-for-page.js';
import { loadAssets, type Assets } from './assets.js';
import { defaultQuery } from './default-query.js';
import { pageHtml } from './page-html.js';
import { explain } from '../../errors/messages.js';

/** The page for people who explore the graph, and its files. */
export interface Graphiql {
  /** Answers a browser that opens the endpoint; false: the request is not for a page. */
  page(request: IncomingMessage, response: ServerResponse): boolean;
  /** Answers the files of the page. */
  readonly asset: ServePath;
}

const PREFIX = '/graphiql/';
/** Everything comes from the gateway itself; the style sheet of GraphiQL has its fonts in it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
const PAGE_HEADERS = {
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
};

/** Makes GraphiQL. Its files are read when the page is opened for the first time. */
export function createGraphiql(schema: () => GraphQLSchema): Graphiql {
  let loading: Promise<Assets> | undefined;
  const assets = (): Promise<Assets> => (loading ??= loadAssets(PREFIX));
  const failed = (response: ServerResponse) => (): void => {
    loading = undefined;
    const message = explain('graphiql-unreadable');
    replyRefusal(response, new RequestError('INTERNAL_SERVER_ERROR', message), MediaType.json);
  };
  return {
    page: (request, response) => {
      if (request.method !== 'GET' || !asksForPage(request.headers.accept)) return false;
      assets().then(({ urls }) => {
        reply(response, 200, 'text/html', pageHtml(urls, defaultQuery(schema())), PAGE_HEADERS);
      }, failed(response));
      return true;
    },
    asset: (path, request, response) => {
      if (!path.startsWith(PREFIX) || request.method !== 'GET') return false;
      assets().then((loaded) => loaded.serve(path, request, response), failed(response));
      return true;
    },
  };
}
