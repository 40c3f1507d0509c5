import type { FetchRecord } from '../subgraph/fetch-record.js';
import { SubgraphFailure, type FailureKind } from '../subgraph/subgraph-failure.js';
import type { AnswerCaching, SubgraphAnswer } from '../subgraph/subgraph-request.js';
import { GatheredBytes } from '../collections/gathered-bytes.js';
import { ConnectionEnded } from './connection-pool.js';
import { reasonOf, type FailureReason } from './failure-reason.js';
import type { HttpClient, ResponseHead, ResponseListener, RunningRequest } from './http-client.js';
import { readAnswer } from './read-answer.js';

/** Is told how an exchange ended, once. */
export interface ExchangeListener {
  answered(answer: SubgraphAnswer): void;
  /** @param reason for operators */
  failed(error: SubgraphFailure, reason: FailureReason): void;
}

/** There was no connection at all. */
const UNCONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);
const BROKEN = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', ConnectionEnded.CODE]);
/** Bad gateway, unavailable, gateway timeout: with anything but GraphQL, what stands before the subgraph answered. */
const BUSY = new Set([502, 503, 504]);

/** One attempt to get an answer: a body that is sent, and what comes back. */
export class Exchange implements ResponseListener {
  readonly #service: string;
  /** Takes the status and the size of the answer. */
  readonly #record: FetchRecord | null;
  /** Null: it is over. */
  #listener: ExchangeListener | null;
  /** Null: nothing is under way. */
  #request: RunningRequest | null = null;
  readonly #bytes: GatheredBytes;
  /** 0 before an answer began. */
  #status = 0;
  /** What the answer must repeat; null: nothing. */
  #echo: string | null = null;
  #isEchoed = false;
  #caching: AnswerCaching | null = null;
  #encoding: string | null = null;

  constructor(service: string, maxBytes: number, record: FetchRecord | null, listener: ExchangeListener) {
    this.#service = service;
    this.#bytes = new GatheredBytes(maxBytes);
    this.#record = record;
    this.#listener = listener;
  }

  /**
   * Sends the body. The listener is told also when nothing could be sent; this never throws.
   *
   * @param echo what the answer must repeat; null: nothing
   */
  begin(client: HttpClient, body: string, headers: Readonly<Record<string, string>>, echo: string | null): void {
    this.#echo = echo;
    try {
      this.#request = client.post(body, headers, this);
    } catch (error) {
      this.onError(error as Error);
    }
  }

  /** Ends it, and nobody is told anything any more. */
  abort(): void {
    const request = this.#request;
    this.#end();
    request?.abort();
  }

  onHead({ status, cacheControl, cacheTag, encoding, echo }: ResponseHead): void {
    this.#status = status;
    this.#encoding = encoding;
    this.#isEchoed = this.#echo === null || echo === this.#echo;
    if (cacheControl !== null || cacheTag !== null) this.#caching = { cacheControl, cacheTag };
    if (this.#record !== null) this.#record.status = status;
    // What stands before the subgraph may refuse for it, and knows nothing of echoes; such a body is not read.
    if (this.#isEchoed || (echo === null && BUSY.has(status))) return;
    const request = this.#request;
    this.#fail('mismatched');
    request?.abort();
  }

  onData(chunk: Buffer): void {
    if (this.#listener === null) return;
    const fault = this.#bytes.add(chunk);
    if (fault === null) return;
    const request = this.#request;
    this.#fail(fault === 'too-large' ? 'oversized' : 'fragmented');
    request?.abort();
  }

  onEnd(): void {
    const listener = this.#listener;
    if (listener === null) return;
    if (this.#record !== null) this.#record.responseBytes = this.#bytes.size;
    const answer = this.#isEchoed ? readAnswer(this.#bytes.take().toString('utf8')) : null;
    if (answer === null) {
      this.#fail(BUSY.has(this.#status) ? 'busy' : 'malformed');
      return;
    }
    this.#end();
    listener.answered(this.#caching === null ? answer : { ...answer, caching: this.#caching });
  }

  onError(error: Error): void {
    const code = 'code' in error ? error.code : undefined;
    const broken = this.#status === 0 && typeof code === 'string' && BROKEN.has(code);
    const neverSent = typeof code === 'string' && UNCONNECTED.has(code);
    this.#fail(broken ? 'broken' : 'unreachable', { cause: error, neverSent });
  }

  #fail(kind: FailureKind, options?: ErrorOptions & { readonly neverSent: boolean }): void {
    const listener = this.#listener;
    const reason = reasonOf(kind, options?.cause, this.#status, this.#encoding);
    this.#end();
    listener?.failed(new SubgraphFailure(kind, this.#service, options), reason);
  }

  /** A connection may remember its last exchange for long, so it lets go of everything. */
  #end(): void {
    this.#listener = null;
    this.#request = null;
    this.#bytes.clear();
  }
}
