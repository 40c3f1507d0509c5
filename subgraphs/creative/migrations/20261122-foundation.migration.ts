import { tenantTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

export class Migration20261122_foundation extends Migration {
  override up(): void {
    this.addSql(`create table campaign (
      id uuid primary key,
      organization_id uuid not null,
      partner_organization_id uuid,
      name jsonb not null check (name ? 'az'),
      summary jsonb check (summary ? 'az'),
      status text not null check (status in ('open', 'scoring', 'decided')),
      seats integer not null check (seats > 0),
      launched_on date,
      registered_over integer check (registered_over >= 0),
      unique (id, organization_id)
    )`);
    this.addSql(`create index on campaign (status, id)`);

    this.addSql(`create table campaign_aim (
      id uuid primary key,
      organization_id uuid not null,
      campaign_id uuid not null,
      position integer not null check (position >= 0),
      name jsonb not null check (name ? 'az'),
      unique (campaign_id, position),
      foreign key (campaign_id, organization_id) references campaign (id, organization_id)
    )`);

    this.addSql(`create table discipline (
      id uuid primary key,
      organization_id uuid not null,
      name jsonb not null check (name ? 'az'),
      unique (id, organization_id)
    )`);

    this.addSql(`create table selection_criterion (
      id uuid primary key,
      organization_id uuid not null,
      campaign_id uuid not null,
      name jsonb not null check (name ? 'az'),
      weight integer not null check (weight > 0),
      unique (id, organization_id),
      foreign key (campaign_id, organization_id) references campaign (id, organization_id)
    )`);
    this.addSql(`create index on selection_criterion (campaign_id, id)`);

    this.addSql(`create table creative_application (
      id uuid primary key,
      organization_id uuid not null,
      volunteer_id uuid not null,
      campaign_id uuid not null,
      discipline_id uuid not null,
      region text check (region in ('capital', 'region')),
      status text not null check (status in ('registered', 'eligible', 'elected', 'declined')),
      answers jsonb not null check (jsonb_typeof(answers) = 'object'),
      mean_score numeric(5, 2) check (mean_score between 0 and 100),
      applied_at timestamptz not null,
      elected_on date check (elected_on is null or status = 'elected'),
      unique (campaign_id, volunteer_id),
      unique (id, organization_id),
      foreign key (campaign_id, organization_id) references campaign (id, organization_id),
      foreign key (discipline_id, organization_id) references discipline (id, organization_id)
    )`);
    this.addSql(`create index on creative_application (volunteer_id, applied_at desc, id desc)`);
    this.addSql(`create index on creative_application (organization_id, campaign_id, id)`);
    this.addSql(`create index on creative_application (organization_id, campaign_id, status, id)`);

    this.addSql(`create table review_score (
      id uuid primary key,
      organization_id uuid not null,
      application_id uuid not null,
      criterion_id uuid not null,
      reviewer_sub text not null check (reviewer_sub <> ''),
      score integer not null check (score between 0 and 100),
      unique (application_id, criterion_id, reviewer_sub),
      foreign key (application_id, organization_id) references creative_application (id, organization_id),
      foreign key (criterion_id, organization_id) references selection_criterion (id, organization_id)
    )`);
    this.addSql(`create index on review_score (criterion_id)`);

    this.addSql(`create table creative_activity (
      id uuid primary key,
      organization_id uuid not null,
      campaign_id uuid not null,
      title jsonb not null check (title ? 'az'),
      held_on date,
      unesco_goals text[] not null check (array_position(unesco_goals, null) is null),
      foreign key (campaign_id, organization_id) references campaign (id, organization_id)
    )`);

    for (const statement of [
      ...tenantTable({ name: 'campaign', readers: 'everyone' }),
      ...tenantTable({ name: 'campaign_aim', readers: 'everyone' }),
      ...tenantTable({ name: 'discipline', readers: 'everyone' }),
      ...tenantTable({ name: 'selection_criterion', readers: 'everyone' }),
      ...tenantTable({ name: 'creative_activity', readers: 'everyone' }),
      ...tenantTable({ name: 'creative_application', readers: 'person', personWrites: true }),
      ...tenantTable({ name: 'review_score', readers: 'tenant' }),
    ]) {
      this.addSql(statement);
    }
  }
}
