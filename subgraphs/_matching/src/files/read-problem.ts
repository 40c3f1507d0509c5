import type { Candidate, MatchingProblem } from '../matching/problem.js';

/** Why a file is no problem, in one sentence. */
export class ProblemFileError extends Error {
  override readonly name = 'ProblemFileError';
}

/**
 * Reads an assignment problem whose costs are to be as low as can be; mentees are rows, mentors columns. Numbers stand apart by blanks and
 * line ends, in one of three forms:
 *
 * - `n` and n × n costs, row by row (`assign…` of the OR-Library); so are nine numbers read after `3`
 * - `n` and lines `row column cost`, counted from 1, for the pairs that there may be (`assignp…` of the OR-Library)
 * - `rows columns pairs`, the capacity of each column, and as many lines `row column cost`, counted from 0 when a 0 is among the rows or
 *   columns and from 1 otherwise
 *
 * @returns a problem whose scores are the costs below 0
 * @throws ProblemFileError
 */
export function readProblem(text: string, seed: string): MatchingProblem {
  const [head = [], ...lines] = text
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(numbersOf);
  const numbers = lines.flat();
  if (head.length === 3) return withCapacities(head as [number, number, number], numbers, seed);
  const [size = 0] = head;
  if (head.length !== 1) throw new ProblemFileError('The first line is neither `n` nor `rows columns pairs`.');
  requireCounts([size]);
  const capacities = Array.from({ length: size }, () => 1);
  if (numbers.length === size * size) {
    const costs = numbers.map((cost, at): Cost => [Math.floor(at / size), at % size, cost]);
    return problemOf({ rows: size, capacities, costs }, seed);
  }
  return problemOf({ rows: size, capacities, costs: costsOf(numbers, 1) }, seed);
}

/** Row, column and what the pair costs. */
type Cost = readonly [row: number, column: number, cost: number];

function numbersOf(line: string, at: number): number[] {
  return line.split(/\s+/u).map((word) => {
    const number = Number(word);
    if (!Number.isSafeInteger(number))
      throw new ProblemFileError(`"${word.slice(0, 40)}" of line ${at + 1} is no integer.`);
    return number;
  });
}

function withCapacities([rows, columns, pairs]: [number, number, number], numbers: number[], seed: string) {
  requireCounts([rows, columns, pairs]);
  const capacities = numbers.slice(0, columns);
  const rest = numbers.slice(columns);
  if (rest.length !== 3 * pairs)
    throw new ProblemFileError(
      `After the first line there are ${numbers.length} numbers, not ${columns} capacities and 3 for each of ${pairs} pairs.`,
    );
  const isFromZero = rest.some((number, at) => at % 3 < 2 && number === 0);
  return problemOf({ rows, capacities, costs: costsOf(rest, isFromZero ? 0 : 1) }, seed);
}

function requireCounts(counts: readonly number[]): void {
  if (counts.some((count) => count < 0)) throw new ProblemFileError('The first line has a number below 0.');
}

function costsOf(numbers: readonly number[], first: 0 | 1): Cost[] {
  if (numbers.length % 3 !== 0)
    throw new ProblemFileError(`${numbers.length} numbers are neither a cost for each two nor three for each pair.`);
  return Array.from({ length: numbers.length / 3 }, (_, at): Cost => {
    const [row = 0, column = 0, cost = 0] = numbers.slice(3 * at, 3 * at + 3);
    return [row - first, column - first, cost];
  });
}

interface Costs {
  readonly rows: number;
  readonly capacities: readonly number[];
  readonly costs: readonly Cost[];
}

/** Numbers are padded, so that ids sort as numbers do. */
function problemOf({ rows, capacities, costs }: Costs, seed: string): MatchingProblem {
  const idOf = (at: number) => String(at + 1).padStart(9, '0');
  return {
    seed,
    mentees: Array.from({ length: rows }, (_, at) => ({ id: idOf(at) })),
    mentors: capacities.map((capacity, at) => ({ id: idOf(at), capacity })),
    candidates: costs.map(([row, column, cost]): Candidate => {
      if (row < 0 || row >= rows || column < 0 || column >= capacities.length)
        throw new ProblemFileError(`The pair ${row + 1} ${column + 1} is of a row or a column that there is not.`);
      // -0 is no number that anybody wrote.
      return { menteeId: idOf(row), mentorId: idOf(column), score: cost === 0 ? 0 : -cost };
    }),
  };
}
