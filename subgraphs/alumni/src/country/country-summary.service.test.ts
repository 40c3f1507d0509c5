import { expect, test } from 'vitest';
import { publishFigures } from './country-summary.service.js';

const withheld = { studentsAbroad: null, alumni: null };

test('figures of nobody and figures from ten are published', () => {
  expect(publishFigures([])).toEqual({ studentsAbroad: 0, alumni: 0 });
  expect(publishFigures([{ studentsAbroad: 10, alumni: 0 }])).toEqual({ studentsAbroad: 10, alumni: 0 });
  expect(publishFigures([{ studentsAbroad: 0, alumni: 10 }])).toEqual({ studentsAbroad: 0, alumni: 10 });
});

test('one small figure withholds the other one too', () => {
  expect(publishFigures([{ studentsAbroad: 9, alumni: 500 }])).toEqual(withheld);
  expect(publishFigures([{ studentsAbroad: 500, alumni: 1 }])).toEqual(withheld);
});

test('the sum over all associations counts, not each association’s part', () => {
  const part = { studentsAbroad: 5, alumni: 6 };
  expect(publishFigures([part, part])).toEqual({ studentsAbroad: 10, alumni: 12 });
  expect(publishFigures([part])).toEqual(withheld);
});
