import { createServer, type Socket } from 'node:net';
import { listen } from './listen.js';

/** One request as it came over a connection. */
export interface RawRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly socket: Socket;
}

/** A subgraph that writes what it likes on its connections. */
export interface RawSubgraph {
  readonly url: string;
  /** Connections that were opened so far. */
  readonly opened: () => number;
  close(): void;
}

/** Starts one that answers each whole request by the given function. */
export async function startRawSubgraph(answer: (request: RawRequest) => void): Promise<RawSubgraph> {
  const sockets = new Set<Socket>();
  let opened = 0;
  const server = createServer((socket) => {
    opened++;
    sockets.add(socket);
    socket.on('error', () => undefined);
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      for (;;) {
        const end = text.indexOf('\r\n\r\n');
        if (end < 0) return;
        const headers = Object.fromEntries(
          text
            .slice(0, end)
            .split('\r\n')
            .slice(1)
            .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
        );
        const whole = end + 4 + Number(headers['content-length'] ?? 0);
        if (text.length < whole) return;
        const body = text.slice(end + 4, whole);
        text = text.slice(whole);
        answer({ headers, body, socket });
      }
    });
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    opened: () => opened,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
