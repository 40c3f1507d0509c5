import { ownerOnlyTable, referenceTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

const eventKinds = `('registered', 'accredited', 'suspended', 'reinstated', 'contact-changed', 'representation-changed',
  'time-zone-changed', 'key-added', 'key-retired', 'officer-appointed', 'officer-dismissed', 'client-registered',
  'client-revoked', 'issuer-admitted', 'issuer-changed', 'issuer-withdrawn', 'purpose-permitted', 'purpose-forbidden')`;

const office = '(select registry_office())';

/**
 * Who may state which purpose, and what it opens. `migrate` takes the table from the federation's file; what the office decides
 * for one organisation stands beside it.
 */
export class Migration20261130_purposes extends Migration {
  override up(): void {
    this.addSql(`alter table purpose add column needs_case boolean not null default false,
      add column place integer not null default 0`);
    this.addSql(`create table purpose_category (
      purpose text not null references purpose on delete cascade,
      category text not null references personal_category on delete cascade,
      primary key (purpose, category)
    )`);
    this.addSql(`create table purpose_kind (
      purpose text not null references purpose on delete cascade,
      organization_kind text not null,
      primary key (purpose, organization_kind)
    )`);
    this.addSql(`create table purpose_role (
      purpose text not null references purpose on delete cascade,
      role text not null,
      primary key (purpose, role)
    )`);
    this.addSql(`create table organization_purpose (
      organization_id uuid not null references organization,
      purpose text not null references purpose on delete cascade,
      permitted boolean not null,
      primary key (organization_id, purpose)
    )`);
    this.addSql(`create table safeguarding_case (
      id uuid primary key,
      organization_id uuid not null references organization,
      reason text not null check (length(reason) between 1 and 2000),
      opened_at timestamptz not null,
      opened_by text not null,
      ends_at timestamptz not null check (ends_at > opened_at and ends_at <= opened_at + interval '30 days'),
      closed_at timestamptz check (closed_at >= opened_at),
      closed_by text,
      check ((closed_at is null) = (closed_by is null))
    )`);
    this.addSql(`create index on safeguarding_case (organization_id, id)`);
    const own = `organization_id = ${session.organization}`;
    for (const statement of [
      ...referenceTable('purpose_category'),
      ...referenceTable('purpose_kind'),
      ...referenceTable('purpose_role'),
      ...referenceTable('organization_purpose'),
      `create policy organization_purpose_permit on organization_purpose for insert with check (${office})`,
      `create policy organization_purpose_change on organization_purpose for update using (${office}) with check (${office})`,
      ...ownerOnlyTable('safeguarding_case'),
      `create policy safeguarding_case_read on safeguarding_case for select using (${own} or ${office})`,
      `create policy safeguarding_case_open on safeguarding_case for insert with check (${own})`,
      `create policy safeguarding_case_close on safeguarding_case for update using (${own}) with check (${own})`,
    ]) {
      this.addSql(statement);
    }
    this.addSql(`alter table officer drop constraint officer_roles_check,
      add constraint officer_roles_check
        check (roles <@ '{officer,coordinator,analyst,admin,safeguarding_lead}' and roles <> '{}')`);
    this.addSql(`alter table access_log drop constraint access_log_refusal_check,
      add constraint access_log_refusal_check check (refusal in (
        'NO_ORGANIZATION', 'NOT_ACCREDITED', 'PURPOSE_MISSING', 'PURPOSE_UNKNOWN', 'ORGANIZATION_NOT_ACCREDITED_FOR_PURPOSE',
        'ROLE_NOT_ALLOWED', 'SAFEGUARDING_CASE_MISSING', 'PURPOSE_NOT_OPEN', 'NO_CONSENT'))`);
    this.shareRefusals();
    this.addSql(`alter table organization_event drop constraint organization_event_kind_check,
      add constraint organization_event_kind_check check (kind in ${eventKinds})`);
  }

  /** What a purpose delays is what it allowed to be asked: an attempt that might not state it is shown at once. */
  private shareRefusals(): void {
    const mayBeShown = `by_self or coalesce(refusal in ('NO_ORGANIZATION', 'NOT_ACCREDITED',
        'ORGANIZATION_NOT_ACCREDITED_FOR_PURPOSE', 'ROLE_NOT_ALLOWED', 'SAFEGUARDING_CASE_MISSING'), false)
      or decided_at <= now() - coalesce(
        (select make_interval(days => p.disclosure_delay_days) from purpose p where p.code = access_log.purpose),
        interval '0')`;
    const person = `volunteer_id = ${session.volunteer} or volunteer_id = any ((select app_wards())::uuid[])`;
    this.addSql(`alter policy access_log_read on access_log using ((${person}) and (${mayBeShown}))`);
    this.addSql(`alter policy access_log_volunteer_id_about on access_log
      using ((volunteer_id = ${session.about}) and (${mayBeShown}))`);
  }
}
