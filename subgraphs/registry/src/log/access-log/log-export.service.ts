import type { RequestContext } from '@birlik/trust/context';
import type { ExportHeading, ExportLine } from './log-export.rule.js';
import { leafOf, shownOfPersons, shownToReader, type LogRecord } from './log-leaf.rule.js';

const pageSize = 1_000;

interface ExportRow {
  readonly row: string;
  readonly hash: string;
  readonly statement: string | null;
  /** Null for a row that is not shown. */
  readonly record: string | null;
  readonly number: string;
  readonly secret: string;
}

const shown: ReadonlySet<string> = new Set(shownToReader);
const shownWithoutReader: ReadonlySet<string> = new Set(shownOfPersons);

function lineOf({ row, hash, record, number, secret }: ExportRow): ExportLine {
  if (record === null) return { row: Number(row), hash };
  const whole = { ...(JSON.parse(record) as LogRecord), number: Number(number) };
  return { row: Number(row), hash, leaf: leafOf(whole, secret, 'organization' in whole ? shown : shownWithoutReader) };
}

/**
 * The lines of an export of the log: a heading, its rows by number up to the newest signed head, and after the row that it
 * signs each head. Rows of others are a hash alone; those that are shown have no ids of people, which every reader knows by
 * ids of their own.
 *
 * @param em the database as its owner, who alone reads the whole log
 * @param reader whose rows are shown; null for all
 */
export async function* exportedLines(
  em: RequestContext['em'],
  reader: string | null,
): AsyncGenerator<ExportHeading | ExportLine> {
  yield { format: 'birlik-access-log', version: 2, reader };
  const [end] = await em.execute<{ size: string | null }[]>('select max(size) as size from access_log_head');
  let last = '0';
  for (;;) {
    const rows = await em.execute<ExportRow[]>(
      `select l.index + 1 as row, encode(n.hash, 'hex') as hash, h.statement, l.number, l.secret,
              case when l.reader = coalesce(?::uuid, l.reader) then access_log_record(e) end as record
         from access_log_leaf l
         join access_log_node n on n.level = 0 and n.position = l.index
         join access_log e on e.id = l.log_id
         left join access_log_head h on h.size = l.index + 1
        where l.index >= ? and l.index < ? order by l.index limit ?`,
      [reader, last, end?.size ?? '0', pageSize],
    );
    for (const line of rows) {
      yield lineOf(line);
      if (line.statement !== null) yield { head: line.statement };
      last = line.row;
    }
    if (rows.length < pageSize) return;
  }
}
