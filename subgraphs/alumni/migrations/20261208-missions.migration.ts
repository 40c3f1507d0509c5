import { sourceColumns } from '@birlik/trust/source-column';
import { tenantTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/** What a mission offers to people, guides in four languages, and who is on duty. */
export class Migration20261208_missions extends Migration {
  override up(): void {
    this.addSql(`alter table mission
      add column serves text[] not null default '{}',
      add column address jsonb check (address ? 'az'),
      add column opening_hours jsonb check (opening_hours ? 'az'),
      add column phone text check (length(phone) between 3 and 40),
      add column emergency_phone text check (length(emergency_phone) between 3 and 40)`);
    this.addSql(`create table mission_guide (
      id uuid primary key,
      organization_id uuid not null,
      mission_id uuid references mission,
      title jsonb not null check (title ? 'az'),
      body jsonb not null check (body ? 'az'),
      changed_at timestamptz not null default app_now(),
      withdrawn_at timestamptz
    )`);
    for (const statement of sourceColumns('mission_guide')) this.addSql(statement);
    this.addSql(`create index on mission_guide (mission_id, id)`);
    this.addSql(`create table duty_shift (
      id uuid primary key,
      organization_id uuid not null,
      mission_id uuid references mission,
      officer text not null,
      officer_issuer text,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      constraint duty_shift_ends check (ends_at > starts_at and ends_at <= starts_at + interval '7 days')
    )`);
    this.addSql(`create index on duty_shift (organization_id, ends_at)`);
    for (const statement of [
      ...tenantTable({ name: 'mission_guide', readers: 'everyone' }),
      'drop policy mission_guide_delete on mission_guide',
      ...tenantTable({ name: 'duty_shift', readers: 'tenant' }),
      'drop policy duty_shift_delete on duty_shift',
    ]) {
      this.addSql(statement);
    }
  }
}
