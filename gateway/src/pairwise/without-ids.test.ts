import { expect, test } from 'vitest';
import { withoutIds } from './without-ids.js';

const ID = '0189d9a0-7c1f-7a3b-9f00-00000000abcd';

test('an error keeps its words, its code and its path and loses every id', () => {
  const error = {
    message: `Nobody has the id ${ID}, nor ${ID.toUpperCase()}, nor ${ID.replaceAll('-', '')}.`,
    path: ['volunteer', 0],
    extensions: { code: 'NOT_FOUND', service: 'registry', count: 3, none: null, [ID]: [{ why: `see ${ID}` }, true] },
  };
  expect(withoutIds(error)).toEqual({
    message: 'Nobody has the id [id], nor [id], nor [id].',
    path: ['volunteer', 0],
    extensions: { code: 'NOT_FOUND', service: 'registry', count: 3, none: null, '[id]': [{ why: 'see [id]' }, true] },
  });
});

test('a text without an id stays as it is', () => {
  const error = { message: 'A value of 12345678 is too large.', extensions: { code: 'BAD_USER_INPUT' } };
  expect(withoutIds(error)).toEqual(error);
});
