/** By this header an answer says which request it belongs to. */
export const ECHO_HEADER = 'birlik-echo';

/** What the head of a response says that anybody needs to know. */
export interface ResponseHead {
  readonly status: number;
  /** Null: the header is not there. */
  readonly cacheControl: string | null;
  readonly cacheTag: string | null;
  /** What stands in `content-encoding`. */
  readonly encoding: string | null;
  /** What stands in {@link ECHO_HEADER}. */
  readonly echo: string | null;
}

/** For whom a request is made: told what comes back, and at last either that it ended or that it failed. */
export interface ResponseListener {
  onHead(head: ResponseHead): void;
  onData(chunk: Buffer): void;
  onEnd(): void;
  onError(error: Error): void;
}

/** A request on its way. */
export interface RunningRequest {
  /** Drops the connection, at which nobody is told anything any more. */
  abort(): void;
}

/** Sends POST requests to one address over kept-alive HTTP/1.1 connections, one request at a time on each. */
export interface HttpClient {
  /** Sends a request. A header that HTTP has no place for fails it or throws. */
  post(body: string, headers: Readonly<Record<string, string>>, listener: ResponseListener): RunningRequest;
  /** Drops all connections; their requests fail. */
  close(): void;
}
