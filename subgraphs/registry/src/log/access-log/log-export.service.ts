import { arrayLiteral } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { personalCategories } from '@birlik/trust/personal-category';
import type { ExportHeading, ExportLine } from './log-export.rule.js';
import {
  leafOf,
  shownOfPersons,
  shownToOwner,
  shownToReader,
  type BundlePlace,
  type Leaf,
  type LogRecord,
} from './log-leaf.rule.js';

const pageSize = 200;

/** A row that is shown. */
interface ShownRow {
  readonly record: LogRecord;
  readonly number: number;
  readonly secret: string;
  /** Null for a row that stands in the tree itself. */
  readonly bundle: BundlePlace | null;
}

interface ExportRow {
  readonly row: string;
  readonly hash: string;
  readonly statement: string | null;
  /** What is shown of the row, or of the rows of a bundle; null for nothing. */
  readonly shown: readonly ShownRow[] | null;
}

const shownToAll: ReadonlySet<string> = new Set(shownToReader);
const shownWithoutReader: ReadonlySet<string> = new Set(shownOfPersons);
const shownWithGrant: ReadonlySet<string> = new Set(shownToOwner);

/** Whose rows an export shows: those of a reader, null for all, or what was granted in the categories of a member. */
export type ExportFor = { readonly reader: string | null } | { readonly member: string };

function lineOf({ row, hash, shown }: ExportRow, isForMember: boolean): ExportLine {
  const leafOfShown = ({ record, number, secret }: ShownRow): Leaf => {
    const members = isForMember ? shownWithGrant : 'organization' in record ? shownToAll : shownWithoutReader;
    return leafOf({ ...record, number }, secret, members);
  };
  const place = { row: Number(row), hash };
  if (shown === null) return place;
  const bundle = shown.flatMap((one) => (one.bundle ? [{ ...one.bundle, leaf: leafOfShown(one) }] : []));
  if (bundle.length > 0) return { ...place, bundle };
  const [single] = shown;
  return single ? { ...place, leaf: leafOfShown(single) } : place;
}

/**
 * The lines of an export of the log: a heading, its rows by number up to the newest signed head, and after the row that it
 * signs each head. Rows of others are a hash alone, as is a bundle of which none is shown; those that are shown have no ids of people, which every reader knows by
 * ids of their own.
 *
 * @param em the database as its owner, who alone reads the whole log
 */
export async function* exportedLines(
  em: RequestContext['em'],
  whose: ExportFor,
): AsyncGenerator<ExportHeading | ExportLine> {
  const member = 'member' in whose ? whose.member : null;
  const reader = 'member' in whose ? null : whose.reader;
  const categories = personalCategories.filter(({ owner }) => owner === member).map(({ code }) => code);
  yield { format: 'birlik-access-log', version: 2, reader, ...(member !== null && { member }) };
  const [end] = await em.execute<{ size: string | null }[]>('select max(size) as size from access_log_head');
  let last = '0';
  for (;;) {
    const rows = await em.execute<ExportRow[]>(
      `select n.position + 1 as row, encode(n.hash, 'hex') as hash, h.statement, one.shown
         from access_log_node n
         left join access_log_head h on h.size = n.position + 1
        cross join lateral (
          select json_agg(json_build_object('record', access_log_record(e)::json, 'number', l.number,
                   'secret', l.secret, 'bundle', access_log_bundle_place(l)) order by l.number) as shown
            from access_log_leaf l join access_log e on e.id = l.log_id
           where l.index = n.position and l.reader = coalesce(?::uuid, l.reader)
             and (? or e.basis is not null and e.category = any(?::text[]))) one
        where n.level = 0 and n.position >= ? and n.position < ? order by n.position limit ?`,
      [reader, member === null, arrayLiteral(categories), last, end?.size ?? '0', pageSize],
    );
    for (const line of rows) {
      yield lineOf(line, member !== null);
      if (line.statement !== null) yield { head: line.statement };
      last = line.row;
    }
    if (rows.length < pageSize) return;
  }
}
