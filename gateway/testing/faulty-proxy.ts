import { createServer, Socket } from 'node:net';
import { listen } from './listen.js';

/** How the way to a subgraph is disturbed. Everything is off when left out. */
export interface Disturbance {
  /** Before each piece of an answer is passed on. */
  readonly latencyMs?: number;
  /** The connection is reset after so many bytes of an answer; 0: as soon as a request came. */
  readonly resetAfterBytes?: number;
  /** Connections are accepted and requests swallowed. */
  readonly halfOpen?: boolean;
  /** An answer is passed on in pieces of so many bytes, one each `sliceEveryMs`. */
  readonly sliceBytes?: number;
  readonly sliceEveryMs?: number;
}

/** Stands between the gateway and a subgraph and does to bytes what bad networks do. */
export interface FaultyProxy {
  readonly url: string;
  /** The port of the subgraph; set it when it is known. */
  target: number;
  /** Holds for pieces that come from now on. */
  disturbance: Disturbance;
  /** Connections of the gateway that are open now. */
  readonly open: () => number;
  /** Waits until no connection is open. */
  whenIdle(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a proxy on a free port of the loopback interface. */
export async function startFaultyProxy(): Promise<FaultyProxy> {
  const sockets = new Set<Socket>();
  const idle = new Set<() => void>();
  const server = createServer((client) => {
    sockets.add(client);
    client.on('error', () => undefined);
    client.once('close', () => {
      sockets.delete(client);
      if (sockets.size > 0) return;
      for (const tell of idle) tell();
      idle.clear();
    });
    join(client);
  });
  const port = await listen(server);
  const proxy: FaultyProxy = {
    url: `http://127.0.0.1:${port}/graphql`,
    target: 0,
    disturbance: {},
    open: () => sockets.size,
    whenIdle: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      if (sockets.size === 0) resolve();
      else idle.add(resolve);
      return promise;
    },
    close: () => {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      for (const socket of sockets) socket.destroy();
      return closed.promise;
    },
  };
  return proxy;

  function join(client: Socket): void {
    const upstream = new Socket().connect(proxy.target, '127.0.0.1');
    upstream.on('error', () => client.destroy());
    upstream.once('close', () => client.end());
    client.once('close', () => upstream.destroy());
    client.on('data', (chunk) => {
      if (proxy.disturbance.resetAfterBytes === 0) client.resetAndDestroy();
      else if (proxy.disturbance.halfOpen !== true) upstream.write(chunk);
    });
    let passed = 0;
    upstream.on('data', (chunk) => {
      const { latencyMs = 0, resetAfterBytes, sliceBytes, sliceEveryMs = 0 } = proxy.disturbance;
      if (resetAfterBytes !== undefined && passed + chunk.length > resetAfterBytes) {
        client.write(chunk.subarray(0, resetAfterBytes - passed), () => client.resetAndDestroy());
        return;
      }
      passed += chunk.length;
      const size = sliceBytes ?? chunk.length;
      for (let start = 0, delay = latencyMs; start < chunk.length; start += size, delay += sliceEveryMs) {
        pass(client, chunk.subarray(start, start + size), delay);
      }
    });
  }
}

function pass(client: Socket, piece: Buffer, delayMs: number): void {
  if (delayMs === 0) client.write(piece);
  else setTimeout(() => client.destroyed || client.write(piece), delayMs).unref();
}
