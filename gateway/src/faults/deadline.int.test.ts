import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { badges, people, reviews } from '../../testing/demo-subgraphs.js';
import { startFederation, type Answer, type Federation } from '../../testing/federation.js';

const REQUEST_MS = 5_000;

let federation: Federation;
beforeAll(async () => {
  federation = await startFederation([people, reviews, badges], {
    timeouts: { requestMs: REQUEST_MS },
    subgraphs: { badges: { timeoutMs: 1_000 } },
  });
});
afterAll(() => federation.close());
afterEach(() => {
  for (const subgraph of Object.values(federation.subgraphs)) {
    subgraph.intercept = null;
    subgraph.received.length = 0;
  }
});

const within = (ms: number | string) => ({ headers: { 'birlik-deadline-ms': String(ms) } });
const left = (name: string) => Number(federation.subgraph(name).received[0]?.headers['birlik-deadline-ms']);
const codes = ({ errors }: Answer) =>
  (errors ?? []).map(({ path, extensions }) => `${path?.join('.')} ${extensions['code']}`);

test('each subgraph is told how much time it has: less than its caller, and no more than its own limit', async () => {
  await federation.ask('{ me { age badge } }', within(3_000));
  expect(left('people')).toBeLessThan(3_000);
  expect(left('asan-reviews')).toBeLessThanOrEqual(left('people'));
  expect(left('asan-reviews')).toBeGreaterThan(0);
  expect(left('badges')).toBeLessThan(1_000);
});

test('what a subgraph needs is missing in what the next is given', async () => {
  const pause = 50;
  federation.subgraph('people').intercept = () => new Promise((resolve) => setTimeout(() => resolve(false), pause));
  await federation.ask('{ me { age } }', within(3_000));
  // Timers may fire up to a millisecond early.
  expect(left('people') - left('asan-reviews')).toBeGreaterThanOrEqual(pause - 1);
});

test('a client lowers the deadline and never raises it', async () => {
  await federation.ask('{ me { age } }');
  expect(left('people')).toBeLessThan(REQUEST_MS);
  federation.subgraph('people').received.length = 0;
  await federation.ask('{ me { age } }', within(REQUEST_MS * 100));
  expect(left('people')).toBeLessThan(REQUEST_MS);
});

test.each(['', '0', '-5', '1.5', 'soon', '99999999999'])('a deadline of "%s" is refused', async (given) => {
  const { status, errors } = await federation.ask('{ me { name } }', within(given));
  expect([status, errors?.[0]?.extensions['code']]).toEqual([400, 'BAD_REQUEST']);
  expect(federation.subgraph('people').received).toEqual([]);
});

test('when the time is over, the answer has what is there and a coded error for the rest', async () => {
  const closed = Promise.withResolvers<void>();
  federation.subgraph('asan-reviews').intercept = (_request, response) => {
    response.once('close', () => closed.resolve());
    return true;
  };
  const answer = await federation.ask('{ me { name age badge } }', within(900));
  expect(answer.status).toBe(200);
  expect(answer.data).toEqual({ me: { name: 'Aysel', age: null, badge: 'gold' } });
  expect(codes(answer)).toEqual(['me.age DEADLINE_EXCEEDED']);
  // The subgraph is not left working for nobody.
  await closed.promise;
});

test('when the time is over, nothing further is asked', async () => {
  federation.subgraph('people').intercept = () => true;
  const answer = await federation.ask('{ me { name age badge } }', within(500));
  expect(answer.data).toEqual({ me: null });
  expect(codes(answer)).toEqual(['me DEADLINE_EXCEEDED']);
  expect([federation.subgraph('asan-reviews').received, federation.subgraph('badges').received]).toEqual([[], []]);
});

test('a mutation does not outlive its deadline either, and says so', async () => {
  federation.subgraph('people').intercept = () => true;
  const answer = await federation.ask('mutation { rename(id: "u1", name: "X") { name } }', within(500));
  expect(answer.data).toEqual({ rename: null });
  expect(codes(answer)).toEqual(['rename DEADLINE_EXCEEDED']);
});
