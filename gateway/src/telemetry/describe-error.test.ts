import { expect, test } from 'vitest';
import { describeError } from './describe-error.js';

test('tells kind, code, place and causes, and repeats no message', () => {
  const cause = Object.assign(new TypeError('canary\n    at canary (canary:1:1)'), { code: 'ECONNRESET' });
  const described = describeError(new Error('canary', { cause }));
  expect(described).toMatchObject({ type: 'Error', cause: { type: 'TypeError', code: 'ECONNRESET' } });
  expect(described.stack?.[0]).toContain('describe-error.test.ts');
  expect(JSON.stringify(described)).not.toContain('canary');
});

test('leaves out a stack that does not show where the message ends, and codes that are none', () => {
  const error = Object.assign(new Error('canary'), { code: 'canary' });
  expect(error.stack).toContain('canary');
  error.message = 'changed';
  expect(describeError(error)).toEqual({ type: 'Error' });
  expect(describeError('canary')).toEqual({ type: 'string' });
});
