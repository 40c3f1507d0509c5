import { ownerOnlyTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

const categories = '{study,programme,service,alumni,creative,contact}';
const definer = 'stable security definer set search_path = public, pg_temp';

/** Whether the session's viewer is the person, or stands for the person as guardian. */
const own = `volunteer_id = ${session.volunteer}`;
const ward = `volunteer_id = any ((select app_wards())::uuid[])`;
const ownOrWard = `${own} or ${ward}`;

/** The history of consents with receipts, requests for consent, and guardians of minors. */
export class Migration20261128_consents extends Migration {
  override up(): void {
    this.addGuardianships();
    this.addHistory();
    this.addRequests();
    // A guardian sees who asked for the ward's data as the ward does.
    this.addSql(`drop policy access_log_read on access_log`);
    this.addSql(`create policy access_log_read on access_log for select using (
      (${ownOrWard}) and (by_self or decided_at <= now() - coalesce(
        (select make_interval(days => p.disclosure_delay_days) from purpose p where p.code = access_log.purpose),
        interval '0')))`);
  }

  private addGuardianships(): void {
    this.addSql(`alter table country add column age_of_majority smallint not null default 18
      check (age_of_majority between 1 and 30)`);
    this.addSql(`create table guardianship (
      id uuid primary key,
      guardian_id uuid not null references volunteer,
      ward_id uuid not null references volunteer check (ward_id <> guardian_id),
      evidence text not null,
      recorded_at timestamptz not null,
      recorded_by text not null,
      ended_at timestamptz,
      ended_by text
    )`);
    this.addSql(`create unique index guardianship_recorded_once on guardianship (guardian_id, ward_id)
      where ended_at is null`);
    this.addSql(`create index on guardianship (ward_id)`);

    // Of age by the law of the person's home, or of the office where the home is not known; null without a birth date.
    this.addSql(`create function majority_on(person uuid) returns date language sql ${definer}
      return (select (v.birth_date + make_interval(years => c.age_of_majority))::date
                from volunteer v
                join organization o on o.id = v.organization_id
                join country c on c.code = coalesce(v.home_country, o.country_code)
               where v.id = person)`);
    this.addSql(`create function is_minor(person uuid) returns boolean language sql ${definer}
      return coalesce(majority_on(person) > current_date, false)`);
    this.addSql(`create function app_wards() returns uuid[] language sql ${definer}
      return array(select ward_id from guardianship
                    where guardian_id = app_volunteer() and ended_at is null and is_minor(ward_id))`);
    for (const name of ['majority_on', 'is_minor', 'app_wards']) {
      this.addSql(`revoke all on function ${name} from public`);
    }
    const office = '(select registry_office())';
    for (const statement of [
      ...ownerOnlyTable('guardianship'),
      `create policy guardianship_read on guardianship for select
        using (guardian_id = ${session.volunteer} or ward_id = ${session.volunteer} or ${office})`,
      `create policy guardianship_record on guardianship for insert with check (${office})`,
      `create policy guardianship_end on guardianship for update using (${office}) with check (${office})`,
    ]) {
      this.addSql(statement);
    }
  }

  private addHistory(): void {
    this.addSql(`alter table consent
      add column closed_at timestamptz check (closed_at >= expires_at),
      add column given_by_guardian boolean not null default false`);
    // One that has ended by itself does not stand in the way of the next; it is closed when that one is given.
    this.addSql(`drop index consent_given_once`);
    this.addSql(`create unique index consent_given_once on consent
      (volunteer_id, category, purpose, recipient_organization_id) nulls not distinct
      where withdrawn_at is null and closed_at is null`);

    this.addSql(`create table consent_event (
      id uuid primary key,
      consent_id uuid not null references consent,
      volunteer_id uuid not null references volunteer,
      kind text not null check (kind in ('given', 'withdrawn')),
      happened_at timestamptz not null,
      by_guardian boolean not null,
      actor_volunteer_id uuid not null,
      receipt text not null,
      unique (consent_id, kind)
    )`);
    this.addSql(`create trigger consent_event_append_only before update or delete or truncate on consent_event
      for each statement execute function keep_history()`);

    const addressed = `recipient_organization_id = ${session.organization}
      or (recipient_organization_id is null and ${session.organization} is not null)`;
    const alone = `${own} and not given_by_guardian and not is_minor(volunteer_id)`;
    for (const statement of [
      `drop policy consent_read on consent`,
      `drop policy consent_give on consent`,
      `drop policy consent_withdraw on consent`,
      `create policy consent_read on consent for select using (${ownOrWard} or ${addressed})`,
      `create policy consent_give on consent for insert with check ((${alone}) or (${ward} and given_by_guardian))`,
      `create policy consent_withdraw on consent for update using (${ownOrWard}) with check (${ownOrWard})`,
      ...ownerOnlyTable('consent_event'),
      `create policy consent_event_read on consent_event for select using (${ownOrWard})`,
      `create policy consent_event_record on consent_event for insert
        with check ((${ownOrWard}) and actor_volunteer_id = ${session.volunteer})`,
    ]) {
      this.addSql(statement);
    }
  }

  private addRequests(): void {
    // No reference to a person: that an organisation asked an id says nothing about whether somebody has it.
    this.addSql(`create table consent_request (
      id uuid primary key,
      organization_id uuid not null references organization,
      volunteer_id uuid not null,
      purpose text not null references purpose,
      categories text[] not null check (categories <@ '${categories}' and categories <> '{}'),
      reason text not null,
      wanted_until timestamptz,
      asked_at timestamptz not null,
      asked_by text not null,
      lapses_at timestamptz not null check (lapses_at > asked_at),
      answered_at timestamptz,
      accepted boolean check ((accepted is null) = (answered_at is null)),
      answered_by_guardian boolean
    )`);
    this.addSql(`create index on consent_request (organization_id, volunteer_id, asked_at)`);
    this.addSql(`create index on consent_request (organization_id, id)`);
    this.addSql(`create index on consent_request (volunteer_id, id)`);
    const reading = `(select id from reading_organization(app_organization(), app_subject(), app_client())
                       where app_subject() is not null)`;
    for (const statement of [
      ...ownerOnlyTable('consent_request'),
      `create policy consent_request_read on consent_request for select
        using (organization_id = (select managed_organization()) or ${ownOrWard})`,
      `create policy consent_request_ask on consent_request for insert with check (organization_id = ${reading})`,
      `create policy consent_request_answer on consent_request for update
        using (${ownOrWard}) with check (${ownOrWard})`,
    ]) {
      this.addSql(statement);
    }
  }
}
