import { Migration } from '@mikro-orm/migrations';

/** A person reads of the log what others did, or what was asked of one category; most of the rows are looks of their own. */
export class Migration20261202_narrowed_logs extends Migration {
  override up(): void {
    this.addSql(`create index on access_log (volunteer_id, id) where not by_self`);
    this.addSql(`create index on access_log (volunteer_id, category, id)`);
  }
}
