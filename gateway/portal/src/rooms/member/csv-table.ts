import { parse } from 'csv-parse/browser/esm/sync';

/** A table that was read: the names of its columns, and a text for each of them in each line. */
export interface CsvTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Reads CSV (RFC 4180) as spreadsheets write it: with a comma, a semicolon or a tab between, whichever the first line has most of, with or
 * without a mark of the encoding. Empty lines are left out.
 *
 * @throws Error for a text that is no CSV, such as one whose quotes do not end
 */
export function readCsv(text: string): CsvTable {
  const body = text.replace(/^\uFEFF/, '');
  const [head = [], ...rows] = parse(body, {
    delimiter: separatorOf(body),
    record_delimiter: ['\r\n', '\n', '\r'],
    trim: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
  });
  return { head, rows };
}

function separatorOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const counted = [',', ';', '\t'].map((separator) => [separator, first.split(separator).length] as const);
  return counted.toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? ',';
}
