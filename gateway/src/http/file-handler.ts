import type { IncomingMessage, ServerResponse } from 'node:http';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Agent, errors, type Dispatcher } from 'undici';
import { explain } from '../errors/messages.js';
import { RequestError } from '../errors/request-error.js';
import type { Logger } from '../telemetry/logger.js';
import { withoutHurry } from './broken-request.js';
import type { Cors } from './cors.js';
import type { FilesConfig } from './file-config.js';
import type { ServePath } from './http-server.js';
import { OVERLOADED } from './load-shedder.js';
import { MediaType } from './media-type.js';
import { replyRefusal } from './reply.js';

const FILE_PATH = /^\/files\/([\w-]{1,100})\/([\w.-]{1,4096})$/;
const CONNECT_TIMEOUT_MS = 2_000;

/** What a client says of its request that the subgraph hears: nothing of who it is. */
const PASSED_ON = ['content-type', 'content-length', 'accept-language'] as const;
/** What the subgraph says of its answer that the client hears. */
const PASSED_BACK = ['content-type', 'content-length'] as const;

/**
 * What an answer is to a browser, whatever the subgraph says: something to keep, never a page of the gateway's own origin that could
 * act for whoever is signed in there.
 */
const HARMLESS = {
  'cache-control': 'private, no-store',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

/** What passing files on needs. */
export interface FileParts {
  readonly config: FilesConfig;
  /** The addresses of the subgraphs that are served now, by name. */
  readonly urls: () => ReadonlyMap<string, string>;
  /** Null: no page of another origin may send or read files. */
  readonly cors: Cors | null;
  readonly logger: Logger;
}

/** Passes files on between clients and subgraphs, as a stream. */
export interface FileHandler {
  readonly serve: ServePath;
  /** Drops all connections to subgraphs. */
  close(): Promise<void>;
}

/** Serves `/files/SUBGRAPH/LINK`: what a link opens is for the subgraph to say that made it. */
export function createFileHandler({ config, urls, cors, logger }: FileParts): FileHandler {
  const { maxBytes, maxTransfers, idleMs, transferMs } = config;
  const passed = new Set(config.passedFor);
  const agent = new Agent({
    allowH2: false,
    connect: { timeout: CONNECT_TIMEOUT_MS },
    headersTimeout: idleMs,
    bodyTimeout: idleMs,
  });
  let running = 0;

  async function transfer(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    response.setTimeout(idleMs, () => response.destroy());
    const body = request.method === 'PUT' ? bodyOf(request, maxBytes) : null;
    const {
      statusCode,
      headers,
      body: answer,
    } = await agent.request({
      origin: url.origin,
      path: url.pathname,
      method: request.method as Dispatcher.HttpMethod,
      headers: pick(request.headers, PASSED_ON),
      body,
      signal: AbortSignal.any([gone.signal, AbortSignal.timeout(transferMs)]),
    });
    const disposition = headers['content-disposition']?.toString() ?? '';
    response.writeHead(statusCode, {
      ...pick(headers, PASSED_BACK),
      ...HARMLESS,
      'content-disposition': /^attachment(;|$)/.test(disposition) ? disposition : 'attachment',
    });
    await pipeline(answer, response);
  }

  async function pass(service: string, url: URL, [request, response]: Exchange): Promise<void> {
    running++;
    try {
      await withoutHurry(request.socket, () => transfer(url, request, response));
    } catch (error) {
      if (response.destroyed) return;
      const refusal = refusalOf(error, service);
      logger.warn({ subgraph: service, code: refusal.code }, 'file not passed on');
      if (response.headersSent) response.destroy();
      else replyRefusal(response, refusal, MediaType.json);
    } finally {
      running--;
    }
  }

  return {
    serve: (path, request, response) => {
      const [, service = '', link = ''] = FILE_PATH.exec(path) ?? [];
      const address = passed.has(service) || passed.has('*') ? urls().get(service) : undefined;
      if (address === undefined) return false;
      if (cors?.(request, response) === true) return true;
      const refusal = refusalBefore(request, maxBytes) ?? (running < maxTransfers ? null : OVERLOADED);
      if (refusal === null) void pass(service, new URL(`/files/${link}`, address), [request, response]);
      else replyRefusal(response, refusal, MediaType.json);
      return true;
    },
    close: () => agent.destroy(),
  };
}

type Exchange = readonly [request: IncomingMessage, response: ServerResponse];

function refusalBefore({ method = '', headers }: IncomingMessage, maxBytes: number): RequestError | null {
  if (!['GET', 'HEAD', 'PUT'].includes(method)) {
    return new RequestError('METHOD_NOT_ALLOWED', explain('files-by-put'), { headers: { allow: 'GET, HEAD, PUT' } });
  }
  return Number(headers['content-length'] ?? 0) > maxBytes ? tooLarge(maxBytes) : null;
}

const tooLarge = (maxBytes: number): RequestError =>
  new RequestError('PAYLOAD_TOO_LARGE', explain('body-too-large', { most: maxBytes }));

/**
 * The body of a request, up to a limit. When nobody takes it any more, what is left of it is thrown away, so that the client
 * comes to read its answer.
 */
function bodyOf(request: IncomingMessage, maxBytes: number): Readable {
  let bytes = 0;
  const body = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) done(tooLarge(maxBytes));
      else done(null, chunk);
    },
  });
  body.on('error', () => undefined);
  body.on('close', () => request.resume());
  request.on('error', (error) => body.destroy(error));
  return request.pipe(body);
}

/** Some of the headers, as far as they are there. */
function pick(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, value.toString()]];
    }),
  );
}

function refusalOf(error: unknown, service: string): RequestError {
  if (error instanceof RequestError) return error;
  const isLate =
    error instanceof errors.HeadersTimeoutError ||
    error instanceof errors.BodyTimeoutError ||
    (error instanceof Error && error.name === 'TimeoutError');
  return isLate
    ? new RequestError('DEADLINE_EXCEEDED', explain('service-late', { service }), { cause: error })
    : new RequestError('UPSTREAM_UNAVAILABLE', explain('service-unreachable', { service }), { cause: error });
}
