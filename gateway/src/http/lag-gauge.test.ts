import { describe, expect, test } from 'vitest';
import { LagGauge } from './lag-gauge.js';

function statesAfter(limitMs: number, lags: readonly number[]): boolean[] {
  const gauge = new LagGauge(limitMs);
  return lags.map((lag) => {
    gauge.record(lag);
    return gauge.isHigh;
  });
}

describe('LagGauge', () => {
  test('forgives a single pause, however long', () => {
    expect(statesAfter(100, [5_000, 0, 5_000, 99, 101])).toEqual([false, false, false, false, false]);
  });

  test('is high after two late probes in a row', () => {
    expect(statesAfter(100, [101, 101])).toEqual([false, true]);
  });

  test('is low again only after two probes below half of the limit', () => {
    expect(statesAfter(100, [101, 101, 49, 51, 60, 49, 49])).toEqual([false, true, true, true, true, true, false]);
  });

  test('without a limit is never high', () => {
    expect(statesAfter(0, [9_000, 9_000, 9_000])).toEqual([false, false, false]);
  });
});
