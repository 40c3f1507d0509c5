import type { FaultyCell } from '../table/record-table.js';

/** More faults than these say nothing new; they are only counted. */
const mostReports = 20;
const mostPlaces = 5;

type Say = (sentence: string) => void;

/** Says faults of one kind, the first ones each and of the others how many there are. */
export class Reports {
  readonly #kind: string;
  readonly #say: Say;
  count = 0;

  constructor(kind: string, say: Say) {
    this.#kind = kind;
    this.#say = say;
  }

  add(fault: string): void {
    this.count += 1;
    if (this.count <= mostReports) this.#say(fault);
  }

  end(): void {
    if (this.count > mostReports) this.#say(`… and ${this.count - mostReports} more ${this.#kind}`);
  }
}

/** Counts cells by column and by what is wrong about them, and keeps where the first ones stand. */
export class CellReports {
  readonly #kinds = new Map<string, { readonly cell: FaultyCell; count: number; readonly places: string[] }>();

  add(cell: FaultyCell, path: string, line: number): void {
    const key = JSON.stringify([cell.column, cell.isKept, cell.fault]);
    const kind = this.#kinds.get(key) ?? { cell, count: 0, places: [] };
    this.#kinds.set(key, kind);
    kind.count += 1;
    if (kind.places.length < mostPlaces) kind.places.push(`${path}:${line}`);
  }

  /** A sentence for each column and fault. */
  sentences(): readonly string[] {
    return Array.from(this.#kinds.values(), ({ cell: { column, fault, isKept }, count, places }) => {
      const first = `${places.join(', ')}${count > places.length ? ' …' : ''}`;
      const cells = count === 1 ? '1 cell' : `${count} cells`;
      return `column "${column}": ${cells} ${isKept ? 'compared all the same' : 'counted as missing'}: ${fault} (${first})`;
    });
  }
}
