import { messageTable } from '@birlik/trust/message-migration';
import { Migration } from '@mikro-orm/migrations';

/** What organisations write to people: that an application was answered, that something begins tomorrow. */
export class Migration20261130_messages extends Migration {
  override up(): void {
    for (const statement of messageTable()) this.addSql(statement);
  }
}
