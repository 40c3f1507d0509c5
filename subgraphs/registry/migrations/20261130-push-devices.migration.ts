import { ownerOnlyTable, personTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/** The devices on which people want to be told, each with the address that its maker's service gave it. */
export class Migration20261130_push_devices extends Migration {
  override up(): void {
    this.addSql(`create table push_device (
      id uuid primary key,
      volunteer_id uuid not null,
      address text not null check (address <> ''),
      added_at timestamptz not null default clock_timestamp(),
      unique (volunteer_id, address)
    )`);
    this.addSql('alter table message_delivery drop constraint message_delivery_channel_check');
    this.addSql(`alter table message_delivery add constraint message_delivery_channel_check
      check (channel in ('email', 'sms', 'push'))`);
    const own = `volunteer_id = ${session.volunteer}`;
    for (const statement of [
      ...ownerOnlyTable('push_device'),
      `create policy push_device_read on push_device for select using (${own} or (select app_working()))`,
      `create policy push_device_add on push_device for insert with check (${own})`,
      `create policy push_device_remove on push_device for delete using (${own})`,
      ...personTable({ name: 'push_device' }),
    ]) {
      this.addSql(statement);
    }
  }
}
