import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { DomainError, findDomainError, toPublicError } from './errors.js';

function shown(error: Error) {
  const wrapped = new GraphQLError(error.message, { originalError: error, path: ['field'] });
  return toPublicError(wrapped.toJSON(), wrapped);
}

test('a foreseen error keeps its message and code', () => {
  const error = new DomainError('CONFLICT', 'The group is full.');
  expect(shown(error)).toEqual({ message: 'The group is full.', path: ['field'], extensions: { code: 'CONFLICT' } });
  expect(findDomainError(new GraphQLError('outer', { originalError: error }))).toBe(error);
});

test('an unforeseen error is masked, whatever its message says', () => {
  const answer = shown(new Error('insert into person (name) values ($canary)'));
  expect(answer.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
  expect(JSON.stringify(answer)).not.toContain('canary');
});

test('a value that a column cannot take is bad input, without the value', () => {
  const answer = shown(Object.assign(new Error('invalid input syntax for type uuid: "canary"'), { code: '22P02' }));
  expect(answer.extensions).toEqual({ code: 'BAD_USER_INPUT' });
  expect(JSON.stringify(answer)).not.toContain('canary');
});

test('what a trigger of our own refuses is a conflict, in the trigger’s words', () => {
  const refusal = Object.assign(new Error('The group is closed.'), { code: 'BE007' });
  expect(shown(refusal)).toMatchObject({ message: 'The group is closed.', extensions: { code: 'CONFLICT' } });
  const other = Object.assign(new Error('canary'), { code: 'P0001' });
  expect(shown(other).extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
});

test('broken rules of an input are listed', () => {
  const extensions = {
    code: 'BAD_USER_INPUT',
    validationErrors: [{ constraints: { min: 'first must not be less than 1' } }],
  };
  const error = new GraphQLError('Argument Validation Error', { extensions });
  expect(toPublicError(error.toJSON(), error)).toEqual({
    message: 'The input is not valid: first must not be less than 1.',
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test('errors of the protocol pass', () => {
  const error = new GraphQLError('Syntax Error', { extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
  expect(toPublicError(error.toJSON(), error).extensions).toEqual({ code: 'GRAPHQL_PARSE_FAILED' });
});

test.each([
  ['08006', 'a connection that broke'],
  ['57P01', 'a session that an administrator ended'],
  ['57P03', 'a server that is starting'],
  ['57014', 'a statement that took too long'],
  ['25006', 'a server that has become a standby'],
  ['25P03', 'a transaction that was idle for too long'],
  ['53300', 'a server with too many sessions'],
])('the SQLSTATE %s, %s, is told as something to try again, without its words', (code) => {
  const answer = shown(Object.assign(new Error('canary'), { code }));
  expect(answer.extensions).toEqual({ code: 'UPSTREAM_UNAVAILABLE' });
  expect(JSON.stringify(answer)).not.toContain('canary');
});
