import { post } from '@birlik/test-client';

/** One event as a client reads it; the data of `next` is parsed. */
export interface ClientEvent {
  readonly type: string;
  // Tests look into answers of many forms; a wrong look fails the test by itself.
  // oxlint-disable-next-line typescript/no-explicit-any -- see above
  readonly data: any;
}

/** A stream of events that a gateway answered with. */
export interface ClientStream {
  readonly status: number;
  readonly headers: Headers;
  /** The next event; rejects when the stream is over. */
  next(): Promise<ClientEvent>;
  /** All further events until the stream is over. */
  rest(): Promise<ClientEvent[]>;
  /** The whole text of a refusal. */
  text(): Promise<string>;
  /** Leaves. */
  leave(): void;
}

/** How a test subscribes. */
export interface SubscribeOptions {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent by GET. */
  readonly get?: boolean;
}

/** Sends an operation to a gateway and reads the answer as a stream. */
export async function openStream(url: string, query: string, options: SubscribeOptions = {}): Promise<ClientStream> {
  const leaving = new AbortController();
  const { variables, get } = options;
  const headers = { accept: 'text/event-stream', ...options.headers };
  const { signal } = leaving;
  const response =
    get === true
      ? await fetch(`${url}?query=${encodeURIComponent(query)}`, { headers, signal })
      : await post(url, query, { variables, headers, signal });
  const events = readEvents(response);
  const next = async (): Promise<ClientEvent> => {
    const { value, done } = await events.next();
    if (done === true) throw new Error('The stream is over.');
    return value;
  };
  return {
    status: response.status,
    headers: response.headers,
    next,
    rest: async () => {
      const all: ClientEvent[] = [];
      for await (const event of events) all.push(event);
      return all;
    },
    text: () => response.text(),
    leave: () => leaving.abort(),
  };
}

async function* readEvents(response: Response): AsyncGenerator<ClientEvent, undefined> {
  let text = '';
  for await (const piece of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    text += piece;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const [, type = '', data = ''] = /^event: (.*)\ndata: ?(.*)$/.exec(text.slice(0, end)) ?? [];
      text = text.slice(end + 2);
      if (type !== '') yield { type, data: data === '' ? null : JSON.parse(data) };
    }
  }
}
