import { expect, test } from 'vitest';
import { testConfig } from '../../testing/federation.js';
import { subgraphLimits } from './subgraph-limits.js';

test('what is set for one subgraph replaces what holds for all', () => {
  const config = testConfig({
    subgraphs: { slow: { timeoutMs: 20_000, concurrency: 3, queue: 0 } },
    transport: { concurrency: 7 },
  });
  const own = { timeoutMs: 20_000, concurrency: 3, queue: 0 };
  expect(subgraphLimits(config, 'slow')).toMatchObject(own);
  const shared = { timeoutMs: 10_000, concurrency: 7, queue: 2_048 };
  expect(subgraphLimits(config, 'other')).toMatchObject(shared);
  // A name of every object is no name of a subgraph with settings.
  expect(subgraphLimits(config, 'constructor')).toMatchObject(shared);
});

test('no request has more time than an operation', () => {
  const config = testConfig({ timeouts: { requestMs: 2_000 }, subgraphs: { slow: { timeoutMs: 20_000 } } });
  expect(subgraphLimits(config, 'slow').timeoutMs).toBe(2_000);
});
