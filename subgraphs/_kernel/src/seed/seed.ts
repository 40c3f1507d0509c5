import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** A value of a column: null is SQL's null, an array a PostgreSQL array of texts, another object is written as JSON. */
export type Cell = string | number | boolean | Date | null | readonly string[] | { readonly [key: string]: unknown };

/** What a member's loader of the demo data gets: one open transaction as the database's owner. */
export interface SeedContext {
  /** How many times larger than normal the demo is. */
  readonly scale: number;
  /**
   * Streams rows into a table with COPY.
   *
   * @param total how many rows to expect, for the progress display only
   */
  copy(table: string, columns: readonly string[], rows: Iterable<readonly Cell[]>, total?: number): Promise<void>;
}

export type SeedProgress = (progress: { label: string; done: number; total: number }) => void;

function escapeArrayElement(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** One cell in COPY's text format. */
export function copyCell(cell: Cell): string {
  if (cell === null) return '\\N';
  const text =
    cell instanceof Date
      ? cell.toISOString()
      : Array.isArray(cell)
        ? `{${cell.map((element: string) => escapeArrayElement(element)).join(',')}}`
        : typeof cell === 'object'
          ? JSON.stringify(cell)
          : String(cell);
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}

const chunkLength = 64 * 1024;

function* copyText(rows: Iterable<readonly Cell[]>, onRows: (count: number) => void): Generator<string> {
  let chunk = '';
  let count = 0;
  for (const row of rows) {
    chunk += `${row.map(copyCell).join('\t')}\n`;
    count += 1;
    if (chunk.length >= chunkLength) {
      yield chunk;
      onRows(count);
      chunk = '';
    }
  }
  if (chunk) yield chunk;
  onRows(count);
}

/**
 * Loads the demo data once, in one transaction: an interrupted load leaves nothing.
 *
 * @returns false when this scale is loaded already
 * @throws Error when another scale is loaded
 */
export async function loadOnce(options: {
  ownerUrl: string;
  scale: number;
  load: (context: SeedContext) => Promise<void>;
  onProgress: SeedProgress;
}): Promise<boolean> {
  const client = new pg.Client({ connectionString: options.ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('lock table demo_load in exclusive mode');
    const { rows } = await client.query<{ scale: number }>('select scale from demo_load');
    const loaded = rows[0]?.scale;
    if (loaded === options.scale) return false;
    if (loaded !== undefined) {
      throw new Error(`The demo data is loaded at scale ${loaded}; start afresh to load it at scale ${options.scale}.`);
    }
    await options.load({
      scale: options.scale,
      async copy(table, columns, cells, total = 0) {
        const target = pg.escapeIdentifier(table);
        const staging = pg.escapeIdentifier(`load_${table}`);
        const list = columns.map(pg.escapeIdentifier).join(', ');
        const onRows = (done: number) => options.onProgress({ label: table, done, total: Math.max(total, done) });
        // PostgreSQL refuses COPY into a table under row-level security, so the rows pass through a temporary one.
        await client.query(`create temporary table ${staging} on commit drop as select ${list} from ${target} limit 0`);
        const sink = client.query(copyFrom(`copy ${staging} (${list}) from stdin`));
        await pipeline(Readable.from(copyText(cells, onRows)), sink);
        await client.query(`insert into ${target} (${list}) select ${list} from ${staging}`);
        await client.query(`drop table ${staging}`);
      },
    });
    await client.query('insert into demo_load (scale) values ($1)', [options.scale]);
    await client.query('commit');
    await client.query('analyze');
    return true;
  } finally {
    await client.end();
  }
}
