import { expect, test } from 'vitest';
import { redactOperation } from './redact-operation.js';

test('shows which fields are asked and none of the values', () => {
  const text = redactOperation(
    'query canary($canary: ID = "canary", $representations: [_Any!]!) { a(id: $canary, b: "canary", c: 17, d: CANARY, ' +
      'e: { canary: $canary }, f: [true]) { id } _entities(representations: $representations) { ... on A { b } } }',
  );
  expect(text).toBe(
    '{ a(id: $…, b: …, c: …, d: …, e: …, f: …) { id } _entities(representations: $…) { ... on A { b } } }',
  );
});
