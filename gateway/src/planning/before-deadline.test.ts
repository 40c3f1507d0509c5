import { expect, test } from 'vitest';
import { beforeDeadline } from './before-deadline.js';

test('work that ends in time is answered as it ends', async () => {
  const deadline = performance.now() + 60_000;
  await expect(beforeDeadline(Promise.resolve(1), deadline)).resolves.toBe(1);
  await expect(beforeDeadline(Promise.reject(new Error('no plan')), deadline)).rejects.toThrow('no plan');
});

test('work that takes longer is not waited for', async () => {
  const never = Promise.withResolvers<number>();
  await expect(beforeDeadline(never.promise, performance.now() + 5)).rejects.toMatchObject({
    status: 504,
    code: 'DEADLINE_EXCEEDED',
  });
});
