import { session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/**
 * Notices of messages that other members wrote and keep, in the inbox and on their way as the registry's own; and what became of a
 * message, for the organisation on whose behalf it was written.
 */
export class Migration20261130_messages_of_members extends Migration {
  override up(): void {
    this.addSql('alter table message add column member text');
    this.addSql('alter table message_delivery add column quiet_until timestamptz');
    this.addSql('create index on message (organization_id, id)');
    this.addSql(`create index on job ((payload ->> 'delivery'))`);
    const sent = `organization_id = ${session.organization}`;
    this.addSql(`create policy message_sent on message for select using (${sent})`);
    this.addSql(`create policy message_delivery_sent on message_delivery for select
      using (message_id in (select id from message where ${sent}))`);
  }
}
