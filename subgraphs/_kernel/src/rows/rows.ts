import type { EntityClass, EntityProperty } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { defineLoader } from '../loader/loader.js';
import { arrayLiteral, runStatement } from '../statement/statement.js';

/** How rows are ordered: the properties by which they are, the first one counts first. */
export type RowOrder<Entity> = readonly { readonly [Property in keyof Entity]?: 'asc' | 'desc' | 'asc nulls last' }[];

export interface RowOptions<Entity> {
  /** @default any order */
  readonly orderBy?: RowOrder<Entity>;
  /** How many rows of each key are read at the most. @default all */
  readonly most?: number;
  /** SQL that is true of the rows that are wanted; the table is called `one`. @default all rows */
  readonly where?: string;
}

/** Reads the rows of each key, in the keys' order: one statement for all of them. Nothing can be changed through them. */
export type ReadRows<Entity> = (em: EntityManager, keys: readonly string[]) => Promise<Entity[][]>;

/** The rows of which a property has the key. */
export function rowsBy<Entity extends object>(
  entity: EntityClass<Entity>,
  property: keyof Entity & string,
  options: RowOptions<Entity> = {},
): ReadRows<Entity> {
  return readRows(entity, options, (columns) => {
    const { field, type } = columnOf(columns, property);
    return { condition: `one.${field} = wanted.key`, type };
  });
}

/** The rows of which SQL is true; in it the table is called `one`, and `wanted.key` is the key, a text. */
export function rowsWhere<Entity extends object>(
  entity: EntityClass<Entity>,
  condition: string,
  options: RowOptions<Entity> = {},
): ReadRows<Entity> {
  return readRows(entity, options, () => ({ condition, type: 'text' }));
}

/** The database as the viewer of a request sees it, and as everyone does. */
export interface ReadingContext {
  readonly em: EntityManager;
  readonly everyone: EntityManager;
}

/** What a request loads by a key. */
export interface LoaderByKey<Value> {
  load(context: ReadingContext, key: string): Promise<Value>;
}

export interface LoaderOptions {
  /** Set for a table that everyone may read: it is read without a word on who asks. @default as the viewer sees it */
  readonly readers?: 'everyone';
}

/** Defines a per-request loader of the one row of which a property has the key; null for a key without a row. */
export function defineRowLoader<Entity extends object>(
  entity: EntityClass<Entity>,
  property: keyof Entity & string,
  { readers }: LoaderOptions = {},
): LoaderByKey<Entity | null> {
  const read = rowsBy(entity, property);
  return defineLoader<string, Entity | null, ReadingContext>(async (keys, context) =>
    (await read(readers ? context.everyone : context.em, keys)).map(([row]) => row ?? null),
  );
}

/** Defines a per-request loader of the rows of which a property has the key; an empty list for a key without rows. */
export function defineRowsLoader<Entity extends object>(
  entity: EntityClass<Entity>,
  property: keyof Entity & string,
  { readers, ...options }: LoaderOptions & RowOptions<Entity> = {},
): LoaderByKey<Entity[]> {
  const read = rowsBy(entity, property, options);
  return defineLoader<string, Entity[], ReadingContext>((keys, context) =>
    read(readers ? context.everyone : context.em, keys),
  );
}

/** A column as it is read: what it is called, and what becomes of its values. */
interface Column {
  readonly property: string;
  readonly field: string;
  readonly type: string;
  readonly toValue: ((stored: unknown) => unknown) | null;
}

const quoted = (name: string): string => `"${name}"`;

function columnsOf(em: EntityManager, entity: EntityClass<object>): Column[] {
  const platform = em.getPlatform();
  const toValueOf = ({ customType, runtimeType }: EntityProperty): Column['toValue'] => {
    if (customType) return (stored) => customType.convertToJSValue(stored, platform);
    return runtimeType === 'Date' ? (stored) => platform.parseDate(stored as string) : null;
  };
  return em.getMetadata(entity).props.map((one) => {
    const [field, ...others] = one.fieldNames;
    if (field === undefined || others.length > 0 || one.formula)
      throw new Error(`${one.name} is no column of its own.`);
    return { property: one.name, field: quoted(field), type: one.columnTypes[0] ?? 'text', toValue: toValueOf(one) };
  });
}

function columnOf(columns: readonly Column[], property: string): Column {
  const column = columns.find((one) => one.property === property);
  if (!column) throw new Error(`There is no property ${property}.`);
  return column;
}

/** SQL that brings rows into order, by the names that it is given for properties. */
function orderSql<Entity>(orderBy: RowOrder<Entity>, nameOf: (property: string) => string): string {
  const terms = orderBy.flatMap((one) => Object.entries(one).map(([property, way]) => `${nameOf(property)} ${way}`));
  return terms.length === 0 ? '' : ` order by ${terms.join(', ')}`;
}

/** A row as it comes: with the place of its key among the keys. */
type StoredRow = Readonly<Record<string, unknown>> & { readonly keyPlace: number };

function readRows<Entity extends object>(
  entity: EntityClass<Entity>,
  { orderBy = [], most, where = 'true' }: RowOptions<Entity>,
  matching: (columns: readonly Column[]) => { condition: string; type: string },
): ReadRows<Entity> {
  let built: { readonly sql: string; readonly columns: readonly Column[] } | null = null;
  const build = (em: EntityManager) => {
    const columns = columnsOf(em, entity);
    const { condition, type } = matching(columns);
    const selected = columns.map(({ field, property }) => `one.${field} as ${quoted(property)}`);
    const inner = orderSql(orderBy, (property) => `one.${columnOf(columns, property).field}`);
    const outer = orderSql(orderBy, (property) => `one.${quoted(property)}`);
    const limit = most === undefined ? '' : ` limit ${most}`;
    const sql = `select wanted.place::integer as "keyPlace", one.*
      from unnest(?::${type}[]) with ordinality as wanted (key, place)
      cross join lateral (select ${selected.join(', ')} from ${quoted(em.getMetadata(entity).tableName)} as one
        where ${condition} and (${where})${inner}${limit}) as one${outer}`;
    return { sql, columns };
  };
  return async (em, keys) => {
    built ??= build(em);
    const { sql, columns } = built;
    const rows = await runStatement<StoredRow>(em, sql, [arrayLiteral(keys)]);
    const groups: Entity[][] = keys.map(() => []);
    for (const row of rows) groups[row.keyPlace - 1]?.push(valueOf<Entity>(row, columns));
    return groups;
  };
}

function valueOf<Entity>(row: StoredRow, columns: readonly Column[]): Entity {
  const value: Record<string, unknown> = {};
  for (const { property, toValue } of columns) {
    const stored = row[property];
    value[property] = stored === null || toValue === null ? stored : toValue(stored);
  }
  return value as Entity;
}
