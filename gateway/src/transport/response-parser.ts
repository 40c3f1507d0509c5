import type { ResponseHead } from './http-client.js';

/** Is told of one answer after the other: its head, the pieces of its body, its end. */
export interface ParsedResponseListener {
  onHead(head: ResponseHead): void;
  onData(chunk: Buffer): void;
  /** @param reuseMs for how long the connection may be used again, in milliseconds; 0: it is used up */
  onEnd(reuseMs: number): void;
}

/** What came is no answer of HTTP/1.1, or one in a form that no server needs. The connection cannot be used any more. */
export class MalformedResponse extends Error {
  static readonly CODE = 'MALFORMED_RESPONSE';
  readonly code = MalformedResponse.CODE;

  constructor(what: string) {
    super(`The answer is not HTTP: ${what}.`);
    this.name = 'MalformedResponse';
  }
}

/** The head and what follows it, as far as the connection must know. */
interface Head extends ResponseHead {
  /** The bytes of the body; null: it ends with the connection or is sent in chunks. */
  readonly length: number | null;
  readonly isChunked: boolean;
  readonly reuseMs: number;
}

/** The bytes of a head, or of all trailers, at most; Node's limit. */
const MAX_HEAD_BYTES = 16_384;
/** A chunk's size and its extensions. */
const MAX_SIZE_LINE_BYTES = 256;
/** Where a server says nothing; Node's own close after five seconds. */
const USUAL_REUSE_MS = 4_000;
/** So much earlier than the server closes a connection it is not used any more, or a request would cross the close. */
const REUSE_MARGIN_MS = 1_000;
const MAX_REUSE_MS = 600_000;

