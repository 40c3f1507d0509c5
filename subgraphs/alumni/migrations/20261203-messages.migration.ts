import { messageTable } from '@birlik/trust/message-migration';
import { Migration } from '@mikro-orm/migrations';

/** What associations write to people: that somebody asks them, that a mentor answered. */
export class Migration20261203_messages extends Migration {
  override up(): void {
    for (const statement of messageTable()) this.addSql(statement);
  }
}
