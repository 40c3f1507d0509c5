import { expect, test, vi } from 'vitest';
import { plainRequest } from '../../testing/subgraph-request.js';
import { Cancellation } from '../subgraph/cancellation.js';
import { InFlightRequest, type Abandonment } from '../subgraph/in-flight-request.js';
import { BatchedRequest } from './batched-request.js';

test('a batch goes on for those that still wait and is given up with the last', async () => {
  const request = plainRequest({ service: 'union', operation: '{ a }' });
  const members = [new InFlightRequest(request, 100), new InFlightRequest(request, 100)] as const;
  const now = performance.now();
  const one = new Cancellation();
  const waits = [
    members[0].wait({ deadline: now + 30_000, cancellation: one }),
    members[1].wait({ deadline: now + 70_000, cancellation: null }),
  ];
  const ended = Promise.allSettled(waits);
  const abandoned = vi.fn<(why: Abandonment) => void>();
  const batched = new BatchedRequest(request, members);
  batched.sender = { abandoned };
  expect(batched.until).toBeLessThanOrEqual(performance.now() + 100);
  one.cancel();
  batched.check(now);
  expect([batched.isOpen, abandoned.mock.calls]).toEqual([true, []]);
  batched.check(now + 1_000);
  expect([batched.isOpen, abandoned.mock.calls]).toEqual([false, [['timeout']]]);
  expect((await ended).map((result) => result.status === 'rejected' && (result.reason as Error).message)).toEqual([
    'The client has disconnected.',
    'The service "union" did not answer in time.',
  ]);
});
