import { ownerOnlyTable, personTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/** What the registry writes to people, how each of them wants to be told, and on which channels it was said. */
export class Migration20261130_messages extends Migration {
  override up(): void {
    this.addSql(`create table message (
      id uuid primary key,
      volunteer_id uuid not null,
      organization_id uuid references organization,
      kind text not null,
      subject jsonb not null check (subject ? 'az'),
      body jsonb not null check (body ? 'az'),
      sent_at timestamptz not null,
      read_at timestamptz,
      archived_at timestamptz
    )`);
    this.addSql('create index on message (volunteer_id, id)');
    this.addSql(`create table message_delivery (
      id uuid primary key,
      message_id uuid not null references message,
      volunteer_id uuid not null,
      channel text not null check (channel in ('email', 'sms')),
      delivered_at timestamptz,
      unique (message_id, channel)
    )`);
    this.addSql('create index on message_delivery (volunteer_id)');
    this.addSql(`create table message_preference (
      id uuid primary key,
      volunteer_id uuid not null unique,
      language text not null check (language in ('az', 'en', 'ru', 'tr')),
      channels jsonb not null,
      time_zone text not null check (is_time_zone(time_zone)),
      quiet_from time,
      quiet_until time,
      check ((quiet_from is null) = (quiet_until is null)),
      check (quiet_from <> quiet_until)
    )`);
    const own = `volunteer_id = ${session.volunteer}`;
    const seen = `${own} or volunteer_id = any ((select app_wards())::uuid[])`;
    const working = '(select app_working())';
    for (const statement of [
      ...['message', 'message_delivery', 'message_preference'].flatMap(ownerOnlyTable),
      `create policy message_read on message for select using (${seen} or ${working})`,
      'create policy message_write on message for insert with check (read_at is null and archived_at is null)',
      `create policy message_mark on message for update using (${own}) with check (${own})`,
      `create policy message_delivery_read on message_delivery for select using (${seen} or ${working})`,
      `create policy message_delivery_begin on message_delivery for insert with check (${working})`,
      `create policy message_delivery_end on message_delivery for update using (${working}) with check (${working})`,
      `create policy message_preference_read on message_preference for select using (${own} or ${working})`,
      `create policy message_preference_insert on message_preference for insert with check (${own})`,
      `create policy message_preference_update on message_preference for update using (${own}) with check (${own})`,
      // Whom a message is for and where it goes.
      `create policy volunteer_address on volunteer for select using (${working})`,
      `create policy guardianship_address on guardianship for select using (${working})`,
      ...['message', 'message_delivery', 'message_preference'].flatMap((name) => personTable({ name })),
    ]) {
      this.addSql(statement);
    }
    // The text of the function stands in `database/functions`; the trigger needs it to be there.
    this.addSql(`create function refuse_other_text() returns trigger language plpgsql as $$ begin return new; end $$`);
    this.addSql(`create trigger message_stays before update on message
      for each row execute function refuse_other_text()`);
  }
}
