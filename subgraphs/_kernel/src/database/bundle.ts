import { settingsStatement } from './bound-statement.js';
import type { BoundStatement, StatementResult } from './pipeline.js';

/** Variables of the database session, by name. */
export type SessionVariables = Readonly<Record<string, unknown>>;

/** What came of statements that were sent as one transaction. */
export type Outcome =
  | { readonly results: readonly StatementResult[] }
  | {
      readonly error: unknown;
      /** The place of the statement that was refused; null when it was not one of them, such as when the connection broke. */
      readonly refused: number | null;
    };

interface Waiting {
  readonly statement: BoundStatement;
  readonly resolve: (result: StatementResult) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * What one request wants at the same time and under the same variables of the session is sent as one transaction: the
 * variables first, then the statements. Statements of two requests never meet.
 *
 * @template Request what the statements of one request have in common
 */
export class Bundles<Request extends object> {
  readonly #send: (statements: readonly BoundStatement[], request: Request) => Promise<Outcome>;
  readonly #open = new WeakMap<Request, Map<string, Waiting[]>>();

  /** @param send runs statements as one transaction, so that nothing stays of it when one is refused; never rejects */
  constructor(send: (statements: readonly BoundStatement[], request: Request) => Promise<Outcome>) {
    this.#send = send;
  }

  /** Runs a statement together with the others of its bundle. One that is refused fails alone. */
  run(request: Request, variables: SessionVariables, statement: BoundStatement): Promise<StatementResult> {
    const { promise, resolve, reject } = Promise.withResolvers<StatementResult>();
    this.#bundleOf(request, variables).push({ statement, resolve, reject });
    return promise;
  }

  #bundleOf(request: Request, variables: SessionVariables): Waiting[] {
    const bundles = this.#open.get(request) ?? new Map<string, Waiting[]>();
    this.#open.set(request, bundles);
    const key = JSON.stringify(variables);
    const open = bundles.get(key);
    if (open) return open;
    const bundle: Waiting[] = [];
    bundles.set(key, bundle);
    // By then everybody who was called together with this one has come to its statement.
    setImmediate(() => {
      bundles.delete(key);
      void this.#run(bundle, request, variables);
    });
    return bundle;
  }

  async #run(bundle: readonly Waiting[], request: Request, variables: SessionVariables): Promise<void> {
    const settings = Object.keys(variables).length === 0 ? [] : [settingsStatement(variables)];
    let left = bundle;
    while (left.length > 0) {
      const outcome = await this.#send([...settings, ...left.map(({ statement }) => statement)], request);
      if ('results' in outcome) {
        const results = outcome.results.slice(settings.length);
        for (const [index, { resolve }] of left.entries()) resolve(results[index] as StatementResult);
        return;
      }
      const { error, refused } = outcome;
      const failed = refused === null ? undefined : left[refused - settings.length];
      for (const one of failed === undefined ? left : [failed]) one.reject(error);
      left = failed === undefined ? [] : left.filter((one) => one !== failed);
    }
  }
}
