import { tenantTable } from '@birlik/trust/row-level-security';
import { sourceColumns } from '@birlik/trust/source-column';
import { Migration } from '@mikro-orm/migrations';

/** What was reported on a campaign, its commission and its convention report; every row says where it is stated. */
export class Migration20261130_campaign_report extends Migration {
  override up(): void {
    // A day without a year, as `12-25`: a report may leave the year open.
    this.addSql(`alter table campaign add column launch_day text
      check (launch_day ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$')`);
    this.addSql(`alter table campaign add constraint campaign_launch_check
      check (launched_on is null or launch_day is null or to_char(launched_on, 'MM-DD') = launch_day)`);
    this.addSql(`alter table campaign add column registration jsonb check (registration ? 'az')`);
    this.addSql(`alter table campaign add column elected_from text[] not null default '{}'
      check (elected_from <@ array['capital', 'region'])`);
    this.addSql(`alter table campaign add column reported_figures jsonb not null default '[]'
      check (jsonb_typeof(reported_figures) = 'array')`);

    const ofCampaign = `foreign key (campaign_id, organization_id) references campaign (id, organization_id)`;
    this.addSql(`create table selection_commission (
      id uuid primary key,
      organization_id uuid not null,
      campaign_id uuid not null unique,
      name jsonb not null check (name ? 'az'),
      task jsonb check (task ? 'az'),
      ${ofCampaign}
    )`);
    this.addSql(`create table convention_report (
      id uuid primary key,
      organization_id uuid not null,
      campaign_id uuid not null unique,
      convention jsonb not null check (convention ? 'az'),
      reported_by text not null check (reported_by in ('party', 'civil_society')),
      unique (id, organization_id),
      ${ofCampaign}
    )`);
    this.addSql(`create table convention_report_section (
      id uuid primary key,
      organization_id uuid not null,
      report_id uuid not null,
      kind text not null check (kind in ('goals', 'cultural_domains', 'cross_cutting_priorities')),
      title jsonb not null check (title ? 'az'),
      entries jsonb not null default '[]' check (jsonb_typeof(entries) = 'array'),
      unique (report_id, kind),
      foreign key (report_id, organization_id) references convention_report (id, organization_id)
    )`);

    const added = ['selection_commission', 'convention_report', 'convention_report_section'];
    for (const statement of [
      ...added.flatMap((name) => tenantTable({ name, readers: 'everyone' })),
      ...sourceColumns('campaign', 'discipline', 'selection_criterion', 'creative_activity', ...added),
    ]) {
      this.addSql(statement);
    }
  }
}
