import { defineLoader } from '@birlik/kernel/loader';
import { arrayLiteral, runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { inclusionRanges, nodesOf, rootAbove, type Range, type TreeNode } from '@birlik/trust/merkle';
import type { BundlePlace, LogRecord } from './log-leaf.rule.js';

/** Where a row of the log stands in a signed tree, with what its leaf is made of. */
export interface PlacedRow {
  /** The row’s place in the tree, from 0. */
  readonly index: number;
  /** Null for a row that stands in the tree itself. */
  readonly bundle: BundlePlace | null;
  readonly record: LogRecord;
  readonly secret: string;
  /** How many rows the tree has. */
  readonly size: number;
  /** The signed head of the tree. */
  readonly head: string;
  /** What members have signed who keep that head. */
  readonly countersignatures: readonly string[];
  /** The hashes that lead from the row to the root, in hexadecimal digits. */
  readonly path: readonly string[];
}

interface StoredPlace {
  readonly id: string;
  readonly index: number;
  readonly bundle: BundlePlace | null;
  readonly number: number;
  readonly secret: string;
  readonly record: string;
  readonly size: number;
  readonly head: string;
  readonly countersignatures: readonly string[];
}

const nameOf = ({ level, position }: TreeNode): string => `${level}/${position}`;

/** The roots of ranges of the tree, by the nodes that are stored: one statement for all of them. */
export async function readRoots(
  em: RequestContext['em'],
  ranges: readonly Range[],
): Promise<(range: Range) => Uint8Array> {
  const wanted = new Map(ranges.flatMap(nodesOf).map((node) => [nameOf(node), node]));
  const nodes = [...wanted.values()];
  const rows =
    nodes.length === 0
      ? []
      : await runStatement<TreeNode & { hash: string }>(
          em,
          `select level, position::float8 as position, encode(hash, 'hex') as hash
             from unnest(?::integer[], ?::bigint[]) as wanted (level, position)
             join access_log_node using (level, position)`,
          [nodes.map(({ level }) => level), nodes.map(({ position }) => position)].map((column) =>
            arrayLiteral(column.map(String)),
          ),
        );
  const hashes = new Map(rows.map(({ hash, ...node }) => [nameOf(node), Buffer.from(hash, 'hex')]));
  return (range) =>
    rootAbove(
      nodesOf(range).map((node) => {
        const hash = hashes.get(nameOf(node));
        if (!hash) throw new Error(`The tree of the log lacks the node ${nameOf(node)}.`);
        return hash;
      }),
    );
}

/** The place of a row of the log, by its id, in the newest signed tree, one that members keep if there is; null while no head covers it. Two statements for all. */
export const placedRowById = defineLoader<string, PlacedRow | null, RequestContext>(async (ids, context) => {
  const places = await runStatement<StoredPlace>(
    context.em,
    `select l.log_id as id, l.index::float8 as index, l.number::float8 as number, l.secret,
            access_log_bundle_place(l) as bundle,
            access_log_record(e) as record, h.size::float8 as size, h.statement as head,
            array(select c.statement from access_log_countersignature c where c.size = h.size order by c.member) as countersignatures
       from access_log_leaf l
       join access_log e on e.id = l.log_id
       join access_log_head h on h.size = coalesce(
         (select max(c.size) from access_log_countersignature c where c.size > l.index),
         (select max(one.size) from access_log_head one where one.size > l.index))
      where l.log_id = any(?::uuid[])`,
    [arrayLiteral(ids)],
  );
  const rangesOf = ({ index, size }: StoredPlace) => inclusionRanges(index, size);
  const rootOf = await readRoots(context.em, places.flatMap(rangesOf));
  const byId = new Map(
    places.map((place): [string, PlacedRow] => {
      const { id, number, record, ...rest } = place;
      const path = rangesOf(place).map((range) => Buffer.from(rootOf(range)).toString('hex'));
      const whole = { ...(JSON.parse(record) as LogRecord), number };
      return [id, { ...rest, record: whole, path }];
    }),
  );
  return ids.map((id) => byId.get(id) ?? null);
});
