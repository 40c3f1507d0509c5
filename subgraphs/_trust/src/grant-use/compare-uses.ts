import { z } from 'zod';
import type { GrantUse } from './grant-use.js';

/** A grant lives for a minute, and clocks differ a little: what is younger than that is not judged. */
const graceMs = 90_000;

/** A row of the registry's log that says that a grant was given for one of the member's categories. */
export interface LoggedGrant {
  /** The number of the row in the log, from 1. */
  readonly row: number;
  readonly id: string;
  readonly category: string;
  readonly request: string;
  readonly decidedAt: Date;
}

/** What a member finds when it compares the grants that it used with the registry's log. */
export interface UseComparison {
  /** The member whose rows the export shows. */
  readonly member: string;
  /** From when on, and until when, uses and rows are compared; null while there is nothing to compare. */
  readonly span: { readonly since: Date; readonly until: Date } | null;
  /** How many uses are a row of the log, of the same request. */
  readonly agreed: number;
  /** Uses of which the log has no row: the registry gave a grant and hides it. */
  readonly unlogged: readonly GrantUse[];
  /** Uses for another request than their row says. */
  readonly differing: readonly GrantUse[];
  /** Rows that claim a read that the member never did: it was not reached, or there was none. */
  readonly unused: readonly LoggedGrant[];
}

/** A file that is no export of the log for one member. */
export class NoMemberExport extends Error {}

const heading = z.looseObject({ format: z.literal('birlik-access-log'), member: z.string() });

/** A member of a leaf that is shown. */
const shown = <Value extends z.ZodType>(value: Value) => z.tuple([z.string(), value]).transform(([, one]) => one);

const line = z.union([
  z.object({ head: z.string() }),
  z.object({
    row: z.int(),
    leaf: z.object({
      id: shown(z.uuid()),
      category: shown(z.string()),
      request: shown(z.string()),
      decidedAt: shown(z.coerce.date()),
    }),
  }),
  z.object({ row: z.int(), leaf: z.undefined().optional() }),
]);

function parsed<Schema extends z.ZodType>(text: string, schema: Schema, what: string): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new NoMemberExport(`${what} is not one of an export of the log for a member.`, { cause });
  }
}

const signedAt = (head: string): number =>
  z
    .object({ iat: z.number() })
    .parse(JSON.parse(Buffer.from(head.split('.')[1] ?? '', 'base64url').toString() || 'null')).iat * 1000;

interface Read {
  readonly member: string;
  readonly rows: LoggedGrant[];
  /** When the last head was signed, in milliseconds. */
  readonly signedAt: number;
}

async function readExport(lines: AsyncIterable<string> | Iterable<string>): Promise<Read> {
  let member: string | null = null;
  let last = 0;
  let number = 0;
  const rows: LoggedGrant[] = [];
  for await (const text of lines) {
    number += 1;
    if (text === '') continue;
    if (member === null) {
      ({ member } = parsed(text, heading, 'The first line'));
      continue;
    }
    const one = parsed(text, line, `Line ${number}`);
    if ('head' in one) last = signedAt(one.head);
    else if (one.leaf) rows.push({ row: one.row, ...one.leaf });
  }
  if (member === null) throw new NoMemberExport('There is no line.');
  return { member, rows, signedAt: last };
}

/**
 * Compares the grants that a member used with an export of the registry's log for this member. Whether the export is whole and
 * true, `log:verify` tells.
 *
 * @param uses all that are noted, the oldest first
 * @throws NoMemberExport when the lines are not those of such an export
 */
export async function compareUses(
  lines: AsyncIterable<string> | Iterable<string>,
  uses: readonly GrantUse[],
): Promise<UseComparison> {
  const { member, rows, signedAt: end } = await readExport(lines);
  const [oldest] = uses;
  const until = new Date(end - graceMs);
  if (!oldest || oldest.usedAt > until)
    return { member, span: null, agreed: 0, unlogged: [], differing: [], unused: [] };
  const rowById = new Map(rows.map((row) => [row.id, row]));
  const used = new Set(uses.map(({ log }) => log));
  const isSame = (use: GrantUse) => rowById.get(use.log)?.request === use.request;
  return {
    member,
    span: { since: oldest.usedAt, until },
    agreed: uses.filter(isSame).length,
    unlogged: uses.filter(({ log, usedAt }) => usedAt <= until && !rowById.has(log)),
    differing: uses.filter((use) => rowById.has(use.log) && !isSame(use)),
    unused: rows.filter(({ id, decidedAt }) => decidedAt >= oldest.usedAt && decidedAt <= until && !used.has(id)),
  };
}
