import type { Pool } from 'pg';

type Row = Readonly<Record<string, unknown>>;

/** What is different about one row, by the names of its columns; the database says which values they take. */
export type Facts<Columns extends Row> = { readonly [Column in keyof Columns]?: unknown };

/** Puts rows of one table into a database as its owner. Resolves to the rows as they were written. */
export interface Story<Columns extends Row> {
  (owner: Pick<Pool, 'query'>, facts?: Facts<Columns>): Promise<Columns>;
  /** A row for each of the facts, in one statement. */
  many(owner: Pick<Pool, 'query'>, facts: readonly Facts<Columns>[]): Promise<readonly Columns[]>;
}

/**
 * Tells how a row of a table looks unless a test says otherwise, so that a test names only what it is about, and a new column
 * concerns one place.
 *
 * @param usual makes a row that the table accepts, another one at each call
 */
export function defineStory<Columns extends Row>(table: string, usual: () => Columns): Story<Columns> {
  const many: Story<Columns>['many'] = async (owner, facts) => {
    const rows = facts.map((one) => ({ ...usual(), ...one }));
    const columns = Object.keys(usual()).join(', ');
    await owner.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows)],
    );
    return rows;
  };
  const story = async (owner: Pick<Pool, 'query'>, facts: Facts<Columns> = {}) => {
    const [row] = await many(owner, [facts]);
    return row as Columns;
  };
  return Object.assign(story, { many });
}
