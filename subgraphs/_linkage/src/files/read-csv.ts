import { CsvError, parse } from 'csv-parse/sync';

import { type FileLine, fileLines } from './file-lines.js';
import { LinkageError, systemFault } from './linkage-error.js';
import type { LinkageSettings } from '../link/settings.js';
import type { FaultyCell, RecordTableBuilder } from '../table/record-table.js';
import { didYouMean } from '../text/nearest-word.js';
import { longestValue } from '../text/normalized-value.js';

export interface CsvInput {
  readonly path: string;
  /** The source of the records, unless a column of the settings names it. */
  readonly source: string;
  readonly settings: LinkageSettings;
  readonly builder: RecordTableBuilder;
  /** Told of each row that is not as it should be. Such a row is linked all the same. */
  readonly report: (fault: string) => void;
  /** Told of each row that is left out, as nobody can tell what it says. */
  readonly leaveOut: (fault: string) => void;
  /** Told of each cell with something wrong about it, and of its line. */
  readonly reportCell: (cell: FaultyCell, line: number) => void;
  /** The ids that were read so far, by source. */
  readonly seen: Map<string, Set<string>>;
}

type Take = (cells: readonly string[], line: number) => void;

/** So many lines, or lines of so many characters, are parsed at once. */
const linesAtOnce = 1_000;
const charactersAtOnce = 16_777_216;
/** An empty line, or one that tells Excel the delimiter. */
const isBeforeHeader = /^\s*$|^sep=.$/;
/** A row of more lines than these is none: a quotation was never closed. */
const mostLines = 10;

/**
 * Reads one CSV file into the table: UTF-8 or UTF-16, any line ends, with commas, semicolons or tabs. Too few
 * cells count as empty, surplus ones are ignored, and a row whose id is missing or used gets one from its line. A line whose
 * quotation is never closed, or which nobody can read, is left out, and the lines after it are read.
 *
 * @throws LinkageError when the file can't be read, its header is broken, a column is missing, or no row can be read
 */
export async function readCsv(input: CsvInput): Promise<void> {
  const { path } = input;
  let rows: Rows | null = null;
  let number = 0;
  try {
    for await (const lines of fileLines(path)) {
      for (const line of lines) {
        number += 1;
        if (rows) rows.add(line);
        else if (!isBeforeHeader.test(line.text)) rows = new Rows(input, line, number);
      }
    }
  } catch (error) {
    const fault = systemFault(error);
    throw fault === null ? error : new LinkageError('noInput', [`${path}: can't be read: ${fault}`]);
  }
  if (rows === null) throw new LinkageError('data', [`${path}: is empty; its first line must name the columns`]);
  rows.end();
}

/** The rows of one file, from its lines. */
class Rows {
  readonly #input: CsvInput;
  readonly #delimiter: string;
  readonly #header: readonly string[];
  readonly #take: Take;
  #lines: FileLine[] = [];
  #characters = 0;
  /** The number in the file of the first line that waits. */
  #first: number;
  #kept = 0;
  #leftOut = 0;

  constructor(input: CsvInput, { text: header, fault }: FileLine, number: number) {
    const broken = (why: string) => new LinkageError('data', [`${input.path}: its header, line ${number}, ${why}`]);
    if (fault !== null) throw broken(`${fault}; save the file as "CSV UTF-8"`);
    this.#input = input;
    this.#first = number + 1;
    this.#delimiter = delimiterOf(header);
    const columns = this.#parsed(header, { relaxQuotes: true });
    if (columns === 'open') throw broken('has a quotation mark that is not closed');
    this.#header = columns?.[0] ?? [];
    this.#take = rowTaker(input, this.#header);
  }

