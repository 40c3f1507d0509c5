import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { post } from '@birlik/test-client';
import { badges, people, reviews } from '../../testing/demo-subgraphs.js';
import { startFederation, type Federation } from '../../testing/federation.js';

let federation: Federation;
beforeAll(async () => {
  // An hour: nothing but the client's disconnecting can end a request of these tests.
  federation = await startFederation([people, reviews, badges], {
    timeouts: { fetchMs: 3_600_000, requestMs: 3_600_000 },
  });
});
afterAll(() => federation.close());
beforeEach(() => (federation.subgraph('badges').received.length = 0));

const send = (query: string, signal: AbortSignal) => post(federation.url, query, { signal });

test('a query whose client disconnects is aborted at the subgraph, and asks no further one', async () => {
  const client = new AbortController();
  const closed = Promise.withResolvers<void>();
  federation.subgraph('people').intercept = (_request, response) => {
    response.once('close', () => closed.resolve());
    client.abort();
    return true;
  };
  await expect(send('{ me { badge } }', client.signal)).rejects.toThrow('aborted');
  await closed.promise;
  federation.subgraph('people').intercept = null;
  const { data } = await federation.ask('{ me { name } }');
  expect(data).toEqual({ me: { name: 'Aysel' } });
  expect(federation.subgraph('badges').received).toEqual([]);
});

test('a mutation whose client disconnects is seen through, with the fetches that follow', async () => {
  const client = new AbortController();
  const followed = Promise.withResolvers<void>();
  federation.subgraph('badges').intercept = ({ query }) => {
    if (query.includes('badge')) followed.resolve();
    return false;
  };
  const sent = Promise.withResolvers<Response>();
  federation.subgraph('asan-reviews').intercept = async () => {
    client.abort();
    await sent.promise.catch(() => undefined);
    // Requests that came later are answered, so the gateway knows by now that the client has disconnected.
    for (let index = 0; index < 3; index++) await federation.ask('{ me { name } }');
    return false;
  };
  sent.resolve(send('mutation { addReview(body: "x") { author { badge } } }', client.signal));
  await expect(sent.promise).rejects.toThrow('aborted');
  await followed.promise;
  expect(federation.subgraph('badges').received).toHaveLength(1);
});
