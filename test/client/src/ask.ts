/** The answer to an operation, whoever gave it: a gateway in this process, the demo stack or one member. */
export interface Answer<Data = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: Data | null;
  readonly errors: readonly AnswerError[] | undefined;
  /** What the gateway asked of members; empty unless the request has the header `birlik-trace` and the gateway heeds it. */
  readonly fetches: readonly TracedFetch[];
}

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly service?: string; readonly [name: string]: unknown };
}

/** One request of the gateway to a member. */
export interface TracedFetch {
  readonly service: string;
  /** The depth in the plan: how many fetches had to come before. */
  readonly level: number;
  readonly kind: 'root' | 'entities';
  readonly representations: number;
}

/** What a request has beside its document. */
export interface AskOptions {
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The body of a request for an operation. */
export function bodyOf(query: string, { variables, operationName }: AskOptions = {}): string {
  return JSON.stringify({ query, variables, operationName });
}

/** Posts a body as it is. For what no client of good will sends, and for what is signed before. */
export function postBody(url: string, body: string, { headers, signal }: AskOptions = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    ...(signal && { signal }),
  });
}

/** Posts an operation. For tests that look at the response itself, or that leave before there is one. */
export function post(url: string, query: string, options: AskOptions = {}): Promise<Response> {
  return postBody(url, bodyOf(query, options), options);
}

/** Reads a response as an answer. Rejects when it is not JSON. */
export async function readAnswer<Data = Record<string, unknown>>(response: Response): Promise<Answer<Data>> {
  const text = await response.text();
  const { data, errors, extensions } = JSON.parse(text) as {
    data: Data | null;
    errors?: readonly AnswerError[];
    extensions?: { trace?: { fetches: readonly TracedFetch[] } };
  };
  return {
    status: response.status,
    headers: response.headers,
    text,
    data,
    errors,
    fetches: extensions?.trace?.fetches ?? [],
  };
}

/** Sends an operation and reads the answer. */
export async function ask<Data = Record<string, unknown>>(
  url: string,
  query: string,
  options: AskOptions = {},
): Promise<Answer<Data>> {
  return readAnswer<Data>(await post(url, query, options));
}