  add({ text, fault, begin }: FileLine): void {
    const line = { text, fault: begin === undefined ? fault : `${fault} before ${this.#lastCell(begin)} ends` };
    this.#lines.push(line);
    this.#characters += line.text.length;
    if (this.#lines.length >= linesAtOnce || this.#characters >= charactersAtOnce) this.#read(mostLines);
  }

  end(): void {
    this.#read(0);
    if (this.#kept === 0 && this.#leftOut > 0)
      throw new LinkageError('data', [`${this.#input.path}: not one of its rows can be read`]);
  }

  /** Which cell the begin of a line breaks off in. */
  #lastCell(begin: string): string {
    const rows = this.#parsed(begin, { relaxQuotes: true });
    const [cells = []] = (rows === 'open' ? this.#parsed(`${begin}"`, { relaxQuotes: true }) : rows) ?? [];
    const column = this.#header[cells.length - 1];
    return column === undefined ? `its cell number ${cells.length}` : `its cell of the column "${column}"`;
  }

  /** Reads the lines that wait, unless so many at the end belong to a row with lines to come. */
  #read(mostLeft: number): void {
    const lines = this.#lines;
    const rows = this.#parsed(textOf(lines), { relaxQuotes: true });
    const places = lines.flatMap(({ text }, at) => (text === '' ? [] : [at]));
    let at = 0;
    if (Array.isArray(rows) && rows.length === places.length) {
      // Each line is a row.
      for (const [place, cells] of rows.entries()) this.#keep(cells, places[place] ?? 0, 1);
      at = lines.length;
    }
    while (at < lines.length - mostLeft) at += this.#readRow(at);
    this.#first += at;
    this.#lines = lines.slice(at);
    this.#characters = this.#lines.reduce((sum, { text }) => sum + text.length, 0);
  }

  /** Reads the row that begins at this line from as few lines as make it whole, or leaves the line out; gives how many it took. */
  #readRow(at: number): number {
    for (let count = 1; count <= mostLines && at + count <= this.#lines.length; count += 1) {
      const rows = this.#parsed(textOf(this.#lines.slice(at, at + count)), { relaxQuotes: count === 1 });
      if (rows === null) break;
      if (rows === 'open') continue;
      const [cells] = rows;
      if (count > 1 && cells?.length !== this.#header.length) break;
      if (cells) this.#keep(cells, at, count);
      return count;
    }
    this.#leaveOut(at, 'has a quotation mark that is not closed');
    return 1;
  }

  /** The rows of a text; `open` when a quotation is not closed at its end, null when one is broken otherwise. */
  #parsed(text: string, { relaxQuotes }: { readonly relaxQuotes: boolean }): string[][] | 'open' | null {
    try {
      const delimiter = this.#delimiter;
      return parse(text, { delimiter, relaxColumnCount: true, relaxQuotes, skipEmptyLines: true, trim: true });
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      return error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open' : null;
    }
  }

  #keep(cells: readonly string[], at: number, count: number): void {
    const faulty = this.#lines.slice(at, at + count).findIndex(({ fault }) => fault !== null);
    if (faulty >= 0) return this.#leaveOut(at + faulty, this.#lines[at + faulty]?.fault ?? '');
    this.#kept += 1;
    this.#take(cells, this.#first + at);
  }

  #leaveOut(at: number, why: string): void {
    this.#leftOut += 1;
    this.#input.leaveOut(`${this.#input.path}, line ${this.#first + at}: ${why}; it is left out`);
  }
}

const textOf = (lines: readonly FileLine[]): string => lines.map(({ text }) => text).join('\n');

function rowTaker(input: CsvInput, header: readonly string[]): Take {
  const { path, settings, builder, report, reportCell, seen } = input;
  const wanted = [settings.id, ...(settings.source === undefined ? [] : [settings.source]), ...builder.columns];
  if (header.length === 1) {
    const only = JSON.stringify(header[0]?.slice(0, mostCharactersSaid));
    const fault = `has the one column ${only}; there must be commas, semicolons or tabs between columns`;
    throw new LinkageError('settings', [`${path}: ${fault}`]);
  }
  const faults = [...new Set(wanted)].flatMap((column) => headerFault(header, column));
  if (faults.length > 0) {
    throw new LinkageError(
      'settings',
      faults.map((fault) => `${path}: ${fault}`),
    );
  }
  const idAt = header.indexOf(settings.id);
  const sourceAt = settings.source === undefined ? -1 : header.indexOf(settings.source);
  const places = builder.columns.map((column) => header.indexOf(column));
  return (cells, line) => {
    if (cells.length !== header.length) {
      report(`${path}, line ${line}: ${cells.length} cells instead of ${header.length}`);
    }
    const source = (sourceAt < 0 ? '' : (cells[sourceAt] ?? '')) || input.source;
    const ids = seen.get(source) ?? new Set();
    seen.set(source, ids);
    const written = cells[idAt] ?? '';
    const given = written.length > longestValue ? '' : written;
    const isFine = given !== '' && !ids.has(given);
    let id = isFine ? given : `${given}#${input.source}:${line}`;
    while (ids.has(id)) id += '+';
    if (!isFine) report(`${path}, line ${line}: the id ${idFault(written)}; it becomes ${JSON.stringify(id)}`);
    ids.add(id);
    const faulty = builder.add({ source, id, cells: places.map((place) => cells[place] ?? '') });
    for (const cell of faulty) reportCell(cell, line);
  };
}

function idFault(id: string): string {
  if (id.length > longestValue) return `is longer than ${longestValue} characters`;
  return id === '' ? 'is missing' : `${JSON.stringify(id)} is used before`;
}

const mostCharactersSaid = 500;

function headerFault(header: readonly string[], column: string): readonly string[] {
  const first = header.indexOf(column);
  if (first < 0) {
    const columns = header.join(', ');
    const said = columns.length > mostCharactersSaid ? `${columns.slice(0, mostCharactersSaid)}…` : columns;
    return [`the column "${column}" is missing; there are ${said}${didYouMean(column, header)}`];
  }
  const second = header.indexOf(column, first + 1);
  if (second < 0) return [];
  return [`two columns have the name "${column}", number ${first + 1} and number ${second + 1}; rename one`];
}

/** The character of three that the header has most of. */
function delimiterOf(header: string): string {
  const unquoted = header.replaceAll(/"[^"]*"/g, '');
  const count = (character: string): number => unquoted.split(character).length - 1;
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}
