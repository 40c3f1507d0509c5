import { messageTemplateTable } from '@birlik/trust/message-migration';
import { Migration } from '@mikro-orm/migrations';

/** Texts by which organisations write to people in their own words. */
export class Migration20261130_message_templates extends Migration {
  override up(): void {
    for (const statement of messageTemplateTable()) this.addSql(statement);
  }
}
