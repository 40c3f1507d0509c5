import { ownerOnlyTable, personTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

const isOffice = '(select registry_office())';
const own = `organization_id = ${session.organization}`;

/** Emergencies: named events in which two people of an organisation open what vital interests need, for 72 hours at most. */
export class Migration20261130_emergencies extends Migration {
  override up(): void {
    this.addSql(`alter table personal_category add column opens_in_emergency boolean not null default false`);
    this.addTables();
    this.addToLog();
    this.addPolicies();
    this.addTriggers();
  }

  private addTables(): void {
    this.addSql(`create table emergency (
      id uuid primary key,
      organization_id uuid not null references organization,
      event text not null check (length(event) between 1 and 200),
      reason text not null check (length(reason) between 1 and 2000),
      proposed_at timestamptz not null default clock_timestamp(),
      proposed_by text not null,
      proposed_by_issuer text,
      ends_at timestamptz not null,
      confirmed_at timestamptz check (confirmed_at >= proposed_at and confirmed_at < ends_at),
      confirmed_by text,
      confirmed_by_issuer text,
      closed_at timestamptz check (closed_at >= proposed_at),
      closed_by text,
      constraint emergency_ends check (ends_at > proposed_at and ends_at <= proposed_at + interval '72 hours'),
      constraint emergency_two_people check (confirmed_at is null
        or (confirmed_by, confirmed_by_issuer) is distinct from (proposed_by, proposed_by_issuer)),
      check ((confirmed_at is null) = (confirmed_by is null)),
      check ((closed_at is null) = (closed_by is null))
    )`);
    this.addSql(`create index on emergency (organization_id, id)`);
    this.addSql(`create table emergency_organization (
      id uuid primary key,
      emergency_id uuid not null references emergency,
      organization_id uuid not null references organization,
      unique (emergency_id, organization_id)
    )`);
    this.addSql(`create index on emergency_organization (organization_id)`);
    this.addSql(`create table emergency_person (
      id uuid primary key,
      emergency_id uuid not null references emergency,
      volunteer_id uuid not null,
      unique (emergency_id, volunteer_id)
    )`);
    this.addSql(`create index on emergency_person (volunteer_id, id)`);
  }

  private addToLog(): void {
    this.addSql(`alter table access_log
      add column emergency_id uuid references emergency,
      add constraint access_log_emergency
        check ((basis is not distinct from 'emergency') = (emergency_id is not null)) not valid`);
    this.addSql(`create index on access_log (emergency_id) where emergency_id is not null`);
  }

  private addPolicies(): void {
    const scope = (name: string) => [
      ...ownerOnlyTable(name),
      `create policy ${name}_read on ${name} for select using (
         exists (select from emergency e where e.id = emergency_id and (e.${own} or ${isOffice})))`,
      `create policy ${name}_name on ${name} for insert with check (
         exists (select from emergency e where e.id = emergency_id and e.${own} and e.confirmed_at is null))`,
    ];
    for (const statement of [
      ...ownerOnlyTable('emergency'),
      // Who was read in it is told so: it is theirs to see as soon as the log's row is.
      `create policy emergency_read on emergency for select using (
         ${own} or ${isOffice} or exists (select from access_log l where l.emergency_id = emergency.id))`,
      `create policy emergency_propose on emergency for insert with check (
         ${own} and proposed_by = app_subject() and proposed_by_issuer is not distinct from app_issuer() and confirmed_at is null)`,
      `create policy emergency_change on emergency for update using (${own}) with check (${own})`,
      ...scope('emergency_organization'),
      ...scope('emergency_person'),
      ...personTable({ name: 'emergency_person', refusesErased: false }),
    ]) {
      this.addSql(statement);
    }
  }

  /** The functions are files, which are applied after the migrations. */
  private addTriggers(): void {
    for (const name of ['follow_emergency', 'refuse_emergency']) {
      this.addSql(`create function ${name}() returns trigger language plpgsql as
        $$ begin raise exception 'The function ${name} is not installed yet.'; end $$`);
      this.addSql(`revoke all on function ${name} from public`);
    }
    this.addSql(`create trigger emergency_update_follow_reach after update on emergency
      referencing new table as changed for each statement execute function follow_emergency()`);
    this.addSql(`create trigger emergency_refuse before insert or update on emergency
      for each row execute function refuse_emergency()`);
  }
}