const HEAD =
  /^HTTP\/1\.([01]) ([1-5]\d{2})(?: [\t\u0020-\u007e\u0080-\u00ff]*)?(?:\r\n[\w!#$%&'*+.^`|~-]+:[\t\u0020-\u007e\u0080-\u00ff]*)*$/;
/** The headers that anybody here asks for, in a head that is one. */
const KNOWN =
  /\r\n(content-length|content-encoding|transfer-encoding|connection|keep-alive|cache-control|cache-tag|birlik-echo):([^\r]*)/gi;
const TRAILER = /^[\w!#$%&'*+.^`|~-]+:[\t\u0020-\u007e\u0080-\u00ff]*$/;
const LENGTH = /^[\t ]*(\d{1,15})[\t ]*$/;
const CHUNKED = /^[\t ]*chunked[\t ]*$/i;
const SIZE_LINE = /^([\da-f]{1,12})[\t ]*(?:;[\t\u0020-\u007e\u0080-\u00ff]*)?$/i;
const CLOSE = /(?:^|[\t ,])close(?:$|[\t ,])/i;
const KEEP_ALIVE = /(?:^|[\t ,])keep-alive(?:$|[\t ,])/i;
const TIMEOUT = /(?:^|,)[\t ]*timeout=(\d{1,9})/i;

type Step = 'head' | 'sized' | 'until-close' | 'chunk-size' | 'chunk' | 'chunk-end' | 'trailers';

/**
 * Reads the answers of one HTTP/1.1 connection (RFC 9112), where each request is a POST and waits for the answer before it.
 * Strict: what two readers could understand in two ways is refused.
 */
export class ResponseParser {
  readonly #listener: ParsedResponseListener;
  #step: Step = 'head';
  /** The beginning of something that has not come whole. */
  #unread: Buffer | null = null;
  /** Bytes that are left of a body or chunk; of trailers, those that may still come. */
  #left = 0;
  #reuseMs = 0;

  constructor(listener: ParsedResponseListener) {
    this.#listener = listener;
  }

  /** Takes the next bytes. Throws {@link MalformedResponse}. */
  push(chunk: Buffer): void {
    const bytes = this.#unread === null ? chunk : Buffer.concat([this.#unread, chunk]);
    this.#unread = null;
    let at = 0;
    while (at < bytes.length) {
      const next = this.#take(bytes, at);
      if (next === null) {
        // A copy would keep less, but most of the time the rest comes at once.
        this.#unread = bytes.subarray(at);
        return;
      }
      at = next;
    }
  }

  /** The connection ended. False: the answer was not whole. */
  close(): boolean {
    if (this.#step !== 'until-close') return false;
    this.#end(0);
    return true;
  }

  /** Reads what is next and returns where it ends; null: it has not come whole. */
  #take(bytes: Buffer, at: number): number | null {
    switch (this.#step) {
      case 'head':
        return this.#takeHead(bytes, at);
      case 'sized':
      case 'chunk':
        return this.#takeBody(bytes, at);
      case 'until-close':
        this.#listener.onData(at === 0 ? bytes : bytes.subarray(at));
        return bytes.length;
      case 'chunk-size':
        return this.#takeSize(bytes, at);
      case 'chunk-end':
        if (bytes.length - at < 2) return null;
        if (bytes[at] !== 13 || bytes[at + 1] !== 10) throw new MalformedResponse('a chunk has not the size it says');
        this.#step = 'chunk-size';
        return at + 2;
      case 'trailers':
        return this.#takeTrailer(bytes, at);
    }
  }

  #takeHead(bytes: Buffer, at: number): number | null {
    const end = bytes.indexOf('\r\n\r\n', at, 'latin1');
    if ((end < 0 ? bytes.length : end) - at > MAX_HEAD_BYTES) throw new MalformedResponse('its head is too large');
    if (end < 0) return null;
    const head = readHead(bytes.toString('latin1', at, end));
    const body = end + 4;
    // The final answer follows.
    if (head.status < 200) return body;
    this.#reuseMs = head.reuseMs;
    this.#listener.onHead(head);
    if (head.isChunked) this.#step = 'chunk-size';
    else if (head.length === null) this.#step = 'until-close';
    else if (head.length === 0) this.#finish(bytes, body);
    else {
      this.#step = 'sized';
      this.#left = head.length;
    }
    return body;
  }

  #takeBody(bytes: Buffer, at: number): number {
    const end = Math.min(bytes.length, at + this.#left);
    this.#left -= end - at;
    this.#listener.onData(bytes.subarray(at, end));
    if (this.#left > 0) return end;
    if (this.#step === 'chunk') this.#step = 'chunk-end';
    else this.#finish(bytes, end);
    return end;
  }

  #takeSize(bytes: Buffer, at: number): number | null {
    const line = readLine(bytes, at, MAX_SIZE_LINE_BYTES);
    if (line === null) return null;
    const size = SIZE_LINE.exec(line)?.[1];
    if (size === undefined) throw new MalformedResponse('a chunk has no valid size');
    this.#left = Number.parseInt(size, 16);
    this.#step = 'chunk';
    if (this.#left === 0) {
      this.#step = 'trailers';
      this.#left = MAX_HEAD_BYTES;
    }
    return at + line.length + 2;
  }

  #takeTrailer(bytes: Buffer, at: number): number | null {
    const line = readLine(bytes, at, this.#left);
    if (line === null) return null;
    const end = at + line.length + 2;
    this.#left -= line.length + 2;
    if (line === '') this.#finish(bytes, end);
    else if (!TRAILER.test(line)) throw new MalformedResponse('a trailer is none');
    return end;
  }

  /** The answer ends here; nobody asked for what would come behind it. */
  #finish(bytes: Buffer, end: number): void {
    if (end < bytes.length) throw new MalformedResponse('it goes on behind its end');
    this.#end(this.#reuseMs);
  }

  #end(reuseMs: number): void {
    this.#step = 'head';
    this.#listener.onEnd(reuseMs);
  }
}

function readLine(bytes: Buffer, at: number, limit: number): string | null {
  const end = bytes.indexOf('\r\n', at, 'latin1');
  if ((end < 0 ? bytes.length : end) - at > limit) throw new MalformedResponse('a line is too long');
  return end < 0 ? null : bytes.toString('latin1', at, end);
}

function readHead(text: string): Head {
  const first = HEAD.exec(text);
  if (first === null) throw new MalformedResponse('its head is none');
  const status = Number(first[2]);
  if (status === 101) throw new MalformedResponse('it changes to another protocol');
  const isOld = first[1] === '0';
  let keeps = !isOld;
  let length: number | null = null;
  let isChunked = false;
  let reuseMs = USUAL_REUSE_MS;
  let cacheControl: string | null = null;
  let cacheTag: string | null = null;
  let encoding: string | null = null;
  let echo: string | null = null;
  // Several times as quick as `matchAll`.
  KNOWN.lastIndex = 0;
  for (let header = KNOWN.exec(text); header !== null; header = KNOWN.exec(text)) {
    const value = header[2] as string;
    switch ((header[1] as string).toLowerCase()) {
      case 'content-length': {
        const digits = LENGTH.exec(value)?.[1];
        if (length !== null || digits === undefined) throw new MalformedResponse('its length is not clear');
        length = Number(digits);
        break;
      }
      case 'transfer-encoding':
        if (isChunked || isOld || !CHUNKED.test(value)) throw new MalformedResponse('its encoding is not known');
        isChunked = true;
        break;
      case 'connection':
        if (CLOSE.test(value)) keeps = false;
        else if (KEEP_ALIVE.test(value)) keeps = true;
        break;
      case 'keep-alive': {
        const seconds = TIMEOUT.exec(value)?.[1];
        if (seconds !== undefined) reuseMs = Math.min(Number(seconds) * 1_000 - REUSE_MARGIN_MS, MAX_REUSE_MS);
        break;
      }
      case 'content-encoding':
        encoding = joined(encoding, value);
        break;
      case 'cache-control':
        cacheControl = joined(cacheControl, value);
        break;
      case 'cache-tag':
        cacheTag = joined(cacheTag, value);
        break;
      default:
        echo = joined(echo, value);
    }
  }
  if (isChunked && length !== null) throw new MalformedResponse('its length is not clear');
  if (status === 204 || status === 304) {
    length = 0;
    isChunked = false;
  }
  return {
    status,
    cacheControl,
    cacheTag,
    encoding,
    echo,
    length,
    isChunked,
    reuseMs: keeps ? Math.max(0, reuseMs) : 0,
  };
}

function joined(before: string | null, value: string): string {
  return before === null ? value.trim() : `${before}, ${value.trim()}`;
}
