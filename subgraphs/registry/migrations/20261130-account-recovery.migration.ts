import { ownerOnlyTable, personTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

const office = '(select registry_office())';
const working = '(select app_working())';

/** Whoever lost their sign-in recovers the account by its confirmed address, after a time in which it can be refused. */
export class Migration20261130_account_recovery extends Migration {
  override up(): void {
    this.addSql(`create table account_recovery (
      id uuid primary key,
      issuer text not null references issuer,
      subject text not null,
      email text,
      volunteer_id uuid references volunteer,
      seed uuid default gen_random_uuid(),
      asked_at timestamptz not null default clock_timestamp(),
      ends_at timestamptz not null,
      failed_tries integer not null default 0,
      sent_at timestamptz,
      confirmed_at timestamptz,
      takes_effect_at timestamptz,
      refused_at timestamptz,
      refused_by text check (refused_by in ('person', 'office', 'registry')),
      moved_at timestamptz,
      check ((confirmed_at is null) = (takes_effect_at is null)),
      check (confirmed_at is null or volunteer_id is not null),
      check ((refused_at is null) = (refused_by is null)),
      check (refused_at is null or moved_at is null)
    )`);
    this.addSql(`create index on account_recovery (issuer, subject, id)`);
    this.addSql(`create index on account_recovery (volunteer_id, id)`);
    for (const statement of [
      ...ownerOnlyTable('account_recovery'),
      `create policy account_recovery_read on account_recovery for select using (
         ${office} or ${working} or (volunteer_id = ${session.volunteer} and confirmed_at is not null))`,
      `create policy account_recovery_send on account_recovery for update using (${working}) with check (${working})`,
      ...personTable({ name: 'account_recovery' }),
    ]) {
      this.addSql(statement);
    }
  }
}
