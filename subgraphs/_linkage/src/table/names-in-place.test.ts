import { describe, expect, it } from 'vitest';

import type { ComparisonKind } from '../text/comparison-kind.js';
import { withNamesInPlace } from './names-in-place.js';
import type { Field } from './record-table.js';

const column = (kind: ComparisonKind, ...values: readonly string[]): Field => {
  const texts = ['', ...new Set(values.filter((value) => value !== ''))];
  return { name: kind, column: kind, kind, texts, values: Int32Array.from(values, (value) => texts.indexOf(value)) };
};
const written = (fields: readonly Field[]): readonly (readonly string[])[] =>
  fields.map(({ texts, values }) => Array.from(values, (value) => texts[value] ?? ''));

describe('withNamesInPlace', () => {
  it('puts exchanged names back, whatever spelling they have', () => {
    const fields = [
      column('given-name', 'eli', 'ali', 'leyla', 'aliev'),
      column('family-name', 'memmedov', 'eliev', 'eliev', 'ali'),
    ];
    expect(written(withNamesInPlace(fields))).toEqual([
      ['eli', 'ali', 'leyla', 'ali'],
      ['memmedov', 'eliev', 'eliev', 'aliev'],
    ]);
  });

  it('leaves names alone that are too rare to tell', () => {
    const fields = [column('given-name', 'eli', 'zumrud'), column('family-name', 'memmedov', 'eliev')];
    expect(withNamesInPlace(fields)).toBe(fields);
  });
});
