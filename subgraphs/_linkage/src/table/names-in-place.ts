import { nameReading } from '../text/name-reading.js';
import type { Field } from './record-table.js';

/**
 * Puts given and family names that were written in each other's column back in their place: where both are found in the
 * other column more often than in their own, by how they are read. Names that are too rare to tell stay; the comparison
 * knows the exchange of two records that are not alike in it.
 */
export function withNamesInPlace(fields: readonly Field[]): readonly Field[] {
  const given = fields.find(({ kind }) => kind === 'given-name');
  const family = fields.find(({ kind }) => kind === 'family-name');
  if (given === undefined || family === undefined) return fields;
  const inGiven = readingCounts(given);
  const inFamily = readingCounts(family);
  const isForeign = (
    { texts, values }: Field,
    own: ReadingCounts,
    other: ReadingCounts,
  ): ((record: number) => boolean) => {
    const foreign = texts.map((text) => isFamiliar(own, other, nameReading(text)));
    return (record) => foreign[values[record] ?? 0] === true;
  };
  const isNoGiven = isForeign(given, inGiven, inFamily);
  const isNoFamily = isForeign(family, inFamily, inGiven);
  const exchanged = given.values.map((_, record) => (isNoGiven(record) && isNoFamily(record) ? 1 : 0));
  if (!exchanged.includes(1)) return fields;
  const replaced = new Map([
    [given, withValuesOf(given, family, exchanged)],
    [family, withValuesOf(family, given, exchanged)],
  ]);
  return fields.map((field) => replaced.get(field) ?? field);
}

type ReadingCounts = ReadonlyMap<string, number>;

function readingCounts({ texts, values }: Field): ReadingCounts {
  const readings = texts.map(nameReading);
  const counts = new Map<string, number>();
  for (const value of values) {
    const reading = readings[value] ?? '';
    if (value > 0) counts.set(reading, (counts.get(reading) ?? 0) + 1);
  }
  return counts;
}

/** Twice as often in the other column, and more than a single time. */
function isFamiliar(own: ReadingCounts, other: ReadingCounts, reading: string): boolean {
  const there = other.get(reading) ?? 0;
  return there > 1 && there >= 2 * (own.get(reading) ?? 0);
}

function withValuesOf(field: Field, other: Field, exchanged: Int32Array): Field {
  const texts = field.texts.slice();
  const byText = new Map(texts.map((text, value) => [text, value]));
  const valueOf = (text: string): number => {
    const value = byText.get(text) ?? texts.push(text) - 1;
    byText.set(text, value);
    return value;
  };
  const values = field.values.map((value, record) =>
    exchanged[record] === 1 ? valueOf(other.texts[other.values[record] ?? 0] ?? '') : value,
  );
  return { ...field, texts, values };
}
