import { expect, test } from 'vitest';
import { createPrometheusMetrics } from './prometheus-metrics.js';

const samples = (text: string, name: string) =>
  text.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));

test('counts what other parts of the gateway report', async () => {
  const metrics = createPrometheusMetrics();
  metrics.breaker('people', 'open');
  metrics.shared('people', 'joined');
  metrics.retried('people');
  metrics.subscriptionOpened();
  metrics.subscriptionOpened();
  metrics.subscriptionClosed();
  metrics.reloaded(true);
  metrics.reloaded(false);
  metrics.shed();
  metrics.planLookup(true);
  const text = await metrics.text();
  expect(samples(text, 'gateway_circuit_breaker_state')).toEqual([
    'gateway_circuit_breaker_state{subgraph_name="people"} 2',
  ]);
  expect(samples(text, 'gateway_shared_fetches_total')).toEqual([
    'gateway_shared_fetches_total{subgraph_name="people",how="joined"} 1',
  ]);
  expect(samples(text, 'http_client_request_resends_total')).toEqual([
    'http_client_request_resends_total{subgraph_name="people"} 1',
  ]);
  expect(samples(text, 'gateway_subscriptions_open')).toEqual(['gateway_subscriptions_open 1']);
  expect(samples(text, 'gateway_reloads_total')).toEqual([
    'gateway_reloads_total{result="ok"} 1',
    'gateway_reloads_total{result="refused"} 1',
  ]);
  expect(samples(text, 'gateway_requests_shed_total')).toEqual(['gateway_requests_shed_total 1']);
  expect(samples(text, 'graphql_plan_cache_lookups_total')).toEqual([
    'graphql_plan_cache_lookups_total{result="hit"} 1',
    'graphql_plan_cache_lookups_total{result="miss"} 0',
  ]);
  expect(text).toContain('nodejs_eventloop_lag_seconds');
});

test('keeps the number of codes small, whatever subgraphs answer', async () => {
  const metrics = createPrometheusMetrics();
  for (let index = 0; index < 500; index++) metrics.errors(`CODE_${index}`, 1);
  metrics.errors('CODE_0', 1);
  const codes = samples(await metrics.text(), 'graphql_errors_total');
  expect(codes).toHaveLength(101);
  expect(codes[0]).toBe('graphql_errors_total{code="CODE_0"} 2');
  expect(codes.at(-1)).toBe('graphql_errors_total{code="OTHER"} 400');
});
