import { tenantTable } from '@birlik/trust/row-level-security';
import { sourceColumns } from '@birlik/trust/source-column';
import { Migration } from '@mikro-orm/migrations';

const stages = `('master_1', 'master_2')`;
const sectors = `array['public', 'private']`;
const areas = `array['administrative', 'social', 'business']`;

/** The school itself, what its stages are, and where volunteers are placed; every row says where it is stated. */
export class Migration20261130_school extends Migration {
  override up(): void {
    this.addSql(`create table school (
      id uuid primary key,
      organization_id uuid not null,
      name jsonb not null check (name ? 'az'),
      purpose jsonb check (purpose ? 'az'),
      goal jsonb check (goal ? 'az'),
      method jsonb check (method ? 'az'),
      open_to jsonb check (open_to ? 'az'),
      contribution jsonb check (contribution ? 'az'),
      reported_figures jsonb not null default '[]' check (jsonb_typeof(reported_figures) = 'array'),
      unique (id, organization_id)
    )`);

    this.addSql(`create table school_outcome (
      id uuid primary key,
      organization_id uuid not null,
      school_id uuid not null,
      summary jsonb not null check (summary ? 'az'),
      sectors text[] not null check (sectors <@ ${sectors}),
      foreign key (school_id, organization_id) references school (id, organization_id)
    )`);
    this.addSql(`create index on school_outcome (school_id, id)`);

    this.addSql(`create table stage_definition (
      id uuid primary key,
      organization_id uuid not null,
      stage text not null check (stage in ${stages}),
      name jsonb not null check (name ? 'az'),
      weeks integer not null check (weeks between 1 and 52),
      purpose jsonb check (purpose ? 'az'),
      open_to jsonb check (open_to ? 'az'),
      requires text check (requires in ${stages} and requires <> stage),
      skills jsonb not null default '[]' check (jsonb_typeof(skills) = 'array'),
      cooperation jsonb check (cooperation ? 'az'),
      host_sectors text[] not null check (host_sectors <@ ${sectors}),
      hosts_per_person integer check (hosts_per_person > 0),
      evaluation jsonb check (evaluation ? 'az'),
      award jsonb check (award ? 'az'),
      gives_reference boolean not null,
      unique (organization_id, stage)
    )`);
    this.addSql(`create index on stage_definition (stage, id)`);

    this.addSql(`create table stage_area (
      id uuid primary key,
      organization_id uuid not null,
      stage text not null check (stage in ${stages}),
      area text not null check (area = any (${areas})),
      name jsonb not null check (name ? 'az'),
      foreign key (organization_id, stage) references stage_definition (organization_id, stage),
      unique (organization_id, stage, area)
    )`);

    this.addSql(`create table host_institution (
      id uuid primary key,
      organization_id uuid not null,
      host_organization_id uuid not null,
      sector text not null check (sector = any (${sectors})),
      areas text[] not null check (cardinality(areas) > 0 and areas <@ ${areas}),
      unique (organization_id, host_organization_id)
    )`);
    this.addSql(`create index on host_institution (sector, id)`);

    const added = ['school', 'school_outcome', 'stage_definition', 'stage_area', 'host_institution'];
    for (const statement of [
      ...added.flatMap((name) => tenantTable({ name, readers: 'everyone' })),
      ...sourceColumns('service_center', 'intake', 'training', 'certificate_type', ...added),
    ]) {
      this.addSql(statement);
    }
  }
}
