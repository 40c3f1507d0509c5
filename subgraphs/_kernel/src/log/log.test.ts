import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { describeError } from './log.js';

test('an error is described by kind, code and place, never by its message', () => {
  class ConstraintError extends Error {
    readonly code = '23505';
    readonly detail = 'Key (email)=(canary) already exists.';
  }
  const cause = new ConstraintError('duplicate canary');
  const described = describeError(new GraphQLError('duplicate canary', { originalError: cause }));
  expect(described).toMatchObject({ kind: 'ConstraintError', code: '23505' });
  expect(described.frames[0]).toContain('log.test.ts');
  expect(JSON.stringify(described)).not.toContain('canary');
});

test('a thrown value that is no error is described by its type', () => {
  expect(describeError('canary')).toEqual({ kind: 'string', frames: [] });
});
