import { validate, version } from 'uuid';
import { expect, test } from 'vitest';
import { newOperationId } from './operation-id.js';

test('ids are UUIDv7, and no two are the same, however many are made', () => {
  const ids = Array.from({ length: 2_000 }, newOperationId);
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});

test('an id tells the time at which it was made', () => {
  const before = Date.now();
  const made = Number.parseInt(newOperationId().replaceAll('-', '').slice(0, 12), 16);
  expect(made).toBeGreaterThanOrEqual(before);
  expect(made).toBeLessThanOrEqual(Date.now());
});
