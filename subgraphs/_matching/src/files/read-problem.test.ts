import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { solveMatching } from '../matching/solve-matching.js';
import { readProblem } from './read-problem.js';

const solved = (text: string) => {
  const { pairs, total } = solveMatching(readProblem(text, '1'));
  return [pairs.length, total === 0 ? 0 : -total];
};

describe('a problem as a file', () => {
  it('has the optimum that is known of the first of the OR-Library', async () => {
    const text = await readFile(new URL('../../data/assign100.txt', import.meta.url), 'utf8');
    expect(solved(text)).toEqual([100, 305]);
  });

  it.each([
    ['all costs, broken anywhere', '2\n1 9\n9\n1', [2, 2]],
    ['pairs, counted from 1', '4\r\n1 1 5\r\n2 1 3\r\n3 3 -1\r\n', [2, 2]],
    ['capacities, and pairs counted from 0', '3 2 4\n2 1\n0 0 1\n1 0 1\n2 0 1\n2 1 7\n', [3, 9]],
    ['capacities, and pairs counted from 1', '3 2 4\n2\n1\n1 1 1\n2 1 1\n3 1 1\n3 2 7\n', [3, 9]],
    ['nobody', '0\n', [0, 0]],
    ['no pairs', '2 1 0\n1\n', [0, 0]],
  ])('is read: %s', (_, text, expected) => expect(solved(text)).toEqual(expected));

  it.each([
    ['', 'The first line is neither `n` nor `rows columns pairs`.'],
    ['1 2\n', 'The first line is neither `n` nor `rows columns pairs`.'],
    ['2\n1 x\n', '"x" of line 2 is no integer.'],
    ['2\n1 1.5\n', '"1.5" of line 2 is no integer.'],
    ['2\n1 2\n', '2 numbers are neither a cost for each two nor three for each pair.'],
    ['2\n1 3 1\n', 'The pair 1 3 is of a row or a column that there is not.'],
    ['-1\n', 'The first line has a number below 0.'],
    ['1 1 2\n1\n0 0 1\n', 'After the first line there are 4 numbers, not 1 capacities and 3 for each of 2 pairs.'],
  ])('is refused: %j', (text, message) => expect(() => readProblem(text, '1')).toThrow(message));
});
