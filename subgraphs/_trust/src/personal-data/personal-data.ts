import { hash } from 'node:crypto';
import { runStatement } from '@birlik/kernel/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { LocalizedText } from '@birlik/kernel/localized';
import type { Language } from '@birlik/messages/language';
import { isAbout, personColumn, session, type AboutPerson } from '../row-level-security/row-level-security.js';

/** Rows that a law or a proof needs longer than the person wants them. */
export interface KeptRows {
  /** Why they are kept, for the person to read, in all languages. */
  readonly reason: Record<Language, string>;
  /** SQL condition on a row of the table: only these are kept, the others are erased. All rows if unset. */
  readonly where?: string;
  /**
   * How long: whole years after a day, or until one, each in SQL on a row of the table, such as a column. A row for which it is null is
   * not kept. Unset: with no end.
   */
  readonly until?: { readonly since: string; readonly years: number } | { readonly day: string };
}

/** A table with rows about people, once for each column that names one. */
export interface PersonalTable extends AboutPerson {
  readonly name: string;
  /** Columns that are about others than the person, and so not in the person's export. */
  readonly omit?: readonly string[];
  /** SQL condition on a row of the table: such rows are the person's alone, and a minor's guardian is not shown them. No row if unset. */
  readonly secret?: string;
  /**
   * Columns with ids of what everybody knows by them, such as a campaign, beside those of organisations (`…organization_id`).
   * All other ids an export shows as the person's own.
   */
  readonly publicIds?: readonly string[];
  /** Whether its rows are files, of which an export also says where their bytes are. @default false */
  readonly holdsFiles?: boolean;
  /** What an erasure does to the rows: deletes them, writes over some columns, or keeps them. */
  readonly erasure: 'delete' | { readonly overwrite: Readonly<Record<string, string | null>> } | KeptRows;
}

/** Everything that one member holds about people: what an export shows and an erasure takes. */
export interface PersonalData {
  readonly member: string;
  /** The grant that opens the member's category; null for a member that holds nothing about people. */
  readonly grantField: string | null;
  /** A table that refers to another one stands before it, so that an erasure can take them in this order. */
  readonly tables: readonly PersonalTable[];
}

export const keeps = (erasure: PersonalTable['erasure']): erasure is KeptRows =>
  typeof erasure === 'object' && 'reason' in erasure;

/** SQL on a row of the table: whether an erasure today would keep it, and until when; null: with no end. */
export function keptSql({ where = 'true', until }: KeptRows): { readonly kept: string; readonly end: string } {
  const end = until === undefined ? 'null::date' : endSql(until);
  return { kept: `(${where}) and coalesce(${end} > app_today(), ${String(until === undefined)})`, end };
}

const endSql = (until: NonNullable<KeptRows['until']>): string =>
  'day' in until ? until.day : `(${until.since} + interval '${until.years} years')::date`;

type ExportedRow = Readonly<Record<string, unknown>>;

/** Where the bytes of a file are, by its row; null where there are none. */
export type LinkOf = (row: ExportedRow) => Promise<string | null>;

/** What an export holds of one table. */
export interface ExportedTable {
  readonly name: string;
  readonly rowCount: number;
  readonly rows: readonly ExportedRow[];
  /** How many rows an erasure today would keep. */
  readonly keptRows: number;
  /** The day after which the last of them may go; null where none is kept, or with no end. */
  readonly keptUntil: string | null;
  /** Why they are kept; null where none is. */
  readonly reason: LocalizedText | null;
}

/** More rows of one table than these are counted only; the newest are shown. */
export const mostRows = 5000;

/** The name of a member as a field of the graph: `asan-school` becomes `asanSchool`. */
export function memberField(member: string): string {
  return member.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The name of a member inside the name of a field, such as `eraseAtAsanSchool`. */
export function memberSuffix(member: string): string {
  const field = memberField(member);
  return field.charAt(0).toUpperCase() + field.slice(1);
}

/** The name under which the rows stand in exports and reports: the table, and the column where it is not the usual one. */
export function labelOf({ name, person = personColumn }: PersonalTable): string {
  return person === personColumn || person === 'id' ? name : `${name}.${person}`;
}

/** What is called so names an organisation, which everybody knows by one id. */
const organizationColumn = 'organization_id';

const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;

/**
 * What an id is called in the export of one person: always the same there, so that rows lead to each other, and nowhere else, so
 * that exports of two people cannot be put together. An id has 74 random bits, as has the person's, which no export holds: nobody
 * finds either by trying.
 */
export function exportedId(person: string, id: string): string {
  const digest = hash('sha256', `${person.toLowerCase()} ${id.toLowerCase()}`, 'base64url');
  return `x1.${digest.slice(0, 22)}`;
}

/** A value without the ids in it, however deep. */
function withoutIds(value: unknown, person: string): unknown {
  if (typeof value === 'string') return value.replaceAll(uuid, (id) => exportedId(person, id));
  if (Array.isArray(value)) return value.map((one) => withoutIds(one, person));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutIds(one, person)]));
}

