import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { expect, test } from 'vitest';
import { conflictOnDuplicate } from './statement.js';

test('what a unique index refuses is a conflict, and any other failure stays what it is', async () => {
  const duplicate = new UniqueConstraintViolationException(new Error('duplicate key value: canary'));
  const made = conflictOnDuplicate('It is there already.', () => Promise.reject(duplicate));
  await expect(made).rejects.toMatchObject({ code: 'CONFLICT', message: 'It is there already.', cause: duplicate });
  const other = new Error('connection lost');
  await expect(conflictOnDuplicate('It is there already.', () => Promise.reject(other))).rejects.toBe(other);
  expect(await conflictOnDuplicate('It is there already.', () => Promise.resolve(1))).toBe(1);
});
