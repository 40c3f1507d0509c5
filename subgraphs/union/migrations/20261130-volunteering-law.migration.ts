import { sourceColumns } from '@birlik/trust/source-column';
import { Migration } from '@mikro-orm/migrations';

/** What a law regulates, for everybody; an opportunity may be on no portal; every row says where it is stated. */
export class Migration20261130_volunteering_law extends Migration {
  override up(): void {
    this.addSql(`alter table volunteering_law add column summary jsonb check (summary ? 'az')`);
    this.addSql(`alter table opportunity alter column portal_id drop not null`);
    for (const statement of sourceColumns('portal', 'opportunity', 'volunteering_law')) this.addSql(statement);
  }
}
