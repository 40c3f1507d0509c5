/** A table that was read: the names of its columns, and a text for each of them in each line. */
export interface CsvTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Reads CSV (RFC 4180) as spreadsheets write it: with a comma, a semicolon or a tab between, whichever the first line has most of, with or
 * without a mark of the encoding. Empty lines are left out.
 */
export function readCsv(text: string): CsvTable {
  const body = text.replace(/^\uFEFF/, '');
  const lines = recordsOf(body, separatorOf(body)).filter((cells) => cells.some((cell) => cell !== ''));
  const [head = [], ...rows] = lines;
  return { head, rows };
}

function separatorOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const counted = [',', ';', '\t'].map((separator) => [separator, first.split(separator).length] as const);
  return counted.toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? ',';
}

function recordsOf(text: string, separator: string): readonly (readonly string[])[] {
  // A cell in quotes, in which two quotes are one, or up to the next separator; then what ends it.
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n]*))(${separator}|\\r\\n|\\n|\\r|$)`, 'gy');
  const records: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(cell)) {
    record.push((quoted?.replaceAll('""', '"') ?? plain ?? '').trim());
    if (end === separator) continue;
    records.push(record);
    record = [];
    if (end === '') break;
  }
  return records;
}
