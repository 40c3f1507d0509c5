import { ownerOnlyTable, personTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

const office = '(select registry_office())';
const tenant = `organization_id = ${session.organization}`;
const own = `volunteer_id = ${session.volunteer}`;
const roles = `('student', 'volunteer', 'alumnus', 'applicant', 'member')`;

/** Invitations and claims of records, each try of one, and the history of memberships. */
export class Migration20261130_memberships extends Migration {
  override up(): void {
    this.addMemberships();
    this.addInvitations();
    this.addAttempts();
    this.addSql(`alter table clerical_decision
      drop constraint linkage_judgement_kind_check,
      add constraint clerical_decision_kind_check check (kind in ('review', 'merge', 'unmerge', 'claim'))`);
  }

  /** A suspended tie has an end, so that it opens as little as one that is over, until it is resumed. */
  private addMemberships(): void {
    this.addSql(`alter table affiliation
      add column suspended_at timestamptz,
      add constraint affiliation_suspended check (suspended_at is null or until is not null)`);
    this.addSql(`create table membership_event (
      id uuid primary key default uuidv7(),
      affiliation_id uuid not null references affiliation on delete cascade,
      organization_id uuid not null references organization,
      volunteer_id uuid not null references volunteer,
      kind text not null check (kind in ('begun', 'changed', 'suspended', 'resumed', 'ended')),
      role text not null check (role in ${roles}),
      happened_at timestamptz not null default clock_timestamp(),
      by_person boolean not null,
      actor text not null default app_subject(),
      actor_issuer text default app_issuer(),
      reason text
    )`);
    this.addSql(`create index on membership_event (affiliation_id, id)`);
    this.addSql(`create index on membership_event (volunteer_id)`);
    for (const statement of [
      ...ownerOnlyTable('membership_event'),
      `create policy membership_event_read on membership_event for select using (${tenant} or ${own})`,
      ...personTable({ name: 'membership_event' }),
    ]) {
      this.addSql(statement);
    }
  }

  private addInvitations(): void {
    this.addSql(`create table invitation (
      id uuid primary key,
      organization_id uuid not null references organization,
      record_id uuid references register_record,
      local_key text,
      role text not null check (role in ${roles}),
      place text not null unique,
      secret_hash text not null,
      created_at timestamptz not null default now(),
      created_by text not null default app_subject(),
      created_by_issuer text default app_issuer(),
      ends_at timestamptz not null,
      failed_tries integer not null default 0,
      withdrawn_at timestamptz,
      accepted_at timestamptz,
      volunteer_id uuid references volunteer,
      check ((record_id is null) = (local_key is null)),
      check ((accepted_at is null) = (volunteer_id is null))
    )`);
    this.addSql(`create index on invitation (organization_id, id)`);
    this.addSql(`create index on invitation (volunteer_id)`);
    this.addSql(`create index on invitation (record_id)`);
    for (const statement of [
      ...ownerOnlyTable('invitation'),
      `create policy invitation_read on invitation for select using (${tenant})`,
      `create policy invitation_insert on invitation for insert with check (${tenant} and accepted_at is null)`,
      `create policy invitation_withdraw on invitation for update
         using (${tenant} and accepted_at is null) with check (${tenant} and accepted_at is null)`,
      ...personTable({ name: 'invitation' }),
    ]) {
      this.addSql(statement);
    }
  }

  private addAttempts(): void {
    this.addSql(`create table claim_attempt (
      id uuid primary key default uuidv7(),
      volunteer_id uuid not null references volunteer,
      tried_at timestamptz not null default clock_timestamp(),
      viewer text not null default app_subject(),
      viewer_issuer text default app_issuer(),
      way text not null check (way in ('code', 'contact')),
      outcome text not null check (outcome in ('accepted', 'refused', 'taken', 'limited')),
      organization_id uuid references organization
    )`);
    this.addSql(`create index on claim_attempt (volunteer_id, tried_at)`);
    for (const statement of [
      ...ownerOnlyTable('claim_attempt'),
      `create policy claim_attempt_office on claim_attempt for select using (${office})`,
      ...personTable({ name: 'claim_attempt' }),
    ]) {
      this.addSql(statement);
    }
  }
}
