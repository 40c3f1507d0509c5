import type { HttpClient, RunningRequest } from '../src/transport/http-client.js';

export const JSON_HEADERS = { 'content-type': 'application/json' };

/** Sends a request and returns its status and text; rejects with what the client tells. */
export async function post(
  client: HttpClient,
  body = '{}',
  headers: Readonly<Record<string, string>> = JSON_HEADERS,
  begun: (request: RunningRequest) => void = () => undefined,
): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const chunks: Buffer[] = [];
  let start = '';
  begun(
    client.post(body, headers, {
      onHead: ({ status }) => (start = `${status} `),
      onData: (chunk) => chunks.push(chunk),
      onEnd: () => resolve(start + Buffer.concat(chunks).toString('utf8')),
      onError: reject,
    }),
  );
  return promise;
}