function exportedRow(row: ExportedRow, { publicIds = [] }: PersonalTable, person: string): ExportedRow {
  const isPublic = (column: string) => column.endsWith(organizationColumn) || publicIds.includes(column);
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, isPublic(column) ? value : withoutIds(value, person)]),
  );
}

/**
 * All rows of all declared tables about the person whom the session names, in one statement. Ids of people are left out:
 * one's own says nothing, and others' are theirs. Ids of all else are the person's own, but for those that everybody knows.
 *
 * @param of.withSecrets false for a minor's guardian, who is not shown the rows that are the minor's alone
 * @param linkOf for the rows of tables that hold files
 */
export async function exportRows(
  em: EntityManager,
  { tables }: PersonalData,
  { person, withSecrets }: { readonly person: string; readonly withSecrets: boolean },
  linkOf: LinkOf = () => Promise.resolve(null),
): Promise<ExportedTable[]> {
  if (tables.length === 0) return [];
  const people = new Set(tables.map(({ person = personColumn }) => person).filter((column) => column !== 'id'));
  const parts = tables.map((table) => {
    const own = table.person === 'id' ? ['id'] : [];
    const hidden = [...people, ...own, ...(table.omit ?? [])].map((column) => `'${column}'`).join(', ');
    const mine = isAbout(table, session.about);
    const about =
      withSecrets || table.secret === undefined ? mine : `${mine} and not coalesce((${table.secret}), false)`;
    const rows = `select * from ${table.name} where ${about} order by id desc limit ${mostRows}`;
    return `select '${labelOf(table)}' as name,
      (select count(*) from ${table.name} where ${about})::int as "rowCount",
      ${keptColumns(table, about)},
      coalesce((select jsonb_agg(to_jsonb(one) - array[${hidden}] order by one.id) from (${rows}) one), '[]') as rows`;
  });
  const found = await runStatement<Omit<ExportedTable, 'reason'>>(em, parts.join(' union all '));
  const declared = new Map(tables.map((table) => [labelOf(table), table]));
  const exported = found.map(async (one): Promise<ExportedTable[]> => {
    const table = declared.get(one.name);
    if (!table) return [];
    const reason = one.keptRows > 0 && keeps(table.erasure) ? table.erasure.reason : null;
    const rows = one.rows.map(async (row) => ({
      ...exportedRow(row, table, person),
      ...(table.holdsFiles && { link: await linkOf(row) }),
    }));
    return [{ ...one, rows: await Promise.all(rows), reason }];
  });
  return (await Promise.all(exported)).flat();
}

function keptColumns({ name, erasure }: PersonalTable, about: string): string {
  if (!keeps(erasure)) return `0 as "keptRows", null::text as "keptUntil"`;
  const { kept, end } = keptSql(erasure);
  const rows = `from ${name} where ${about} and ${kept}`;
  return `(select count(*) ${rows})::int as "keptRows", (select max(${end}) ${rows})::text as "keptUntil"`;
}

interface Column {
  readonly table: string;
  readonly column: string;
}

const named = (columns: readonly Column[]) => columns.map(({ table, column }) => `${table}.${column}`).join(', ');

/**
 * Refuses to serve when an export or an erasure would miss something: a column with people's ids that is not declared, or
 * a declared table whose rows the database would not give to it.
 *
 * @throws Error naming the columns
 */
export async function assertPersonalDataDeclared(em: EntityManager, { member, tables }: PersonalData): Promise<void> {
  const columns = await em.execute<(Column & { open: boolean })[]>(
    `select relname as "table", attname as "column",
            exists (select from pg_policy where polrelid = c.oid and polname = relname || '_' || attname || '_about') as open
       from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and a.atttypid = 'uuid'::regtype and a.attnum > 0 and not a.attisdropped`,
  );
  const declared = new Set(
    tables.map((table) => `${table.name}.${table.through?.column ?? table.person ?? personColumn}`),
  );
  const forgotten = columns.filter(
    ({ table, column }) => column.endsWith(personColumn) && !declared.has(`${table}.${column}`),
  );
  if (forgotten.length > 0) {
    throw new Error(`${member} holds people’s ids that src/personal-data.ts does not declare: ${named(forgotten)}.`);
  }
  const open = new Set(columns.filter((column) => column.open).map(({ table, column }) => `${table}.${column}`));
  const shut = [...declared].filter((column) => !open.has(column));
  if (shut.length > 0) {
    throw new Error(`No migration of ${member} has opened to exports and erasures (personTable): ${shut.join(', ')}.`);
  }
}
