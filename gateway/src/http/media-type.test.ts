import { expect, test } from 'vitest';
import { isJsonContentType, negotiate } from './media-type.js';

test.each([
  [undefined, 'application/json'],
  ['', 'application/json'],
  ['text/html, */*;q=0.1', 'application/json'],
  ['application/graphql-response+json; charset=utf-8, application/json;q=0.9', 'application/graphql-response+json'],
  ['application/json, application/graphql-response+json', 'application/json'],
  ['application/json;q=0', null],
  ['application/json;charset=latin1', null],
  ['constructor', null],
])('accept %s is answered with %s', (accept, type) => {
  expect(negotiate(accept)).toBe(type);
});

test.each([
  ['application/json', true],
  ['Application/JSON; Charset="UTF-8"', true],
  ['application/json; charset=utf-16', false],
  ['application/jsonp', false],
  [undefined, false],
])('content type %s is JSON: %s', (type, expected) => {
  expect(isJsonContentType(type)).toBe(expected);
});
