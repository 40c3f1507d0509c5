import { validateHeaderValue } from 'node:http';
import type { Socket } from 'node:net';
import { buildConnector } from 'undici';
import { SlotList } from '../collections/slot-list.js';
import type { HttpClient, ResponseHead, ResponseListener, RunningRequest } from './http-client.js';
import { ResponseParser, type ParsedResponseListener } from './response-parser.js';

/** The other side closed the connection in the middle of an answer or before one. */
export class ConnectionEnded extends Error {
  static readonly CODE = 'CONNECTION_ENDED';
  readonly code = ConnectionEnded.CODE;

  constructor() {
    super('The other side closed the connection.');
    this.name = 'ConnectionEnded';
  }
}

const CONNECT_TIMEOUT_MS = 2_000;

/**
 * Sends POST requests to one address over kept-alive HTTP/1.1 connections, one request at a time on each. It opens as many
 * connections as there are requests: callers limit those.
 */
export class ConnectionPool implements HttpClient {
  readonly #connect: (callback: buildConnector.Callback) => void;
  /** The beginning of each request. */
  readonly #head: string;
  readonly #open = new SlotList<Connection>();
  /** The one that was used last is the last. */
  readonly #idle: Connection[] = [];
  #isClosed = false;

  constructor(address: URL) {
    const { protocol, hostname, host, port, pathname, search } = address;
    const connector = buildConnector({ allowH2: false, timeout: CONNECT_TIMEOUT_MS });
    // An IPv6 address is written in brackets in a URL alone.
    const target = { protocol, hostname: hostname.replace(/^\[(.*)\]$/, '$1'), host, port };
    this.#connect = (callback) => connector(target, callback);
    this.#head = `POST ${pathname}${search} HTTP/1.1\r\nhost: ${host}\r\n`;
  }

  /**
   * Sends a request. The listener is told later, never from within. Throws on a header that HTTP has no place for.
   *
   * @param headers by names that need no check, since they are none of a client
   */
  post(body: string, headers: Readonly<Record<string, string>>, listener: ResponseListener): RunningRequest {
    if (this.#isClosed) throw new Error('The connections were given up.');
    let head = this.#head;
    for (const name of Object.keys(headers)) {
      const value = headers[name] as string;
      validateHeaderValue(name, value);
      head += `${name}: ${value}\r\n`;
    }
    const connection = this.#take();
    connection.start(head, body, listener);
    return connection;
  }

  /** Drops all connections; their requests fail. */
  close(): void {
    this.#isClosed = true;
    this.#open.forEach((connection) => connection.close());
  }

  #take(): Connection {
    const now = performance.now();
    // Those at the beginning were not used for the longest time.
    while (this.#idle[0] !== undefined && this.#idle[0].idleUntil <= now) this.#idle[0].close();
    const lastUsed = this.#idle.pop();
    if (lastUsed !== undefined && lastUsed.idleUntil > now) return lastUsed;
    lastUsed?.close();
    const connection = new Connection({
      connect: this.#connect,
      onIdle: () => this.#idle.push(connection),
      onClose: () => {
        this.#open.remove(place);
        const index = this.#idle.indexOf(connection);
        if (index >= 0) this.#idle.splice(index, 1);
      },
    });
    const place = this.#open.add(connection);
    return connection;
  }
}

interface ConnectionParts {
  readonly connect: (callback: buildConnector.Callback) => void;
  /** It may be used again. */
  readonly onIdle: () => void;
  readonly onClose: () => void;
}

/** One connection and the request on it. */
class Connection implements ParsedResponseListener, RunningRequest {
  /** On the clock of `performance.now()`. */
  idleUntil = 0;
  readonly #parts: ConnectionParts;
  readonly #parser = new ResponseParser(this);
  /** Null: it is not there yet. */
  #socket: Socket | null = null;
  #isClosed = false;
  /** Null: no request is on it. */
  #listener: ResponseListener | null = null;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
  }

  start(head: string, body: string, listener: ResponseListener): void {
    this.#listener = listener;
    if (this.#socket !== null) {
      write(this.#socket, head, body);
      return;
    }
    this.#parts.connect((error, socket) => {
      if (error !== null) this.#fail(error);
      else if (this.#isClosed) socket.destroy();
      else {
        this.#listen(socket);
        write(socket, head, body);
      }
    });
  }

  abort(): void {
    this.#listener = null;
    this.#drop();
  }

  /** A request on it fails. */
  close(): void {
    if (this.#listener === null) this.#drop();
    else this.#fail(new ConnectionEnded());
  }

  onHead(head: ResponseHead): void {
    this.#listener?.onHead(head);
  }

  onData(chunk: Buffer): void {
    this.#listener?.onData(chunk);
  }

  onEnd(reuseMs: number): void {
    const listener = this.#listener;
    this.#listener = null;
    // A server that answers early may not read what is left of the request.
    const isSent = this.#socket?.writableLength === 0;
    // The listener may send the next request at once, over this connection.
    if (reuseMs > 0 && isSent && !this.#isClosed) {
      this.idleUntil = performance.now() + reuseMs;
      this.#parts.onIdle();
    } else this.#drop();
    listener?.onEnd();
  }

  #listen(socket: Socket): void {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => {
      try {
        // Nobody asked for what comes on an idle connection.
        if (this.#listener === null) this.close();
        else this.#parser.push(chunk);
      } catch (error) {
        this.#fail(error as Error);
      }
    });
    socket.on('end', () => {
      if (this.#listener === null || !this.#parser.close()) this.close();
    });
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.close());
  }

  #fail(error: Error): void {
    const listener = this.#listener;
    this.#listener = null;
    this.#drop();
    listener?.onError(error);
  }

  #drop(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#socket?.destroy();
    this.#parts.onClose();
  }
}

function write(socket: Socket, head: string, body: string): void {
  const length = Buffer.byteLength(body);
  const start = `${head}content-length: ${length}\r\n\r\n`;
  if (length === body.length) {
    // One piece, as all of it is ASCII.
    socket.write(start + body, 'latin1');
    return;
  }
  socket.cork();
  socket.write(start, 'latin1');
  socket.write(body, 'utf8');
  socket.uncork();
}
