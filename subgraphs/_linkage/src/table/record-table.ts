import { type InternedValues, internedValues } from './interned-values.js';
import { numberList } from '../numbers/number-list.js';
import type { ComparisonKind } from '../text/comparison-kind.js';
import type { NamePart } from '../text/name-text.js';
import { nameSex } from '../text/name-sex.js';
import { readValue, type ReadingSettings } from '../text/normalized-value.js';

/** One compared column of all records: numbers of values, and the values by number. */
export interface Field {
  readonly name: string;
  readonly column: string;
  readonly kind: ComparisonKind;
  /** By record. 0 is a missing value. */
  readonly values: Int32Array;
  readonly texts: readonly string[];
}

/** All records in columns. A record is its position. */
export interface RecordTable {
  readonly size: number;
  readonly ids: readonly string[];
  readonly sources: readonly string[];
  /** By record: the number of its source. */
  readonly sourceOf: Int32Array;
  readonly fields: readonly Field[];
  /** By record: the sex that its names tell; 0 where they tell none, 1 for a woman, 2 for a man. */
  readonly sexes: Uint8Array;
  /** The columns whose equality alone decides, in the same form as fields. */
  readonly deterministic: readonly Field[];
}

/** Which columns a table has, and how their values are normalized. */
export interface TableLayout extends ReadingSettings {
  /** By column, its kind of comparison and its name in blocking rules and results. @default name: the column's */
  readonly fields: Readonly<Record<string, { readonly kind: ComparisonKind; readonly name?: string | undefined }>>;
  readonly deterministic: readonly string[];
}

/** The name of a field in blocking rules and results. */
export function fieldName(column: string, field: { readonly name?: string | undefined }): string {
  return field.name ?? column;
}

/** One record as it comes in: `cells` has the raw value of each column in `columns`, in that order. */
export interface RawRecord {
  readonly source: string;
  readonly id: string;
  readonly cells: readonly string[];
}

/** A cell that counts as missing or, where `isKept`, is compared all the same. */
export interface FaultyCell {
  readonly column: string;
  readonly fault: string;
  readonly isKept: boolean;
}

export interface RecordTableBuilder {
  /** The columns that a record must bring. */
  readonly columns: readonly string[];
  /** Gives the cells with something wrong about them. */
  readonly add: (record: RawRecord) => readonly FaultyCell[];
  readonly build: () => RecordTable;
}

interface GrowingField {
  readonly field: Omit<Field, 'values' | 'texts'>;
  readonly interned: InternedValues;
  /** By raw value, what is wrong about it. */
  readonly faults: ReadonlyMap<string, FaultyCell>;
  readonly at: number;
  readonly values: ReturnType<typeof numberList>;
}

const nameParts: Partial<Record<ComparisonKind, NamePart>> = {
  'given-name': 'given',
  'family-name': 'family',
  patronymic: 'patronymic',
  'full-name': 'full',
};
const contradiction = 3;

/** The sex that a part of a name tells, as in `RecordTable`; each text is read once. */
function sexSigns(part: NamePart): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const sex = nameSex(text, part);
    const sign = sex === null ? 0 : sex === 'f' ? 1 : 2;
    known.set(text, sign);
    return sign;
  };
}

/** Collects records. The table does not depend on the order in which they are added: `build` sorts by source and id. */
export function recordTableBuilder(layout: TableLayout): RecordTableBuilder {
  const compared = Object.entries(layout.fields).map(([column, field]) => ({
    name: fieldName(column, field),
    column,
    kind: field.kind,
  }));
  const keys = layout.deterministic.map((column) => ({ name: column, column, kind: 'identifier' as const }));
  const columns = [...new Set([...compared, ...keys].map(({ column }) => column))];
  const growing = [...compared, ...keys].map((field, number, all): GrowingField => {
    // A column that is compared and decides as well is reported once.
    const isReported = all.findIndex(({ column }) => column === field.column) === number;
    const faults = new Map<string, FaultyCell>();
    const interned = internedValues((raw) => {
      const { text, fault } = readValue(raw, field.kind, layout);
      if (fault !== null && isReported) faults.set(raw, { column: field.column, fault, isKept: text !== '' });
      return text;
    });
    return { field, interned, faults, at: columns.indexOf(field.column), values: numberList() };
  });
  const nameColumns = compared.flatMap(({ kind, column }) => {
    const part = nameParts[kind];
    return part === undefined ? [] : [{ at: columns.indexOf(column), signOf: sexSigns(part) }];
  });
  const ids: string[] = [];
  const sexes = numberList();
  const sources = internedValues((raw) => raw);
  const sourceOf = numberList();
  return {
    columns,
    add: ({ source, id, cells }) => {
      ids.push(id);
      sourceOf.push(sources.intern(source));
      const signs = nameColumns.reduce((sum, { at, signOf }) => sum | signOf(cells[at] ?? ''), 0);
      sexes.push(signs === contradiction ? 0 : signs);
      const faulty: FaultyCell[] = [];
      for (const { interned, faults, at, values } of growing) {
        const raw = cells[at] ?? '';
        values.push(interned.intern(raw));
        const fault = faults.size === 0 ? undefined : faults.get(raw);
        if (fault !== undefined) faulty.push(fault);
      }
      return faulty;
    },
    build: () => {
      const order = recordOrder(ids, sourceOf.view(), sources.texts);
      const fields = growing.map(({ field, interned, values }): Field => {
        const unsorted = values.view();
        return { ...field, texts: interned.texts, values: order.map((record) => unsorted[record] ?? 0) };
      });
      const unsortedSources = sourceOf.view();
      const unsortedSexes = sexes.view();
      return {
        size: ids.length,
        ids: Array.from(order, (record) => ids[record] ?? ''),
        sources: sources.texts,
        sourceOf: order.map((record) => unsortedSources[record] ?? 0),
        fields: fields.slice(0, compared.length),
        sexes: Uint8Array.from(order, (record) => unsortedSexes[record] ?? 0),
        deterministic: fields.slice(compared.length),
      };
    },
  };
}

function recordOrder(ids: readonly string[], sourceOf: Int32Array, sources: readonly string[]): Int32Array {
  const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
  return Int32Array.from(ids, (_, record) => record).toSorted(
    (a, b) =>
      compare(sources[sourceOf[a] ?? 0] ?? '', sources[sourceOf[b] ?? 0] ?? '') || compare(ids[a] ?? '', ids[b] ?? ''),
  );
}
