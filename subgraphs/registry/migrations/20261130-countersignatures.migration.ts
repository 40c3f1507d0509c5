import { referenceTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/** The signatures of members on the heads of the log that they keep. */
export class Migration20261130_countersignatures extends Migration {
  override up(): void {
    this.addSql(`create table access_log_countersignature (
      member text not null,
      size bigint not null references access_log_head,
      statement text not null,
      witness_key jsonb not null,
      primary key (size, member)
    )`);
    for (const statement of [
      ...referenceTable('access_log_countersignature'),
      `create policy access_log_countersignature_record on access_log_countersignature for insert
         with check ((select registry_office()))`,
      `create trigger access_log_countersignature_append_only before update or delete or truncate
         on access_log_countersignature for each statement execute function refuse_change()`,
    ]) {
      this.addSql(statement);
    }
  }
}
