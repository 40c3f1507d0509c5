import { tenantTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

export class Migration20261122_foundation extends Migration {
  override up(): void {
    this.addSql(`create table service_center (
      id uuid primary key,
      organization_id uuid not null,
      name jsonb not null check (name ? 'az'),
      city jsonb not null check (city ? 'az'),
      status text not null check (status in ('opening_soon', 'open'))
    )`);

    this.addSql(`create table intake (
      id uuid primary key,
      organization_id uuid not null,
      starts_on date not null,
      weeks integer not null check (weeks between 1 and 52),
      unique (organization_id, starts_on)
    )`);
    this.addSql(`create index on intake (starts_on, id)`);

    this.addSql(`create table training (
      id uuid primary key,
      organization_id uuid not null,
      name jsonb not null check (name ? 'az'),
      stage text not null check (stage in ('master_1', 'master_2')),
      moment text not null check (moment in ('beginning', 'during', 'end'))
    )`);
    this.addSql(`create index on training (stage, id)`);

    this.addSql(`create table certificate_type (
      id uuid primary key,
      organization_id uuid not null,
      name jsonb not null check (name ? 'az'),
      version integer not null check (version > 0),
      minimum_score integer not null check (minimum_score between 0 and 100),
      unique (organization_id, version, minimum_score)
    )`);
    this.addSql(`create index on certificate_type (version, minimum_score, id)`);

    this.addSql(`create table programme_participation (
      id uuid primary key,
      organization_id uuid not null,
      volunteer_id uuid not null,
      intake_id uuid not null references intake,
      joined_on date not null,
      master1_status text not null check (master1_status in ('active', 'completed', 'withdrawn')),
      master1_score integer check (master1_score between 0 and 100),
      master1_certificate_type_id uuid references certificate_type,
      master2_area text check (master2_area in ('administrative', 'social', 'business')),
      master2_status text check (master2_status in ('active', 'completed', 'withdrawn')),
      master2_score integer check (master2_score between 0 and 100),
      master2_host_id uuid,
      unique (volunteer_id, organization_id, intake_id),
      unique (id, organization_id, volunteer_id),
      check ((master1_score is not null) = (master1_status = 'completed')),
      check (master1_certificate_type_id is null or master1_status = 'completed'),
      check (master2_status is null or master1_status = 'completed'),
      check ((master2_area is null) = (master2_status is null)),
      check ((master2_score is not null) = coalesce(master2_status = 'completed', false)),
      check (master2_host_id is null or master2_status is not null),
      check (master2_host_id is not null or master2_status is distinct from 'completed')
    )`);
    this.addSql(`create index on programme_participation (organization_id, id)`);
    this.addSql(`create index on programme_participation (organization_id, intake_id, id)`);
    this.addSql(`create unique index programme_participation_active on programme_participation
      (organization_id, volunteer_id) where master1_status = 'active' or master2_status = 'active'`);

    this.addSql(`create table certificate (
      id uuid primary key,
      organization_id uuid not null,
      volunteer_id uuid not null,
      participation_id uuid not null,
      stage text not null check (stage in ('master_1', 'master_2')),
      certificate_type_id uuid references certificate_type,
      serial_number text not null unique,
      issued_on date not null,
      revoked_at timestamptz,
      approved_by_organization_id uuid not null,
      cosigned_by_organization_id uuid,
      foreign key (participation_id, organization_id, volunteer_id)
        references programme_participation (id, organization_id, volunteer_id),
      check ((certificate_type_id is not null) = (stage = 'master_1')),
      check ((cosigned_by_organization_id is not null) = (stage = 'master_2'))
    )`);
    this.addSql(`create index on certificate (volunteer_id, issued_on, id)`);
    this.addSql(`create index on certificate (participation_id)`);
    this.addSql(`create unique index certificate_valid on certificate
      (organization_id, volunteer_id, stage) where revoked_at is null`);

    for (const statement of [
      ...tenantTable({ name: 'service_center', readers: 'everyone' }),
      ...tenantTable({ name: 'intake', readers: 'everyone' }),
      ...tenantTable({ name: 'training', readers: 'everyone' }),
      ...tenantTable({ name: 'certificate_type', readers: 'everyone' }),
      ...tenantTable({ name: 'programme_participation', readers: 'person' }),
      ...tenantTable({ name: 'certificate', readers: 'person' }),
    ]) {
      this.addSql(statement);
    }
  }
}
