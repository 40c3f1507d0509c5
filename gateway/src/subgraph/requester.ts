import type { Language } from '@birlik/messages/language';
import { languageOf } from '../errors/client-error.js';
import type { Viewer } from '../identity/viewer.js';
import type { FetchTemplate } from './fetch-template.js';

/** What a subgraph is told about a request of a client. */
export interface RequesterSubject {
  readonly viewer: Viewer | null;
  readonly purpose: string | null;
  /** The id of the request. */
  readonly request: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a subgraph is told about the operation of a client. */
export interface RequesterOperation {
  readonly name: string | null;
  /** What was found out for it when it began. @default nothing had to be */
  readonly found?: unknown;
}

/**
 * Makes the headers of one attempt, an object of its own each time, to which the transport adds: an assertion is good for
 * one use.
 */
export type AttemptHeaders = (fetch: Pick<FetchTemplate, 'service' | 'reads'>, body: string) => Record<string, string>;

/** Makes the headers of requests to subgraphs. */
export type HeadersFor = (subject: RequesterSubject, operation: RequesterOperation) => AttemptHeaders;

const NO_OPERATION: RequesterOperation = { name: null };

/** Headers that name a request and say nothing about who asks or for what. */
const NAMES_OF_REQUESTS = new Set(['traceparent', 'tracestate', 'x-request-id']);
/** Headers that a request without a requester still has. */
const PUBLIC_HEADERS = new Set(['accept-language', ...NAMES_OF_REQUESTS]);

/**
 * Who asks, and for what: everything that subgraphs are told beside the body. Requests with equal contexts are told
 * the same, so they may share; the context is made when it is first needed.
 */
export class Requester {
  readonly isAnonymous: boolean;
  readonly #subject: RequesterSubject;
  readonly #operation: RequesterOperation;
  readonly #headersFor: HeadersFor;
  #context: string | null = null;
  #headers: AttemptHeaders | null = null;

  constructor(subject: RequesterSubject, operation: RequesterOperation, headersFor: HeadersFor) {
    this.isAnonymous = subject.viewer === null;
    this.#subject = subject;
    this.#operation = operation;
    this.#headersFor = headersFor;
  }

  /** In which the requester reads. */
  get language(): Language {
    return languageOf(this.#subject.headers);
  }

  /** Equal for requests of which a subgraph is told the same. */
  get context(): string {
    if (this.#context !== null) return this.#context;
    const { viewer, purpose, headers } = this.#subject;
    const told = Object.entries(headers).filter(([name]) => !NAMES_OF_REQUESTS.has(name));
    this.#context = JSON.stringify([viewer, purpose, this.#operation.name, told]);
    return this.#context;
  }

  get headers(): AttemptHeaders {
    this.#headers ??= this.#headersFor(this.#subject, this.#operation);
    return this.#headers;
  }

  /** The same request with nobody behind it: no viewer, no purpose, no operation; the language is left. */
  asNobody(): Requester {
    const publicHeaders = Object.entries(this.#subject.headers).filter(([name]) => PUBLIC_HEADERS.has(name));
    const nobody = { ...this.#subject, viewer: null, purpose: null, headers: Object.fromEntries(publicHeaders) };
    return new Requester(nobody, NO_OPERATION, this.#headersFor);
  }
}
