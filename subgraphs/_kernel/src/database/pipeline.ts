import { Result, type Connection, type FieldDef, type QueryResultRow, type Submittable } from 'pg';

/** A statement with its values apart from it. */
export interface BoundStatement {
  /** With `$1`, `$2` and so on for the values. */
  readonly text: string;
  readonly values: readonly (string | null)[];
  /**
   * The name under which a session keeps what it made of the text, so that it parses and plans it once; null for a text
   * that differs each time.
   */
  readonly name: string | null;
  /** The text as operators may see it: without values. */
  readonly shown: string;
}

/** What a statement gave. */
export interface StatementResult {
  readonly command: string | null;
  readonly rowCount: number | null;
  readonly rows: QueryResultRow[];
}

/** What `pg` keeps of one statement's answer; its types leave out what builds it. */
interface Answer extends StatementResult {
  readonly _types: unknown;
  addFields(fields: FieldDef[]): void;
  parseRow(values: readonly unknown[]): QueryResultRow;
  addRow(row: QueryResultRow): void;
  addCommandComplete(message: object): void;
}

const newAnswer = (types: unknown): Answer => new Result('', types as never) as unknown as Answer;

/** The names that a session knows. A connection that is of no more use takes them with it. */
const keptNames = new WeakMap<Connection, Set<string>>();

/**
 * Statements that `pg` sends in one go and that PostgreSQL runs as one transaction: the extended protocol commits what stands
 * before a `Sync`, or rolls all of it back with the first error.
 */
export class Pipeline implements Submittable {
  /** Where `pg` puts the parsers of values. */
  readonly _result = newAnswer(undefined);
  /** How long `pg` waits for all answers, in milliseconds. */
  readonly query_timeout: number;
  /** Told the results when the transaction is committed, or why it is not. `pg` calls it too. */
  callback: (error: Error | null, results: readonly StatementResult[]) => void;
  readonly #statements: readonly BoundStatement[];
  readonly #results: StatementResult[] = [];
  #names: Set<string> = new Set();
  #added: string[] = [];
  #current: Answer | null = null;
  #failure: Error | null = null;

  constructor(statements: readonly BoundStatement[], timeoutMs: number, callback: Pipeline['callback']) {
    this.#statements = statements;
    this.query_timeout = timeoutMs;
    this.callback = callback;
  }

  /** How many statements have ended well; the next one is where an error came from. */
  get ended(): number {
    return this.#results.length;
  }

  submit(connection: Connection): void {
    this.#names = keptNames.get(connection) ?? new Set();
    keptNames.set(connection, this.#names);
    connection.stream.cork();
    for (const { text, values, name } of this.#statements) {
      if (name === null) connection.parse({ text, name: '', types: [] }, true);
      else if (!this.#names.has(name) && !this.#added.includes(name)) this.#keep(connection, name, text);
      connection.bind({ portal: '', statement: name ?? '', values: [...values] }, true);
      connection.describe({ type: 'P', name: '' }, true);
      connection.execute({ portal: '' }, true);
    }
    connection.sync();
    connection.stream.uncork();
  }

  #keep(connection: Connection, name: string, text: string): void {
    // The session may know the name from a pipeline that failed; to forget one that it does not know is no error.
    connection.close({ type: 'S', name }, true);
    connection.parse({ text, name, types: [] }, true);
    this.#added.push(name);
  }

  handleRowDescription({ fields }: { fields: FieldDef[] }): void {
    this.#current = newAnswer(this._result._types);
    this.#current.addFields(fields);
  }

  handleDataRow({ fields }: { fields: readonly unknown[] }): void {
    try {
      this.#current?.addRow(this.#current.parseRow(fields));
    } catch (error) {
      this.#failure ??= error as Error;
    }
  }

  handleCommandComplete(message: object): void {
    const answer = this.#current ?? newAnswer(this._result._types);
    answer.addCommandComplete(message);
    this.#results.push(answer);
    this.#current = null;
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({});
  }

  handleError(error: Error): void {
    // What the session kept may be what failed: its name may be unknown there, or stand for what a migration changed.
    this.#names.clear();
    this.callback(error, []);
  }

  handleReadyForQuery(): void {
    for (const name of this.#added) this.#names.add(name);
    this.callback(this.#failure, this.#results);
  }
}
