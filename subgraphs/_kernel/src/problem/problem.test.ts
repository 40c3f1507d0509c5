import { expect, test } from 'vitest';
import { DomainError } from '../errors/errors.js';
import {
  asResult,
  ConflictProblem,
  InvalidInputProblem,
  NotFoundProblem,
  RepresentativeRequiredProblem,
} from './problem.js';

test('a change that is made is returned as it is', async () => {
  const row = { id: '1' };
  expect(await asResult(() => Promise.resolve(row))).toBe(row);
});

test.each([
  ['CONFLICT', ConflictProblem],
  ['NOT_FOUND', NotFoundProblem],
  ['BAD_USER_INPUT', InvalidInputProblem],
  ['REPRESENTATIVE_REQUIRED', RepresentativeRequiredProblem],
] as const)('%s becomes a value of its type', async (code, type) => {
  const result = await asResult(() => Promise.reject(new DomainError(code, 'Why.')));
  expect(result).toBeInstanceOf(type);
  expect(result).toMatchObject({ code, message: 'Why.' });
});

test('everything else still throws', async () => {
  for (const error of [new DomainError('FORBIDDEN', 'No.'), new Error('broken')]) {
    await expect(asResult(() => Promise.reject(error))).rejects.toBe(error);
  }
});
