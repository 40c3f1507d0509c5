import { stringify } from 'csv-stringify/browser/esm/sync';

/**
 * Writes a table as CSV (RFC 4180): with a mark of its encoding, which spreadsheets need, and with a quote before what a spreadsheet would
 * take for a formula.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { bom: true, escape_formulas: true, quoted_match: /[\r\n]/, record_delimiter: 'windows' },
  );
}
