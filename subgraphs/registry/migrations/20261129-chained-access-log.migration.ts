import { Migration } from '@mikro-orm/migrations';

/** Calls the rows of the log's chains, and what makes them, by what is done: rows are chained, and heads are signed. */
export class Migration20261129_chained_access_log extends Migration {
  override up(): void {
    const [before, after] = ['access_log_seal', 'access_log_chain_row'];
    for (const statement of [
      `alter table ${before} rename to ${after}`,
      ...['pkey', 'log_id_key', 'log_id_fkey', 'sequence_check', 'hash_check'].map(
        (constraint) => `alter table ${after} rename constraint ${before}_${constraint} to ${after}_${constraint}`,
      ),
      `alter policy ${before}_owner on ${after} rename to ${after}_owner`,
      `alter trigger ${before}_append_only on ${after} rename to ${after}_append_only`,
      `alter trigger access_log_await_seal on access_log rename to access_log_await_chaining`,
      `alter function await_seal rename to await_chaining`,
      `alter function seal_access_log rename to chain_access_log`,
      `alter function enter_access_log_head rename to record_access_log_head`,
    ]) {
      this.addSql(statement);
    }
  }
}
