import type { ServerResponse } from 'node:http';
import { errorsText, languageOf } from '../errors/client-error.js';
import type { ResultStream } from '../subscription/result-stream.js';

/** A client that reads nothing is dropped this long after its stream has ended. */
const LAST_READ_MS = 5_000;

/** Writes a subscription as server-sent events, in the distinct connections mode of GraphQL over SSE. */
export function replyEvents(
  response: ServerResponse,
  stream: ResultStream,
  headers: Readonly<Record<string, string>>,
  pingMs: number,
): void {
  if (response.destroyed) return;
  start(response, headers);
  let stop = (): void => undefined;
  const ping = setInterval(() => {
    if (!response.writableNeedDrain) response.write(':\n\n');
  }, pingMs);
  response.once('close', () => {
    clearInterval(ping);
    stop();
  });
  stop = stream.start({
    next: (text) => (response.write(nextEvent(text)) ? null : roomIn(response)),
    end: (error) => {
      clearInterval(ping);
      const last =
        error === null ? '' : nextEvent(`{"errors":${errorsText([error], languageOf(response.req.headers))}}`);
      response.end(`${last}${COMPLETE}`);
      const timer = setTimeout(() => response.destroy(), LAST_READ_MS).unref();
      response.once('close', () => clearTimeout(timer));
    },
  });
}

/** Writes the one result of a query or mutation in the same form. */
export function replyOneEvent(response: ServerResponse, text: string, headers: Readonly<Record<string, string>>): void {
  if (response.destroyed) return;
  start(response, headers);
  response.end(`${nextEvent(text)}${COMPLETE}`);
}

const COMPLETE = 'event: complete\ndata:\n\n';

function nextEvent(text: string): string {
  return `event: next\ndata: ${text}\n\n`;
}

function start(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
    // Nothing follows on this connection, so a gateway that stops need not wait for its client to let go of it.
    connection: 'close',
    ...headers,
  });
  response.flushHeaders();
}

function roomIn(response: ServerResponse): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const settle = (): void => {
    response.off('drain', settle);
    response.off('close', settle);
    resolve();
  };
  response.on('drain', settle);
  response.on('close', settle);
  return promise;
}
