import { ownerOnlyTable, personTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

const own = `volunteer_id = ${session.volunteer}`;

/** What people say of themselves: names with their history, an address that counts once it is confirmed, and how to deal with them. */
export class Migration20261130_own_facts extends Migration {
  override up(): void {
    this.addSql(`alter table volunteer
      add column email_confirmed_at timestamptz,
      add column languages text[] not null default '{}',
      add column availability text,
      add column emergency_name text,
      add column emergency_phone text,
      add constraint volunteer_emergency check ((emergency_name is null) = (emergency_phone is null))`);
    this.addSql(`create table former_name (
      id uuid primary key default uuidv7(),
      volunteer_id uuid not null references volunteer,
      given_name text not null,
      family_name text not null,
      patronymic text,
      until timestamptz not null default now()
    )`);
    this.addSql(`create index on former_name (volunteer_id, id)`);
    this.addSql(`create table email_change (
      id uuid primary key,
      volunteer_id uuid not null references volunteer,
      email text not null,
      code_hash text not null,
      created_at timestamptz not null default now(),
      ends_at timestamptz not null,
      failed_tries integer not null default 0,
      confirmed_at timestamptz
    )`);
    this.addSql(`create index on email_change (volunteer_id, id)`);
    for (const statement of [
      ...ownerOnlyTable('former_name'),
      `create policy former_name_read on former_name for select using (${own})`,
      ...personTable({ name: 'former_name' }),
      ...ownerOnlyTable('email_change'),
      ...personTable({ name: 'email_change' }),
    ]) {
      this.addSql(statement);
    }
  }
}
