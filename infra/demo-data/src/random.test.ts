import { describe, expect, it } from 'vitest';
import { random, type Random } from './random.js';

function take(stream: Random, count: number): number[] {
  return Array.from({ length: count }, () => stream.next());
}

describe('random', () => {
  it('gives the same stream for the same key', () => {
    expect(take(random('person', 7), 100)).toEqual(take(random('person', 7), 100));
  });

  it('keeps to the stream that earlier versions gave', () => {
    const stream = random('golden', 1);
    expect([stream.int(0, 999_999), stream.int(0, 999_999), stream.int(0, 999_999)]).toEqual([665795, 352745, 397355]);
  });

  it('gives different streams for keys that differ in type, order or split', () => {
    const firsts = [random('a', 1), random('a', '1'), random(1, 'a'), random('a1'), random('a', 1, '')].map((stream) =>
      stream.next(),
    );
    expect(new Set(firsts).size).toBe(firsts.length);
  });

  it('spreads evenly over [0, 1), also across neighbouring keys', () => {
    const buckets = Array.from({ length: 10 }, () => 0);
    for (let index = 0; index < 10_000; index++) {
      const bucket = Math.floor(random('spread', index).next() * 10);
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    }
    for (const count of buckets) {
      expect(count).toBeGreaterThan(880);
      expect(count).toBeLessThan(1120);
    }
  });

  it('reaches both ends of an integer range and nothing beyond', () => {
    const stream = random('int');
    const seen = new Set(Array.from({ length: 500 }, () => stream.int(-1, 2)));
    expect([...seen].toSorted((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
  });

  it('shuffles a copy that holds every item once', () => {
    const list = Array.from({ length: 50 }, (_, index) => index);
    const shuffled = random('shuffle').shuffle(list);
    expect(shuffled).not.toEqual(list);
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(list);
  });

  it('never picks a value of weight zero and follows the other weights', () => {
    const stream = random('weighted');
    const counts = { rare: 0, often: 0, never: 0 };
    for (let draw = 0; draw < 4000; draw++) {
      counts[
        stream.weighted([
          ['never', 0],
          ['rare', 1],
          ['often', 3],
          ['never', 0],
        ] as const)
      ] += 1;
    }
    expect(counts.never).toBe(0);
    expect(counts.often / counts.rare).toBeGreaterThan(2.5);
    expect(counts.often / counts.rare).toBeLessThan(3.5);
  });

  it('refuses to pick from nothing', () => {
    expect(() => random('empty').pick([])).toThrow(RangeError);
    expect(() => random('empty').weighted([['only', 0]])).toThrow(RangeError);
  });
});
