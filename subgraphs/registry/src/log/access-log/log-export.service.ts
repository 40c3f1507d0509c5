import type { RequestContext } from '@birlik/trust/context';
import type { ExportHeading, ExportLine, LogRecord } from './log-chain.rule.js';

const pageSize = 1_000;

interface ExportRow {
  readonly sequence: string;
  readonly hash: string;
  readonly record: string;
  readonly statement: string | null;
}

/**
 * The lines of an export of one chain: a heading, its rows by number up to the newest signed head, and after the row that
 * it signs each head.
 *
 * @param em the database as its owner, who alone reads the whole log
 */
export async function* exportedLines(
  em: RequestContext['em'],
  chain: string,
): AsyncGenerator<ExportHeading | ExportLine> {
  yield { format: 'birlik-access-log', version: 1, chain };
  const [end] = await em.execute<{ sequence: string | null }[]>(
    'select max(sequence) as sequence from access_log_head where chain = ?',
    [chain],
  );
  let last = '0';
  for (;;) {
    const rows = await em.execute<ExportRow[]>(
      `select s.sequence, encode(s.hash, 'hex') as hash, access_log_record(l) as record, h.statement
         from access_log_chain_row s
         join access_log l on l.id = s.log_id
         left join access_log_head h on h.chain = s.chain and h.sequence = s.sequence
        where s.chain = ? and s.sequence > ? and s.sequence <= ? order by s.sequence limit ?`,
      [chain, last, end?.sequence ?? '0', pageSize],
    );
    for (const { sequence, hash, record, statement } of rows) {
      yield { sequence: Number(sequence), hash, record: JSON.parse(record) as LogRecord };
      if (statement !== null) yield { head: statement };
      last = sequence;
    }
    if (rows.length < pageSize) return;
  }
}
