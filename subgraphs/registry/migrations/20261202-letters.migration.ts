import { Migration } from '@mikro-orm/migrations';

/** Letters of organisations to people are messages; how many there were of late is counted before more are written. */
export class Migration20261202_letters extends Migration {
  override up(): void {
    this.addSql(`create index message_letters on message (organization_id, sent_at) where kind = 'organization-wrote'`);
  }
}
