import { expect, test } from 'vitest';
import { copyCell } from './seed.js';

test('cells are written as COPY reads them', () => {
  expect(copyCell(null)).toBe('\\N');
  expect(copyCell('tab\tline\nback\\slash')).toBe('tab\\tline\\nback\\\\slash');
  expect(copyCell(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
  expect(copyCell(true)).toBe('true');
  expect(copyCell({ az: 'İş "yeri"' })).toBe('{"az":"İş \\\\"yeri\\\\""}');
  expect(copyCell(['a', 'b "c"', 'd\\e'])).toBe('{"a","b \\\\"c\\\\"","d\\\\\\\\e"}');
});
