import { tenantTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

export class Migration20261122_foundation extends Migration {
  override up(): void {
    this.addSql(`create table faculty (
      id uuid primary key,
      organization_id uuid not null,
      name jsonb not null check (name ? 'az')
    )`);
    this.addSql(`create index on faculty (organization_id, id)`);

    this.addSql(`create table programme (
      id uuid primary key,
      organization_id uuid not null,
      faculty_id uuid not null references faculty,
      name jsonb not null check (name ? 'az'),
      field_code text not null check (field_code ~ '^[0-9]{2}$')
    )`);
    this.addSql(`create index on programme (faculty_id, id)`);

    this.addSql(`create table enrolment (
      id uuid primary key,
      organization_id uuid not null,
      volunteer_id uuid not null,
      programme_id uuid not null references programme,
      level text not null check (level in ('bachelor', 'master', 'doctorate')),
      status text not null check (status in ('studying', 'graduated', 'left')),
      start_year integer not null check (start_year between 1900 and 2200),
      unique (volunteer_id, organization_id, programme_id, start_year)
    )`);
    this.addSql(`create index on enrolment (organization_id, id) where status = 'studying'`);

    this.addSql(`create table contingent (
      id uuid primary key,
      organization_id uuid not null,
      target_organization_id uuid not null,
      name jsonb not null check (name ? 'az'),
      capacity integer not null check (capacity > 0)
    )`);

    this.addSql(`create table nomination (
      id uuid primary key,
      organization_id uuid not null,
      contingent_id uuid not null references contingent,
      volunteer_id uuid not null,
      nominated_at timestamptz not null,
      unique (contingent_id, volunteer_id)
    )`);
    this.addSql(`create index on nomination (organization_id, contingent_id, id)`);

    this.addSql(`create table recruitment_meeting (
      id uuid primary key,
      organization_id uuid not null,
      guest_organization_id uuid not null,
      title jsonb not null check (title ? 'az'),
      held_at timestamptz,
      attendance integer check (attendance >= 0)
    )`);

    for (const statement of [
      ...tenantTable({ name: 'faculty', readers: 'everyone' }),
      ...tenantTable({ name: 'programme', readers: 'everyone' }),
      ...tenantTable({ name: 'contingent', readers: 'everyone' }),
      ...tenantTable({ name: 'recruitment_meeting', readers: 'everyone' }),
      ...tenantTable({ name: 'enrolment', readers: 'person' }),
      ...tenantTable({ name: 'nomination', readers: 'person' }),
    ]) {
      this.addSql(statement);
    }
  }
}
