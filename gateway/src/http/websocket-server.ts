import type { Language } from '@birlik/messages/language';
import type { Message } from '@birlik/messages/message';
import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { isAllowedOrigin } from './origin.js';
import { WebSocketConnection, type WebSocketParts } from './websocket-connection.js';
import { errorsText, languageOf, ownError } from '../errors/client-error.js';
import { ERROR_CODES, type ErrorCode } from '../errors/error-codes.js';
import { SOCKET_CLOSES } from '../errors/socket-closes.js';
import { explain } from '../errors/messages.js';

/** What serving sockets needs, beside what each of them needs. */
export interface WebSocketsParts extends WebSocketParts {
  /** One message of a client. */
  readonly maxMessageBytes: number;
  /** Other origins whose pages may open a socket. */
  readonly origins: readonly string[];
}

const PATH = '/graphql';

/** Serves GraphQL over WebSocket on connections that an HTTP server hands over. */
export class WebSockets {
  readonly #parts: WebSocketsParts;
  readonly #server: WebSocketServer;
  readonly #connections = new Map<WebSocket, WebSocketConnection>();
  #isClosed = false;

  constructor(parts: WebSocketsParts) {
    this.#parts = parts;
    this.#server = new WebSocketServer({
      noServer: true,
      maxPayload: parts.maxMessageBytes,
      perMessageDeflate: false,
      handleProtocols: (offered) => offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) && GRAPHQL_TRANSPORT_WS_PROTOCOL,
    });
  }

  /** Takes over a connection whose client asked for a socket, or refuses it. */
  upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): void {
    connection.on('error', () => connection.destroy());
    const { config, origins } = this.#parts;
    const language = languageOf(request.headers);
    const path = (request.url ?? '').split('?', 1)[0];
    if (path !== PATH) return refuse(connection, language, 'NOT_FOUND', explain('nothing-here'));
    if (!isAllowedOrigin(request.headers, origins)) {
      const message = explain('origin-socket');
      return refuse(connection, language, 'ORIGIN_NOT_ALLOWED', message);
    }
    if (this.#isClosed || this.#server.clients.size >= config.maxSockets) {
      const message = explain('no-more-connections');
      return refuse(connection, language, 'CONNECTION_LIMIT_EXCEEDED', message);
    }
    this.#server.handleUpgrade(request, connection, head, (socket) => {
      if (socket.protocol === GRAPHQL_TRANSPORT_WS_PROTOCOL) {
        this.#connections.set(socket, new WebSocketConnection(socket, request.headers, this.#parts));
        socket.once('close', () => this.#connections.delete(socket));
        return;
      }
      socket.on('error', () => socket.terminate());
      const { code, reason } = SOCKET_CLOSES.subprotocolNotAcceptable;
      socket.close(code, reason);
    });
  }

  /** Says goodbye on all sockets, takes no more, and drops those that do not answer in time. */
  async close(graceMs: number): Promise<void> {
    this.#isClosed = true;
    const sockets = [...this.#server.clients];
    const gone = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    for (const connection of this.#connections.values()) connection.goAway();
    const timer = setTimeout(() => {
      for (const socket of sockets) socket.terminate();
    }, graceMs);
    await Promise.all(gone);
    clearTimeout(timer);
  }
}

function refuse(connection: Duplex, language: Language, code: ErrorCode, explanation: Message): void {
  const status = ERROR_CODES[code];
  const text = `{"errors":${errorsText([ownError(code, explanation)], language)}}`;
  connection.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/json; charset=utf-8\r\ncache-control: no-store\r\n` +
      `connection: close\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
    () => connection.destroy(),
  );
}
