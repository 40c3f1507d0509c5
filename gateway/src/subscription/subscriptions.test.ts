import { explain } from '../errors/messages.js';
import { describe, expect, test, vi } from 'vitest';
import { completeConfig, type ConfigInput } from '../config/config.js';
import type { ClientError } from '../errors/client-error.js';
import { plainRequest } from '../../testing/subgraph-request.js';
import { SubgraphUnavailable } from '../subgraph/subgraph-unavailable.js';
import { createLogger } from '../telemetry/logger.js';
import { NO_METRICS } from '../telemetry/metrics.js';
import { Subscriptions } from './subscriptions.js';
import type { UpstreamListener } from './upstream.js';

/** Subscriptions at a subgraph that is in the hands of the test. */
function setUp(settings: ConfigInput['subscriptions'] = {}) {
  const upstreams: UpstreamListener[] = [];
  let left = 0;
  let isClosed = false;
  const upstream = {
    subscribe: (_request: unknown, listener: UpstreamListener) => {
      upstreams.push(listener);
      return () => void left++;
    },
    close: async () => {
      isClosed = true;
    },
  };
  const subscriptions = new Subscriptions({
    upstreams: new Map([['feed', upstream]]),
    mayShare: () => true,
    config: completeConfig({ supergraph: { file: 'none' }, subscriptions: settings }).subscriptions,
    logger: createLogger('silent'),
    metrics: NO_METRICS,
  });
  const texts: string[] = [];
  const ends: (ClientError | null)[] = [];
  const open = (
    body: string,
    answer = async (event: unknown) => JSON.stringify(event),
    room: Promise<void> | null = null,
  ) =>
    subscriptions
      .open({
        request: plainRequest({ service: 'feed', kind: 'subscription', operation: body, isShareable: true }),
        operation: null,
        requestId: 'request',
        expires: null,
        answer,
      })
      .start({
        next: (text) => {
          texts.push(text);
          return room;
        },
        end: (error) => ends.push(error),
      });
  const codes = () => ends.map((end) => end?.extensions['code'] ?? 'COMPLETE');
  return { subscriptions, upstreams, open, texts, codes, left: () => left, isClosed: () => isClosed };
}

const event = (value: number, bytes = 1) => ({ answer: { data: { value }, errors: [] }, bytes });

describe('running subscriptions', () => {
  test('are counted, and no more run than may', () => {
    const { subscriptions, open, upstreams } = setUp({ max: 2 });
    open('a');
    const leave = open('a');
    expect(subscriptions.size).toBe(2);
    expect(upstreams).toHaveLength(1);
    expect(() => open('a')).toThrow('as many subscriptions as it can');
    leave();
    leave();
    expect(subscriptions.size).toBe(1);
    open('a');
  });

  test('answer what waits before the client is told that the subgraph has ended', async () => {
    const { open, upstreams, texts, codes, left } = setUp();
    open('a');
    upstreams[0]?.event(event(1));
    upstreams[0]?.event(event(2));
    upstreams[0]?.end(new SubgraphUnavailable(explain('service-broke-off', { service: 'a' })));
    await expect.poll(codes).toEqual(['COMPLETE']);
    expect(texts).toHaveLength(3);
    expect(left()).toBe(0);
  });

  test.each([
    ['number', { queuedEvents: 3 }, 1],
    ['size', { queuedBytes: 30 }, 10],
  ])('wait for a client that takes nothing up to a %s', async (_what, settings, bytes) => {
    const { open, upstreams, texts, codes, left } = setUp(settings);
    open('a', undefined, new Promise(() => undefined));
    const limit = bytes === 1 ? 4 : 3;
    for (let value = 0; value < limit; value++) upstreams[0]?.event(event(value, bytes));
    expect(codes()).toEqual([]);
    upstreams[0]?.event(event(9, bytes));
    expect(codes()).toEqual(['SUBSCRIPTION_OVERFLOW']);
    await Promise.resolve();
    expect(texts.length).toBeLessThanOrEqual(1);
    expect(left()).toBe(1);
  });

  test('take a single event that is larger than all that may wait', async () => {
    const { open, upstreams, texts } = setUp({ queuedBytes: 10 });
    open('a');
    upstreams[0]?.event(event(1, 1_000));
    await expect.poll(() => texts).toHaveLength(1);
  });

  test('end with a code when the gateway fails', async () => {
    const { open, upstreams, codes } = setUp();
    open('a', () => Promise.reject(new Error('a defect')));
    upstreams[0]?.event(event(1));
    await expect.poll(codes).toEqual(['INTERNAL_SERVER_ERROR']);
  });

  test('of a replaced supergraph go on for a while, then end one after the other', async () => {
    vi.useFakeTimers();
    try {
      const { subscriptions, open, codes, isClosed } = setUp({ reloadDrainMs: 1_000, reloadSpreadMs: 400 });
      for (const body of ['a', 'b', 'c', 'd']) open(body);
      const retired = subscriptions.retire();
      await vi.advanceTimersByTimeAsync(999);
      expect(codes()).toEqual([]);
      for (const count of [1, 2, 3, 4]) {
        await vi.advanceTimersByTimeAsync(count === 1 ? 2 : 100);
        expect(codes()).toEqual(Array(count).fill('SUPERGRAPH_RELOADED'));
      }
      await retired;
      expect(isClosed()).toBe(true);
      expect(() => open('e')).toThrow('The graph has changed');
    } finally {
      vi.useRealTimers();
    }
  });

  test('of a replaced supergraph are done with as soon as none is left', async () => {
    const { subscriptions, open, isClosed } = setUp();
    const leave = open('a');
    const retired = subscriptions.retire();
    leave();
    await retired;
    expect(isClosed()).toBe(true);
  });

  test('are complete when the gateway stops, which takes no more', async () => {
    const { subscriptions, open, codes, left } = setUp();
    open('a');
    open('b');
    await subscriptions.close();
    expect(codes()).toEqual(['COMPLETE', 'COMPLETE']);
    expect([left(), subscriptions.size]).toEqual([2, 0]);
    expect(() => open('c')).toThrow('stopping');
  });
});
