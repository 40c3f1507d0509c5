import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { serveSockets, streamEvents, type ReceivedSocket } from './event-subgraph.js';
import { graphql, parse, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';

type ResolverMap = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What a test subgraph is made of. */
export interface SubgraphDefinition {
  readonly name: string;
  /** SDL without the federation link, which is added. */
  readonly typeDefs: string;
  readonly resolvers?: ResolverMap;
  readonly fieldResolver?: GraphQLFieldResolver<unknown, unknown>;
}

/** One request that a test subgraph got. */
export interface ReceivedRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Answers a request in place of the subgraph's schema; returns false to leave it to the schema. */
export type Intercept = (request: ReceivedRequest, response: ServerResponse) => boolean | Promise<boolean>;

/** A real HTTP server with a subgraph schema behind it. */
export interface SubgraphServer {
  readonly name: string;
  readonly typeDefs: string;
  readonly port: number;
  readonly url: string;
  readonly received: ReceivedRequest[];
  readonly sockets: ReceivedSocket[];
  /** Set to misbehave. */
  intercept: Intercept | null;
  /** Closes the port and drops all connections. */
  stop(): Promise<void>;
  /** Listens on the same port again. */
  restart(): Promise<void>;
}

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key", "@requires", "@provides", ' +
  '"@external", "@shareable", "@inaccessible", "@interfaceObject", "@override", "@tag", "@authenticated", ' +
  '"@requiresScopes", "@policy", "@composeDirective"])\n';

/** Starts a subgraph on a free port of the loopback interface. */
export async function startSubgraph(definition: SubgraphDefinition): Promise<SubgraphServer> {
  const typeDefs = LINK + definition.typeDefs;
  const schema = buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers: (definition.resolvers ?? {}) as never }]);
  const sockets: ReceivedSocket[] = [];
  let listening = await listen(0);
  const { port } = listening.server.address() as AddressInfo;
  const subgraph: SubgraphServer = {
    name: definition.name,
    typeDefs,
    port,
    url: `http://127.0.0.1:${port}/graphql`,
    received: [],
    sockets,
    intercept: null,
    stop: () => listening.close(),
    restart: async () => {
      listening = await listen(port);
    },
  };
  return subgraph;

  async function listen(on: number) {
    const server = createServer((request, response) => {
      void text(request).then(async (body) => {
        const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
        const received = { headers: request.headers, body, query, variables };
        const proof = String(request.headers['birlik-assertion']).split('.')[2];
        if (proof !== undefined) response.setHeader('birlik-echo', proof);
        subgraph.received.push(received);
        if (subgraph.intercept !== null && (await subgraph.intercept(received, response))) return;
        if (request.headers.accept === 'text/event-stream')
          return void (await streamEvents(schema, received, response));
        sendJson(response, await answer(schema, received, definition.fieldResolver));
      });
    });
    serveSockets(server, schema, sockets);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    server.once('error', reject);
    server.listen(on, '127.0.0.1', resolve);
    await promise;
    const close = () => {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      server.closeAllConnections();
      return closed.promise;
    };
    return { server, close };
  }
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

function answer(
  schema: GraphQLSchema,
  { query, variables, headers }: ReceivedRequest,
  fieldResolver: GraphQLFieldResolver<unknown, unknown> | undefined,
) {
  return graphql({
    schema,
    source: query,
    variableValues: variables,
    contextValue: { headers },
    ...(fieldResolver === undefined ? {} : { fieldResolver }),
  });
}
