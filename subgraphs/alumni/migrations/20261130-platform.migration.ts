import { tenantTable } from '@birlik/trust/row-level-security';
import { sourceColumns } from '@birlik/trust/source-column';
import { Migration } from '@mikro-orm/migrations';

/** The platform itself; an association is of the countries where its people study; every row says where it is stated. */
export class Migration20261130_platform extends Migration {
  override up(): void {
    this.addSql(`alter table association add column country_codes text[] not null default '{}'
      check (array_to_string(country_codes, ' ') ~ '^([A-Z]{2}( [A-Z]{2})*)?$')`);
    this.addSql(`update association set country_codes = array[country_code]`);
    this.addSql(`alter table association drop column country_code`);
    this.addSql(`create index on association using gin (country_codes)`);

    this.addSql(`create table platform (
      id uuid primary key,
      organization_id uuid not null unique,
      legal_form jsonb check (legal_form ? 'az'),
      founded_on date,
      founding_conference_on date,
      aim jsonb check (aim ? 'az'),
      role jsonb check (role ? 'az'),
      unique (id, organization_id)
    )`);
    this.addSql(`create table platform_statement (
      id uuid primary key,
      organization_id uuid not null,
      platform_id uuid not null,
      kind text not null check (kind in ('goal', 'duty', 'activity')),
      position integer not null check (position >= 0),
      text jsonb not null check (text ? 'az'),
      unique (platform_id, kind, position),
      foreign key (platform_id, organization_id) references platform (id, organization_id)
    )`);
    this.addSql(`create table press_report (
      id uuid primary key,
      organization_id uuid not null,
      platform_id uuid not null,
      title jsonb not null check (title ? 'az'),
      publisher text not null check (publisher <> ''),
      published_on date not null,
      foreign key (platform_id, organization_id) references platform (id, organization_id)
    )`);
    this.addSql(`create index on press_report (platform_id, published_on, id)`);

    const added = ['platform', 'platform_statement', 'press_report'];
    for (const statement of [
      ...added.flatMap((name) => tenantTable({ name, readers: 'everyone' })),
      ...sourceColumns('association', 'governance_body', 'mission', ...added),
    ]) {
      this.addSql(statement);
    }
  }
}
