import { expect, test } from 'vitest';
import { newCode, readCode } from './invitation-code.rule.js';

test('a code is read as people write it', () => {
  const code = newCode();
  expect(code.text).toMatch(/^[0-9A-Z]{6}-[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  expect(readCode(` ${code.text.toLowerCase().replaceAll('-', ' ')} `)).toEqual({
    place: code.place,
    secretHash: code.secretHash,
  });
  expect(readCode('OIL000-11111-11111')).toEqual(readCode('011000 1111111111'));
});

test('two codes have nothing in common, and another second half has another digest', () => {
  const [one, other] = [newCode(), newCode()];
  expect(one.place).not.toBe(other.place);
  const wrong = `${one.text.slice(0, -1)}${one.text.endsWith('7') ? '8' : '7'}`;
  expect(readCode(wrong).place).toBe(one.place);
  expect(readCode(wrong).secretHash).not.toBe(one.secretHash);
});

test('what is no code at all is a place that nothing has', () => {
  for (const text of ['', 'x', '€€€', 'A'.repeat(1_000)]) expect(readCode(text).place).toMatch(/^[0-9A-Z]{0,6}$/);
});
