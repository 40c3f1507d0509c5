import { describe, expect, it } from 'vitest';

import { personClusters } from './person-clusters.js';

const free = Int32Array.of(-1, -1, -1, -1);
const chain = [
  { left: 0, right: 1, weight: 9 },
  { left: 1, right: 2, weight: 8 },
  { left: 2, right: 3, weight: 7 },
];

describe('personClusters', () => {
  it('joins a chain and names it by its smallest record', () => {
    const clusters = personClusters({ records: 4, links: chain, cannotLink: [], uniqueSource: free });
    expect([...clusters]).toEqual([0, 0, 0, 0]);
  });

  it('keeps the best partner where two records of one unique source compete over a third', () => {
    const uniqueSource = Int32Array.of(1, 2, 1, 2);
    const clusters = personClusters({ records: 4, links: chain, cannotLink: [], uniqueSource });
    expect([...clusters]).toEqual([0, 0, 2, 2]);
  });

  it('leaves out the weakest link between two that are kept apart', () => {
    const clusters = personClusters({ records: 4, links: chain, cannotLink: [[0, 3]], uniqueSource: free });
    expect([...clusters]).toEqual([0, 0, 0, 3]);
  });

  it('splits a chain where the groups that a link would join are not alike', () => {
    const alike = new Set(['0 1', '2 3']);
    const areAlike = (one: readonly number[], other: readonly number[]) => alike.has([...one, ...other].join(' '));
    const clusters = personClusters({ records: 4, links: chain, cannotLink: [], uniqueSource: free, areAlike });
    expect(new Set(clusters).size).toBeGreaterThan(1);
  });

  it('takes a weak pair where a group of several speaks for it, and never alone', () => {
    const questions = [
      { left: 2, right: 3, weight: 1 },
      { left: 1, right: 2, weight: 1 },
    ];
    const clusters = personClusters({
      records: 4,
      links: [{ left: 0, right: 1, weight: 9 }],
      questions,
      cannotLink: [],
      uniqueSource: free,
      areAlike: () => true,
    });
    expect([...clusters]).toEqual([0, 0, 0, 3]);
  });
});
