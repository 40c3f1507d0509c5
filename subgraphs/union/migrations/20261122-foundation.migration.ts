import { session, tenantTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

export class Migration20261122_foundation extends Migration {
  override up(): void {
    this.addSql(`create table portal (
      id uuid primary key,
      organization_id uuid not null,
      name text not null unique check (name <> ''),
      summary jsonb not null check (summary ? 'az')
    )`);

    this.addSql(`create table opportunity (
      id uuid primary key,
      organization_id uuid not null,
      portal_id uuid not null references portal,
      title jsonb not null check (title ? 'az'),
      summary jsonb not null check (summary ? 'az'),
      city jsonb not null check (city ? 'az'),
      country_code text not null check (country_code ~ '^[A-Z]{2}$'),
      starts_on date not null,
      ends_on date check (ends_on >= starts_on),
      capacity integer not null check (capacity > 0),
      published boolean not null,
      unique (id, organization_id)
    )`);
    this.addSql(`create index on opportunity (starts_on, id) where published`);
    this.addSql(`create index on opportunity (organization_id, starts_on, id) where published`);
    this.addSql(`create index on opportunity (country_code, starts_on, id) where published`);

    this.addSql(`create table opportunity_application (
      id uuid primary key,
      organization_id uuid not null,
      volunteer_id uuid not null,
      opportunity_id uuid not null,
      status text not null check (status in ('submitted', 'accepted', 'declined', 'withdrawn')),
      reason text check (reason <> ''),
      applied_at timestamptz not null,
      decided_at timestamptz check (decided_at >= applied_at),
      check ((status in ('accepted', 'declined')) = (decided_at is not null)),
      check (status <> 'declined' or reason is not null),
      foreign key (opportunity_id, organization_id) references opportunity (id, organization_id)
    )`);
    this.addSql(`create unique index on opportunity_application (opportunity_id, volunteer_id)
      where status <> 'withdrawn'`);
    this.addSql(`create index on opportunity_application (opportunity_id) where status = 'accepted'`);
    this.addSql(`create index on opportunity_application (opportunity_id, id) where status = 'submitted'`);
    this.addSql(`create index on opportunity_application (volunteer_id, applied_at, id)`);

    this.addSql(`create table service_entry (
      id uuid primary key,
      organization_id uuid not null,
      volunteer_id uuid not null,
      opportunity_id uuid,
      minutes integer not null check (minutes between 1 and 1440),
      worked_on date not null,
      status text not null check (status in ('recorded', 'verified')),
      corrects_id uuid unique check (corrects_id <> id),
      unique (id, organization_id, volunteer_id),
      foreign key (opportunity_id, organization_id) references opportunity (id, organization_id),
      foreign key (corrects_id, organization_id, volunteer_id)
        references service_entry (id, organization_id, volunteer_id)
    )`);
    this.addSql(`create index on service_entry (volunteer_id, worked_on, id)`);

    this.addSql(`create table volunteering_law (
      id uuid primary key,
      organization_id uuid not null,
      name jsonb not null check (name ? 'az')
    )`);

    this.addSql(`create table volunteer_agreement (
      id uuid primary key,
      organization_id uuid not null,
      volunteer_id uuid not null,
      law_id uuid not null references volunteering_law,
      signed_on date not null,
      ends_on date check (ends_on >= signed_on)
    )`);
    this.addSql(`create unique index on volunteer_agreement (organization_id, volunteer_id) where ends_on is null`);
    this.addSql(`create index on volunteer_agreement (organization_id, id) where ends_on is null`);
    this.addSql(`create index on volunteer_agreement (volunteer_id, signed_on, id)`);

    for (const statement of [
      ...tenantTable({ name: 'portal', readers: 'everyone' }),
      ...tenantTable({ name: 'opportunity', readers: 'everyone' }),
      ...tenantTable({ name: 'volunteering_law', readers: 'everyone' }),
      ...tenantTable({ name: 'opportunity_application', readers: 'person', personWrites: true }),
      ...tenantTable({ name: 'service_entry', readers: 'person' }),
      ...tenantTable({ name: 'volunteer_agreement', readers: 'person' }),
    ]) {
      this.addSql(statement);
    }

    // A draft is for the organisation that writes it.
    this.addSql(`alter policy opportunity_read on opportunity
      using (published or organization_id = ${session.organization})`);
    // A person may apply; what becomes of the application is for the organisation.
    this.addSql(`alter policy opportunity_application_insert on opportunity_application
      with check (organization_id = ${session.organization} or (volunteer_id = ${session.volunteer} and status = 'submitted'))`);
    this.addSql(`alter policy opportunity_application_update on opportunity_application
      using (organization_id = ${session.organization}) with check (organization_id = ${session.organization})`);
    // The volunteer book is a ledger: what is in it stays, and a correction is a new entry.
    this.addSql(`drop policy service_entry_update on service_entry`);
    this.addSql(`drop policy service_entry_delete on service_entry`);
  }
}
