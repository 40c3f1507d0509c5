import { Migration } from '@mikro-orm/migrations';

/** A record is compared by the sex that its names tell too; one that was kept before tells none until it comes again. */
export class Migration20261203_told_sexes extends Migration {
  override up(): void {
    for (const table of ['unresolved_submission', 'comparable_record']) {
      this.addSql(`alter table ${table} drop constraint ${table}_texts_check,
        add check (cardinality(texts) between 6 and 7)`);
    }
  }
}
