import { expect, test } from 'vitest';
import { counter, gauge, histogram } from './instruments.js';

test('writes counters and gauges in the text format', () => {
  const family = counter({ name: 'a_total', help: 'All a', labels: ['x', 'y'] });
  family.child('1', 'back\\slash "quoted"\nline').add(2);
  family.child('1', 'back\\slash "quoted"\nline').add(1);
  expect(family.render()).toBe(
    '# HELP a_total All a\n# TYPE a_total counter\na_total{x="1",y="back\\\\slash \\"quoted\\"\\nline"} 3\n',
  );
  const level = gauge({ name: 'b', help: 'A level' });
  level.child().add(5);
  level.child().set(4);
  expect(level.render()).toBe('# HELP b A level\n# TYPE b gauge\nb 4\n');
});

test('counts a value in all buckets that reach up to it, with the bound itself', () => {
  const family = histogram({ name: 'c', help: 'Sizes', labels: ['z'] }, [1, 2]);
  for (const value of [0.5, 1, 2, 3]) family.child('é').observe(value);
  expect(family.render().split('\n').slice(2)).toEqual([
    'c_bucket{z="é",le="1"} 2',
    'c_bucket{z="é",le="2"} 3',
    'c_bucket{z="é",le="+Inf"} 4',
    'c_sum{z="é"} 6.5',
    'c_count{z="é"} 4',
    '',
  ]);
});
