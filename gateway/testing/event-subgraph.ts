import type { IncomingHttpHeaders, Server, ServerResponse } from 'node:http';
import { parse, subscribe, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

/** One socket that a test subgraph took. */
export interface ReceivedSocket {
  readonly params: Readonly<Record<string, unknown>>;
  readonly subscribed: {
    readonly query: string;
    readonly extensions?: Readonly<Record<string, unknown>> | null | undefined;
  }[];
}

/** A subscription as it was sent. */
interface SubscribeRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly headers: IncomingHttpHeaders;
}

/** Answers a subscription as GraphQL over server-sent events, by the schema of a test subgraph. */
export async function streamEvents(
  schema: GraphQLSchema,
  { query, variables, headers }: SubscribeRequest,
  response: ServerResponse,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.flushHeaders();
  const results = await subscribe({
    schema,
    document: parse(query),
    variableValues: variables,
    contextValue: { headers },
  });
  const send = (result: ExecutionResult) => response.write(`event: next\ndata: ${JSON.stringify(result)}\n\n`);
  if (Symbol.asyncIterator in results) {
    response.once('close', () => void results.return(undefined));
    for await (const result of results) send(result);
  } else send(results);
  response.end('event: complete\ndata:\n\n');
}

/** Serves subscriptions over sockets, by the schema of a test subgraph. */
export function serveSockets(server: Server, schema: GraphQLSchema, log: ReceivedSocket[]): void {
  const sockets = new WebSocketServer({ server });
  const byContext = new WeakMap<object, ReceivedSocket>();
  useServer(
    {
      schema,
      onConnect: (context) => {
        const socket: ReceivedSocket = { params: context.connectionParams ?? {}, subscribed: [] };
        byContext.set(context, socket);
        log.push(socket);
      },
      onSubscribe: (context, _id, payload) => void byContext.get(context)?.subscribed.push(payload),
    },
    sockets,
  );
  server.on('close', () => {
    for (const socket of sockets.clients) socket.terminate();
  });
}
