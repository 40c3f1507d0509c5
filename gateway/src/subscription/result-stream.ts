import type { ClientError } from '../errors/client-error.js';

/** Takes the results of a subscription to a client. */
export interface ResultSink {
  /** Takes the JSON text of a result. Returns a promise when it is full: it settles when there is room again. */
  next(text: string): Promise<void> | null;
  /** Called once; nothing follows. The error says why the gateway ended the subscription; null: it is complete. */
  end(error: ClientError | null): void;
}

/** The results of a subscription that is allowed and not started yet. */
export interface ResultStream {
  /** Subscribes, once. Returns how to stop; the sink of a stopped one hears nothing more. */
  start(sink: ResultSink): () => void;
}
